/** When a message that was not taken is sent again. */

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];
/** Waits before each further attempt, as Standard Webhooks recommends: all of them together are a little over three days. */
const WAITS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
/** Spread of the waits, so that what failed together does not come back together. */
const JITTER = 0.1;

/**
 * The wait (ms) before the next attempt, after so many that failed; null when it is given up. What the receiver asks for (Retry-After, in ms)
 * counts where it is longer, up to a day. `random` is from 0 to 1.
 */
export function nextWait(failed: number, asked: number | null, random: number): number | null {
  const wait = WAITS[failed - 1];
  if (wait === undefined) return null;
  return Math.round(Math.max(wait * (1 + JITTER * random), Math.min(asked ?? 0, 24 * HOUR)));
}
