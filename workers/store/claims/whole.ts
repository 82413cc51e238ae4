/** The whole timeline of a claim at once, for statements about all of it: one D1 call, whatever its length. */
import { cursorOf } from "../../../shared/cursor.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import { selectCoverage, watchedOf } from "../crawl/coverage.ts";
import type { Db } from "../d1.ts";
import { selectOutlines, selectTimeline, selectTimelineWith } from "../relations/sightings.ts";
import { type SightingRow, sightingOf } from "../relations/stored-sighting.ts";
import type { ClaimSummary } from "./claims.ts";
import { inputOf, START, timelineFrom } from "./timelines.ts";

/** The timeline of a claim as it would be if these lines were all listed. */
export function timelineOf(claim: ClaimSummary, lines: SightingRow[]): Timeline {
  const shown = lines.map((s) => ({ ...s, listed: true })).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return timelineFrom(inputOf(claim, null, shown, null), true);
}
/** A page of a claim's timeline with its waiting, or its rejected, lines added, and the cursor of the next page. */
export async function timelineWith(
  db: Db,
  claim: ClaimSummary,
  state: "waiting" | "rejected",
  { after, limit }: { after: { at: number; id: string } | null; limit: number },
): Promise<{ timeline: Timeline; next: string | null }> {
  const rows = await db.rows(selectTimelineWith(db, claim.id, state, { after: after ?? START, limit, isOutline: false }));
  const lines = rows.map(sightingOf);
  const last = lines.at(-1);
  return { timeline: timelineOf(claim, lines), next: last && lines.length === limit ? cursorOf([last.at, last.id]) : null };
}

/** Maximum number of sightings that are read, the earliest ones. */
const MAX_WHOLE = 5_000;
/** The timeline of all lines of a claim, up to 5,000, as if all waiting ones were accepted. */
export async function wholeTimelineWithWaiting(db: Db, claim: ClaimSummary): Promise<Timeline> {
  const rows = await db.rows(selectTimelineWith(db, claim.id, "waiting", { after: START, limit: MAX_WHOLE, isOutline: true }));
  return timelineOf(claim, rows.map(sightingOf));
}
/** Up to this number sightings are read completely; beyond it, in outline. */
const MAX_FULL = 200;

interface WholeTimeline {
  timeline: Timeline;
  /** How many later sightings were not read. */
  left: number;
}
/** The timeline of all sightings of a claim, up to 5,000, as readers see it. Reads one row for each, and one for the watched sources. */
export async function wholeTimeline(db: Db, claim: ClaimSummary, asOf: number | null): Promise<WholeTimeline> {
  const limit = Math.max(1, Math.min(MAX_WHOLE, claim.sightings));
  const select = claim.sightings > MAX_FULL ? selectOutlines : selectTimeline;
  const [rows = [], coverage = []] = await db.batch([select(db, claim.id, { after: START, limit, asOf }), selectCoverage(db)]);
  const timeline = timelineFrom(inputOf(claim, asOf, rows.map(sightingOf), null, watchedOf(coverage[0], asOf, claim.id)));
  return { timeline, left: Math.max(0, claim.sightings - rows.length) };
}
