/** The order of documents whose times are more or less certain. */
import { DAY, SECOND } from "../durations.ts";
import type { Reading, ReadReported, ReadResponse } from "../model/reading.ts";
import type { PublishedTime } from "../model/time.ts";
import type { Availability } from "./availability.ts";

/** The order of a timeline: by sort key, then by id, so that it does not depend on the order of the rows. */
export function byTime(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || byText(a.id, b.id);
}

/** Order by UTF-16 units: the same in every locale. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The sort key (ms) of an observed document: its earliest time, else its latest, else the time by which we or an archive saw it. */
export function sortKey(d: { published: PublishedTime; seenAt: number | null; availability: Availability | null }): number {
  const { MAX_SAFE_INTEGER } = Number;
  return (
    d.published.earliest ?? d.published.latest ?? Math.min(d.seenAt ?? MAX_SAFE_INTEGER, d.availability?.archived?.at ?? MAX_SAFE_INTEGER)
  );
}

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

/** Whether the ends of a range (ms) are an hour of a day, and not a whole day or more. */
export const isWithinDay = (earliest: number, latest: number): boolean => latest - earliest < DAY - SECOND;

/**
 * Sort keys (ms) for the documents and responses that a document reports. An item with a time of its own is sorted by it; an item without one
 * comes just before the reporting document. In a chain a document comes after its parent, and a response after the appearances of its claim;
 * otherwise the order of the text decides.
 */
export function reportedTimes(reading: Reading, reportingAt: number): { reported: number[]; responses: number[] } {
  const { reported, responses, order } = reading;
  const chain = (i: number): number => {
    let depth = 0;
    for (let at = reported[i]?.parent ?? null; at !== null && depth < reported.length; at = reported[at]?.parent ?? null) depth++;
    return depth;
  };
  type Item = { list: "reported" | "responses"; index: number; read: ReadReported | ReadResponse; rank: number };
  const items: Item[] = order.flatMap(({ list, index }) => {
    const read = list === "reported" ? reported[index] : responses[index];
    return read ? [{ list, index, read, rank: list === "reported" ? chain(index) : reported.length + 1 }] : [];
  });
  items.sort((a, b) => a.rank - b.rank);
  const out = { reported: reported.map(() => reportingAt), responses: responses.map(() => reportingAt) };
  let next = reportingAt;
  for (const { list, index, read } of items.reverse()) {
    const { earliest, latest } = read.publishedAt;
    // A later statement of the page itself, such as its correction.
    if (earliest !== null && earliest >= reportingAt && latest === null) {
      out[list][index] = reportingAt + 1;
      continue;
    }
    // A document without an hour stands at the end of its time: what is held from that day, with its hour, comes first.
    const at = list === "reported" && latest !== null && earliest !== null && !isWithinDay(earliest, latest) ? latest : earliest;
    next = Math.min(at ?? next - 1, next - 1);
    out[list][index] = next;
  }
  return out;
}
