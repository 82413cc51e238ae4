/** Whether a document is still there as we captured it. A document that was absent once is not yet gone, and a failed visit shows neither. */

/** The earliest capture in a web archive that has the stored text. */
export interface Archived {
  at: number;
  /** The address of the capture, for people. */
  url: string;
  /** The id of the text in the capture; the capture is no evidence about a later text. */
  textId: string;
}
/** Changes of a document, instants in ms; an absent field was not observed. */
export interface Availability {
  /** When a capture last differed from the one before. */
  changed?: number;
  /** The change that an editor found too small to mention to readers: the same instant as `changed`. */
  minor?: number;
  /** When we first saw the document's own notice of a correction or retraction. */
  corrected?: number;
  /** When we last saw the document before it was absent. */
  present?: number;
  /** When the server first answered that the document does not exist. */
  absent?: number;
  /** When the server repeated that answer long enough afterwards: from then on the document counts as gone. */
  gone?: number;
  archived?: Archived;
}
/** How the last visit of a document ended. */
export interface LastVisit {
  outcome: string | null;
  why: string | null;
  /** When the last successful run began, ms. */
  goodAt: number | null;
  ranAt: number | null;
}
type AvailabilityState = "live" | "changed" | "gone" | "blocked" | "unknown";

/** Outcomes of a visit that was not allowed: they do not show whether the document still exists. */
const BLOCKED_OUTCOMES: ReadonlySet<string> = new Set(["robots", "refused"]);

/**
 * The state of a document: live, changed or gone if its latest visit was conclusive; blocked or unknown if it was not. Null for a document that
 * was never visited again and never changed.
 */
export function availabilityState(seen: Availability | null, visit: LastVisit | null): AvailabilityState | null {
  if (seen?.gone !== undefined) return "gone";
  if (visit?.outcome && BLOCKED_OUTCOMES.has(visit.outcome)) return "blocked";
  const isPresent = visit?.outcome === "ok" || visit?.outcome === "not_modified";
  if (seen?.absent !== undefined || (visit?.outcome && !isPresent)) return "unknown";
  if (seen?.changed !== undefined) return "changed";
  return isPresent ? "live" : null;
}

/** The notice that a timeline row shows; null while the document is unchanged. An absence that may be temporary is left out. */
export function noticed(seen: Availability | null): Availability | null {
  if (!seen) return null;
  const { present, absent, minor, changed, ...rest } = seen;
  const view = { ...rest, ...(changed !== undefined && changed !== minor && { changed }) };
  const shown =
    seen.gone === undefined ? view : { ...view, ...(present !== undefined && { present }), ...(absent !== undefined && { absent }) };
  return Object.keys(shown).length ? shown : null;
}

/** What remains of a document that was erased here: its place in a timeline, with this in place of its words. */
export const REMOVED = "Its source was removed.";

/** Whether an appearance is what remains of a document that we held. */
export const isRemoved = ({ seen, excerpt }: { seen: string; excerpt: string | null }): boolean =>
  seen === "reported" && excerpt === REMOVED;
