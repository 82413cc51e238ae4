/** Sends a message to an address that somebody gave: the same rules of addresses as for what is fetched, no redirects, nothing of the answer is kept. */
import { type AddressRules, badAddress } from "./policy.ts";
import { retryAfter } from "./status.ts";

export interface Posted {
  /** Null when there was no answer. */
  status: number | null;
  /** What the receiver asks to wait, ms. */
  retryAfter: number | null;
  /** Why it failed, in words; null when it was taken. */
  why: string | null;
}

const DEADLINE = 15_000;

/** One POST of JSON. Never throws for what the other side does. */
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
    const init = { method: "POST", redirect: "manual", body, headers: { "content-type": "application/json", ...headers } } as const;
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

/** One POST of bytes for bytes, to an address that the instance's owner configured. Never throws for what the other side does. */
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
