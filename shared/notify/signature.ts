/** Signatures of messages (Standard Webhooks 1.0.0, standardwebhooks.com): HMAC-SHA256 over id, time and body. */

import { createHmac } from "node:crypto";
import { bytesOfBase64 } from "../base64.ts";

/** The prefix before the base64 of a secret of 24 to 64 bytes. */
const PREFIX = "whsec_";

/** A secret of 24 to 64 random bytes, as Standard Webhooks writes it: "whsec_" and base64. */
export function secretOf(random: Uint8Array): string {
  return PREFIX + btoa(String.fromCharCode(...random));
}

/** The headers of a message: its id, its time in seconds, and a signature with each valid secret (two during a rotation). */
export function signedHeaders(id: string, seconds: number, body: string, secrets: readonly string[]): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = bytesOfBase64(secret.slice(PREFIX.length));
    return `v1,${createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64")}`;
  });
  return { "webhook-id": id, "webhook-timestamp": String(seconds), "webhook-signature": signatures.join(" ") };
}
