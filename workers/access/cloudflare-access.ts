/**
 * Cloudflare Access in front of the instance: it signs people in with the team's own accounts and identifies them with each request, by a JWT
 * (RS256) in the header Cf-Access-Jwt-Assertion. developers.cloudflare.com/cloudflare-one/identity/authorization-cookie/validating-json
 */
import { bytesOfBase64 } from "../../shared/base64.ts";
import { HOUR } from "../../shared/durations.ts";
import { objectIn } from "../../shared/json-object.ts";
import type { Env } from "../env.d.ts";
import { fetchSource } from "../sources/http/fetch.ts";

interface PublicKey extends JsonWebKey {
  kid: string;
}
/** The keys of a team, until when (ms) they are cached, and from when on (ms) they may be fetched again. */
let held: { team: string; keys: Map<string, CryptoKey>; until: number; again: number } | null = null;
const HOLD = HOUR;
/** Minimum time (ms) between fetches of the keys, even if JWTs have unknown keys. */
const RETRY = 60_000;
const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } as const;
/** How much (ms) clocks may differ. */
const LEEWAY = 60_000;

/** The team's address. ACCESS_TEAM is the team's name or the whole address. Null if it is not configured. */
function teamOf(env: Env): string | null {
  const team = env.ACCESS_TEAM?.trim().replace(/(?<!\/)\/+$/, "");
  if (!team || !env.ACCESS_AUDIENCE) return null;
  return team.includes("://") ? team : `https://${team.replace(/\.cloudflareaccess\.com$/, "")}.cloudflareaccess.com`;
}

/** The e-mail address that Cloudflare Access states. Null if there is no such header, if its JWT is invalid, or if Access is not configured. */
export async function emailOf(jwt: string | null, env: Env, now: number): Promise<string | null> {
  const team = teamOf(env);
  if (team === null || jwt === null || jwt.length > 8000) return null;
  const [head = "", body = "", signature = "", ...more] = jwt.split(".");
  const header = jsonOf(head);
  const claims = jsonOf(body);
  if (!header || !claims || more.length || header["alg"] !== "RS256" || typeof header["kid"] !== "string") return null;
  const audience = [claims["aud"]].flat();
  const isNow = Number(claims["exp"]) * 1000 > now - LEEWAY && Number(claims["nbf"] ?? 0) * 1000 <= now + LEEWAY;
  if (claims["iss"] !== team || !audience.includes(env.ACCESS_AUDIENCE) || !isNow) return null;
  const email = claims["email"];
  if (typeof email !== "string" || !email.includes("@")) return null;
  const key = await keyOf(team, header["kid"], env, now);
  const signed = new TextEncoder().encode(`${head}.${body}`);
  const bytes = bytesOf(signature);
  return key && bytes && (await crypto.subtle.verify(RSA.name, key, bytes, signed)) ? email.trim().toLowerCase() : null;
}

async function keyOf(team: string, kid: string, env: Env, now: number): Promise<CryptoKey | undefined> {
  if (held?.team !== team) held = { team, keys: new Map(), until: 0, again: 0 };
  const isDue = held.until <= now || !held.keys.has(kid);
  if (isDue && held.again <= now) {
    held.again = now + RETRY;
    const keys = await fetchKeys(team, env);
    if (keys) held = { team, keys, until: now + HOLD, again: now + RETRY };
  }
  return held.keys.get(kid);
}

async function fetchKeys(team: string, env: Env): Promise<Map<string, CryptoKey> | null> {
  const outcome = await fetchSource(
    { url: `${team}/cdn-cgi/access/certs`, expects: "json" },
    {
      userAgent: `Whence/0.1 (+${team})`,
      deadline: 5000,
      addresses: { own: [], allow: (env.CRAWL_ALLOW ?? "").split(/[\s,]+/).filter(Boolean) },
    },
  );
  if (outcome.kind !== "ok") {
    console.error(JSON.stringify({ event: "access.keys", outcome: outcome.kind }));
    return null;
  }
  const keys = new Map<string, CryptoKey>();
  try {
    for (const key of (JSON.parse(outcome.answer.text) as { keys: PublicKey[] }).keys)
      keys.set(key.kid, await crypto.subtle.importKey("jwk", { ...key, key_ops: ["verify"] }, RSA, false, ["verify"]));
  } catch (error) {
    console.error(JSON.stringify({ event: "access.keys", error: String(error) }));
    return null;
  }
  return keys;
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return bytesOfBase64(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return null;
  }
}
/** A part of a JWT as an object; null if it is no JSON object. */
function jsonOf(part: string): Record<string, unknown> | null {
  const bytes = bytesOf(part);
  return bytes && objectIn(new TextDecoder().decode(bytes));
}
