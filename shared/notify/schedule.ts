/** When a message that was not accepted is sent again. */
import { HOUR, MINUTE, SECOND } from "../durations.ts";

/** Waits (ms) before each further attempt, as Standard Webhooks recommends; their sum is a little over three days. */
const WAITS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
/** Jitter of the waits, as a factor, so that messages that failed together are not sent again together. */
const JITTER = 0.1;

/**
 * The wait (ms) before the next attempt, after a number of failed ones; null if the message is given up. If the receiver asks for a longer
 * wait (Retry-After, in ms), that counts, up to a day. `random` is from 0 to 1.
 */
export function nextWait(failed: number, asked: number | null, random: number): number | null {
  const wait = WAITS[failed - 1];
  if (wait === undefined) return null;
  return Math.round(Math.max(wait * (1 + JITTER * random), Math.min(asked ?? 0, 24 * HOUR)));
}
