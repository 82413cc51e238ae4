import type { PublishedTime } from "../model/time.ts";
import type { Lag } from "./views.ts";

/**
 * The time from `from` to `to` as a range in ms, because both times are uncertain. An open bound is null; the result is null if both are open.
 * Where the ranges overlap the low bound is negative: the order itself is not known. Both negative: `to` certainly came first.
 */
export function lag(from: PublishedTime, to: PublishedTime): Lag | null {
  const low = to.earliest === null || from.latest === null ? null : to.earliest - from.latest;
  const high = to.latest === null || from.earliest === null ? null : to.latest - from.earliest;
  return low === null && high === null ? null : { low, high };
}
