/** Whether a document is still there as we saw it. Absent is not yet gone, and what could not be seen is neither. */

/** The earliest capture in a web archive that has the text which we hold. */
export interface Archived {
  at: number;
  /** Where people see it. */
  url: string;
  /** Of that text: of a later one it shows nothing. */
  textId: string;
}
/** What was noticed of a document, instants in ms; a field that is not there was not noticed. */
export interface Availability {
  /** When a capture first had another text than the one before, the latest time. */
  changed?: number;
  /** When its own notice of a correction or retraction was first seen. */
  corrected?: number;
  /** When it was last seen there, before it was absent. */
  present?: number;
  /** When it was first answered that it is not there. */
  absent?: number;
  /** When that was answered again, long enough after: since then it counts as gone. */
  gone?: number;
  archived?: Archived;
}
/** How the last visit of a document ended, as far as it bears on whether it is there. */
export interface LastVisit {
  outcome: string | null;
  why: string | null;
  /** When the last run that went well began, ms. */
  goodAt: number | null;
  ranAt: number | null;
}
export type AvailabilityState = "live" | "changed" | "gone" | "blocked" | "unknown";

/** Outcomes by which somebody keeps us away: they say nothing of whether it is there. */
const KEPT_AWAY: ReadonlySet<string> = new Set(["robots", "refused"]);

/**
 * Live, changed or gone as the latest visit that could tell showed; blocked or unknown where the latest could not. Null for a document that
 * was never visited again and never changed.
 */
export function availabilityState(seen: Availability | null, visit: LastVisit | null): AvailabilityState | null {
  if (seen?.gone !== undefined) return "gone";
  if (visit?.outcome && KEPT_AWAY.has(visit.outcome)) return "blocked";
  const told = visit?.outcome === "ok" || visit?.outcome === "not_modified";
  if (seen?.absent !== undefined || (visit?.outcome && !told)) return "unknown";
  if (seen?.changed !== undefined) return "changed";
  return told ? "live" : null;
}

/** What a timeline row says of it: nothing while it stands as it was. An absence that may pass is not told. */
export function noticed(seen: Availability | null): Availability | null {
  if (!seen) return null;
  const { present, absent, ...rest } = seen;
  const told = seen.gone === undefined ? rest : seen;
  return Object.keys(told).length ? told : null;
}
