import type { PublishedTime } from "../model/time.ts";

/** The order of two uncertain times: "before" only when the ranges exclude all else; "likely before" when one starts first and ends no later. */
export type Order = "before" | "likely before" | "unknown" | "after";

/** The order of `a` and `b` by their ranges. Order restricts who may derive from whom, and proves nothing. */
export function orderOf(a: PublishedTime, b: PublishedTime): Order {
  if (a.latest !== null && b.earliest !== null && a.latest < b.earliest) return "before";
  if (a.earliest !== null && b.latest !== null && a.earliest > b.latest) return "after";
  const known = a.earliest !== null && a.latest !== null && b.earliest !== null && b.latest !== null;
  if (known && (a.earliest ?? 0) < (b.earliest ?? 0) && (a.latest ?? 0) <= (b.latest ?? 0)) return "likely before";
  return "unknown";
}
