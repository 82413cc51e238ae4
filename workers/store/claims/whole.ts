/** The whole timeline of a claim at once, for statements about all of it: one D1 call, whatever its length. */
import type { Timeline } from "../../../shared/timeline/views.ts";
import { selectCoverage, watchedOf } from "../crawl/coverage.ts";
import type { Db } from "../d1.ts";
import { type SightingRow, selectLinesInAllStates, selectOutlines, selectTimeline, sightingOf } from "../relations/sightings.ts";
import type { ClaimSummary } from "./claims.ts";
import { inputOf, START, timelineFrom } from "./timelines.ts";

/** The timeline of a claim with lines that are not shown, as it would be if all of them were read and accepted. */
export function timelineOf(claim: ClaimSummary, lines: SightingRow[]): Timeline {
  const shown = lines.map((s) => ({ ...s, listed: true })).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return timelineFrom(inputOf(claim, null, shown, null), true);
}
/** Number of lines, in every state, on a page of a claim. */
const MAX_LINES = 150;
/** A claim's timeline with what waits, or with what was rejected, beside what is shown: its first 150 lines. */
export async function timelineWith(db: Db, claim: ClaimSummary, state: "waiting" | "rejected"): Promise<Timeline> {
  const [rows = []] = await db.batch([selectLinesInAllStates(db, claim.id, MAX_LINES)]);
  const isMeant = (s: SightingRow) => s.listed || (s.state === "rejected") === (state === "rejected");
  return timelineOf(claim, rows.map(sightingOf).filter(isMeant));
}

/** Maximum number of sightings that are read, the earliest ones. */
const MAX_WHOLE = 5_000;
/** Up to this number, sightings are read completely; with more, in outline. */
const MAX_FULL = 200;

interface WholeTimeline {
  timeline: Timeline;
  /** How many later sightings were not read. */
  left: number;
}
/** The timeline of all sightings of a claim, up to 5,000, as readers see it. Reads a row for each, and one for what is watched. */
export async function wholeTimeline(db: Db, claim: ClaimSummary, asOf: number | null): Promise<WholeTimeline> {
  const limit = Math.max(1, Math.min(MAX_WHOLE, claim.sightings));
  const select = claim.sightings > MAX_FULL ? selectOutlines : selectTimeline;
  const [rows = [], coverage = []] = await db.batch([select(db, claim.id, START, limit, asOf), selectCoverage(db)]);
  const timeline = timelineFrom(inputOf(claim, asOf, rows.map(sightingOf), null, watchedOf(coverage[0], asOf, claim.id)));
  return { timeline, left: Math.max(0, claim.sightings - rows.length) };
}
