/**
 * Politeness: how often a host is asked, and when a visit is repeated. Pure functions of numbers; all times are in ms.
 * Figures: Heritrix 3 (gap of five times the latency, at least 3 s, Crawl-delay up to 300 s), RFC 9309 (robots.txt for a day),
 * RFC 9110 10.2.3 (Retry-After).
 */
import { DAY, HOUR, MINUTE, SECOND } from "../../shared/durations.ts";
import { digest, rowNumber } from "../../shared/model/id.ts";
import type { OutcomeKind } from "../sources/http/outcome.ts";

/** The shortest interval between visits of a source. */
export const MIN_INTERVAL = 5 * MINUTE;
/** The longest interval, as long as the source answers. */
export const MAX_INTERVAL = DAY;
/** The interval of a new source. */
export const FIRST_INTERVAL = 30 * MINUTE;

const MIN_GAP = 3 * SECOND;
/** The longest gap, whatever robots.txt and the latency say. */
export const MAX_GAP = 300 * SECOND;
/** The gap from the end of one request to the start of the next to the same host. `crawlDelay` is in seconds, as in robots.txt. */
export function gapAfter(latency: number, crawlDelay: number | null): number {
  return Math.min(MAX_GAP, Math.max(MIN_GAP, 5 * latency, (crawlDelay ?? 0) * SECOND));
}

/** A number from 0 to 1 that is always the same for the same id and attempt: jitter without randomness. */
export function jitter(id: string, attempt: number): number {
  return rowNumber(digest(`${id} ${attempt}`)) / 2 ** 50;
}
/** Exponential backoff (ms): doubles with each failure (the first is 1), plus up to half of that as jitter, but never more than `most`. */
export function backoff(failures: number, id: string, { least = MIN_INTERVAL, most = DAY } = {}): number {
  const base = Math.min(most, least * 2 ** Math.min(30, Math.max(0, failures - 1)));
  return Math.min(most, Math.round(base * (1 + jitter(id, failures) / 2)));
}

/** How long (ms) to leave a throttling host alone: as long as it says, but between a minute and a day; if it does not say, longer each time. */
export function waitAfterThrottle(retryAfter: number | null, failures: number, host: string): number {
  if (retryAfter === null) return backoff(failures, host, { least: MINUTE });
  return Math.min(DAY, Math.max(MINUTE, retryAfter));
}

/** After this many consecutive failures a host is left alone. */
export const BREAKER_FAILURES = 5;
/** How long (ms) a host that does not answer is left alone; 0 while the breaker is closed. One request then tries whether it is back. */
export function breakerAfter(failures: number, host: string): number {
  return failures < BREAKER_FAILURES ? 0 : backoff(failures - BREAKER_FAILURES + 1, host, { least: 15 * MINUTE });
}

/** How long (ms) an answer is fresh according to its Cache-Control; null if it does not say, or must not be cached. */
export function freshFor(headers: Readonly<Record<string, string>>): number | null {
  const control = (headers["cache-control"] ?? "").toLowerCase();
  if (/\bno-(?:cache|store)\b/.test(control)) return null;
  const age = /\b(?:s-maxage|max-age)\s{0,3}=\s{0,3}"?(\d{1,9})/.exec(control)?.[1];
  return age === undefined ? null : Number(age) * SECOND;
}

/**
 * The next interval (ms), 5 minutes to a day: half as long if something new came, otherwise half as long again; never shorter than the answer stays
 * fresh.
 */
export function intervalAfter(interval: number, fresh: boolean, freshMs: number | null): number {
  const next = Math.max(fresh ? interval / 2 : interval * 1.5, Math.min(freshMs ?? 0, 6 * HOUR));
  return Math.round(Math.min(MAX_INTERVAL, Math.max(MIN_INTERVAL, next)));
}

/** How a failed run is retried, by its outcome. */
const RETRY_AFTER: Record<Exclude<OutcomeKind, "ok" | "not_modified" | "throttled">, number> = {
  timed_out: MIN_INTERVAL,
  failed: MIN_INTERVAL,
  bad_content: 30 * MINUTE,
  too_large: HOUR,
  refused: HOUR,
  gone: 6 * HOUR,
  robots: HOUR,
  bad_address: DAY,
};
/** The time (ms) until the next try after `failures` consecutive runs with this outcome. */
export function againAfter(kind: keyof typeof RETRY_AFTER, failures: number, id: string): number {
  return backoff(failures, id, { least: RETRY_AFTER[kind] });
}

/** The number of the UTC day of an instant (ms); 0 is 1 January 1970. */
export const dayOf = (at: number): number => Math.floor(at / DAY);

/** An outcome, with the status of the answer if there was one. */
interface Ended {
  kind: OutcomeKind;
  status?: number | null;
}
/** Whether an outcome shows that the host is in trouble. An answer that faults the request does not. */
export function isHostTrouble({ kind, status }: Ended): boolean {
  const isAnswered = kind === "failed" && typeof status === "number" && status >= 400 && status < 500;
  return (kind === "timed_out" || kind === "failed" || kind === "throttled") && !isAnswered;
}

interface HostPoliteness {
  failures: number;
  latency: number | null;
  /** No request before this instant. */
  nextAt: number;
  /** The reason, if the wait is longer than a gap. */
  why: string | null;
}
/** The state of a host after a request that ended at `now`. */
export function hostAfter(
  host: string,
  before: { failures: number },
  ended: Ended & { ms: number; retryAfter?: number | null },
  crawlDelay: number | null,
  now: number,
): HostPoliteness {
  const failures = isHostTrouble(ended) ? before.failures + 1 : 0;
  const gap = gapAfter(ended.ms, crawlDelay);
  if (ended.kind === "throttled")
    return {
      failures,
      latency: ended.ms,
      nextAt: now + Math.max(gap, waitAfterThrottle(ended.retryAfter ?? null, failures, host)),
      why: "it asked us to come back later",
    };
  const wait = breakerAfter(failures, host);
  return {
    failures,
    latency: ended.ms,
    nextAt: now + Math.max(gap, wait),
    why: wait > 0 ? `it did not answer ${failures} times in a row` : null,
  };
}
