/** The span of time that a story's picture covers. */
import { DAY, HOUR } from "../../durations.ts";
import type { PublishedTime } from "../../model/time.ts";

type Bounds = Pick<PublishedTime, "earliest" | "latest">;
/** From and to in ms. */
export interface Extent {
  from: number;
  to: number;
}

/** A range of time up to this wide (ms) must lie in the span as a whole; a wider one only has to reach into it. */
const CLOSE = 36 * HOUR;
/** ECMAScript's own limit for dates: an importer's text may name any year. */
const MAX_MS = 8.64e15;

/** Whether a time is known closely enough to lie in the span as a whole. */
export const isClose = ({ earliest, latest }: Bounds): boolean => earliest !== null && latest !== null && latest - earliest <= CLOSE;
/** Where a time stands in an order: the earliest it may be, else the latest; last, if nothing is known of it. */
export const orderTime = ({ earliest, latest }: Bounds): number => earliest ?? latest ?? Number.POSITIVE_INFINITY;
/** Whether anything is known of a time. */
export const isDated = ({ earliest, latest }: Bounds): boolean => earliest !== null || latest !== null;

/**
 * The span of all dated times, in ms. It contains each time that is known to within `CLOSE`, and of each wider range at least one bound or a
 * part. Null if nothing is dated.
 */
export function extentOf(times: readonly Bounds[]): Extent | null {
  const dated = times.filter((t) => isDated(t) && Math.abs(t.earliest ?? t.latest ?? 0) <= MAX_MS && Math.abs(t.latest ?? 0) <= MAX_MS);
  const close = dated.filter(isClose);
  const bounds = (close.length ? close : dated).flatMap(({ earliest, latest }) => [earliest ?? latest ?? 0, latest ?? earliest ?? 0]);
  if (bounds.length === 0) return null;
  const extent = bounds.reduce(({ from, to }, ms) => ({ from: Math.min(from, ms), to: Math.max(to, ms) }), {
    from: bounds[0] ?? 0,
    to: bounds[0] ?? 0,
  });
  for (const { earliest, latest } of dated) {
    if (latest !== null && latest < extent.from) extent.from = latest;
    if (earliest !== null && earliest > extent.to) extent.to = earliest;
  }
  return extent;
}

/** How many days a span has, at least one; 0 without a span. */
export const daysIn = (extent: Extent | null): number => (extent ? Math.max(1, Math.ceil((extent.to - extent.from) / DAY)) : 0);
