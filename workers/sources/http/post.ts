/**
 * Sends a message to an address that somebody gave. The address rules are those of fetches, redirects are not followed, and the answer is not kept.
 */
import { type AddressRules, badAddress } from "./policy.ts";
import { retryAfter } from "./status.ts";

export interface Posted {
  /** Null if there was no answer. */
  status: number | null;
  /** The wait that the receiver asks for, ms. */
  retryAfter: number | null;
  /** Why it failed, in words; null if the message was accepted. */
  why: string | null;
}

/** Longest wait (ms) for an answer. */
export const DEADLINE = 15_000;

/** Sends one POST with JSON. Never throws, whatever the other side does. */
export async function post(
  url: string,
  body: string,
  headers: Record<string, string>,
  addresses: AddressRules,
  now: number,
): Promise<Posted> {
  const bad = badAddress(url, addresses);
  if (bad !== null) return { status: null, retryAfter: null, why: bad };
  try {
    // Some services refuse requests that do not say who sends them.
    const all = { "content-type": "application/json", "user-agent": "Whence", ...headers };
    const init = { method: "POST", redirect: "manual", body, headers: all } as const;
    const { status, headers: answered, body: rest } = await fetch(url, { ...init, signal: AbortSignal.timeout(DEADLINE) });
    rest?.cancel().catch(() => {});
    const taken = status >= 200 && status < 300;
    return { status, retryAfter: retryAfter(answered.get("retry-after"), now), why: taken ? null : `answered ${status}` };
  } catch {
    return { status: null, retryAfter: null, why: "no connection, or no answer in 15 seconds" };
  }
}

/** Longest answer that is read, in bytes. */
const MAX_ANSWER = 65_536;

/** Sends one POST with bytes and returns bytes, to an address that the instance's owner configured. Never throws, whatever the other side does. */
export async function postForBytes(
  url: string,
  body: Uint8Array<ArrayBuffer>,
  type: string,
  addresses: AddressRules,
): Promise<{ bytes: Uint8Array | null; why: string | null }> {
  const bad = badAddress(url, addresses);
  if (bad !== null) return { bytes: null, why: bad };
  try {
    const init = { method: "POST", redirect: "manual", body, headers: { "content-type": type } } as const;
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(DEADLINE) });
    if (answer.status !== 200) return { bytes: null, why: `answered ${answer.status}` };
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return bytes.length > MAX_ANSWER ? { bytes: null, why: "too long an answer" } : { bytes, why: null };
  } catch {
    return { bytes: null, why: "no connection, or no answer in 15 seconds" };
  }
}
