/** The outcome of a fetch, as far as it follows from the status alone. */
import type { Outcome } from "./outcome.ts";

type Status = Extract<Outcome, { kind: "not_modified" | "gone" | "refused" | "throttled" | "failed" | "bad_content" }>;
type StatusOutcome = Status extends infer S ? (S extends unknown ? Omit<S, "ms"> : never) : never;

/** The shortest and the longest wait that a Retry-After may ask for, ms. */
const MIN_WAIT = 60_000;
const MAX_WAIT = 24 * 3600 * 1000;

/**
 * How a fetch with this status ended; null if there is a body to read. `conditional`: validators were sent, so a 304 means something.
 */
export function outcomeOfStatus(status: number, headers: Headers, now: number, conditional: boolean): StatusOutcome | null {
  if (status === 304 && conditional) return { kind: "not_modified" };
  if (status === 404 || status === 410) return { kind: "gone", status };
  // Cloudflare's header for a challenge, whatever the status.
  if (headers.get("cf-mitigated")) return { kind: "refused", status, why: "a challenge for browsers" };
  const refusal = REFUSALS[status];
  if (refusal !== undefined) return { kind: "refused", status, why: refusal };
  const wait = headers.get("retry-after");
  if (status === 429 || (status === 503 && wait !== null)) return { kind: "throttled", status, retryAfter: retryAfter(wait, now) };
  if (status === 204 || status === 205 || status === 206) return { kind: "bad_content", why: `an answer without its text (${status})` };
  if (status >= 200 && status < 300) return null;
  return { kind: "failed", status, why: `status ${status}` };
}
const REFUSALS: Record<number, string> = {
  401: "a login is asked for",
  402: "a payment is asked for",
  403: "the server refuses us",
  451: "blocked for legal reasons",
};

/**
 * How long a Retry-After says to wait, ms: seconds or an HTTP date, from one minute to 24 hours, whatever it says (negative, past, absurd).
 * Null if there is none, or it is neither.
 */
export function retryAfter(value: string | null, now: number): number | null {
  const text = (value ?? "").slice(0, 100).trim();
  let wait = Number.NaN;
  if (/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)) wait = Number(text) * 1000;
  else if (/^[a-z]{3,9},? .*\d\d:\d\d:\d\d/i.test(text)) wait = Date.parse(text) - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, MIN_WAIT), MAX_WAIT);
}
