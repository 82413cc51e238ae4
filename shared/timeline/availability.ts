/** Whether a document is still there as we captured it. An absent document is not yet gone, and one that we could not visit is neither. */

/** The earliest capture in a web archive with the text that we hold. */
export interface Archived {
  at: number;
  /** Its address for people. */
  url: string;
  /** The text that it has; it shows nothing about a later one. */
  textId: string;
}
/** Changes of a document, instants in ms; an absent field was not observed. */
export interface Availability {
  /** When a capture last differed from the one before. */
  changed?: number;
  /** The change that an editor found too small to tell readers of: the same instant as `changed`. */
  minor?: number;
  /** When we first saw its own notice of a correction or retraction. */
  corrected?: number;
  /** When we last saw it, before it was absent. */
  present?: number;
  /** When the server first answered that it is not there. */
  absent?: number;
  /** When the server answered so again, long enough after: since then it counts as gone. */
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

/** Outcomes of a visit that was not allowed: they do not show whether the document is there. */
const BLOCKED_OUTCOMES: ReadonlySet<string> = new Set(["robots", "refused"]);

/**
 * Live, changed or gone as the latest conclusive visit showed; blocked or unknown where the latest was not conclusive. Null for a document that
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

/** What a timeline row shows: null while the document is unchanged. An absence that may be temporary is left out. */
export function noticed(seen: Availability | null): Availability | null {
  if (!seen) return null;
  const { present, absent, minor, changed, ...rest } = seen;
  const told = { ...rest, ...(changed !== undefined && changed !== minor && { changed }) };
  const shown =
    seen.gone === undefined ? told : { ...told, ...(present !== undefined && { present }), ...(absent !== undefined && { absent }) };
  return Object.keys(shown).length ? shown : null;
}
