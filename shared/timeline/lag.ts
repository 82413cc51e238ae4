import type { PublishedTime } from "../model/time.ts";
import type { Lag } from "./views.ts";

/**
 * The time from `from` to `to` in ms, as the range that both uncertain times leave; an open bound is null, and null stands for no bounds at all.
 * Where the ranges overlap the low bound is negative: the order itself is not known. Both negative: `to` certainly came first.
 */
export function lag(from: PublishedTime, to: PublishedTime): Lag | null {
  const low = to.earliest === null || from.latest === null ? null : to.earliest - from.latest;
  const high = to.latest === null || from.earliest === null ? null : to.latest - from.earliest;
  return low === null && high === null ? null : { low, high };
}
