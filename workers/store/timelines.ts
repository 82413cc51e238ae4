/** A page of a claim's timeline: one call for the claim, one for exactly the rows that the page shows. */
import { cursorOf } from "../../shared/cursor.ts";
import { buildTimeline, type Timeline, type TimelineInput } from "../../shared/timeline.ts";
import { type ClaimHead, headOf, selectClaim } from "./claims.ts";
import type { Db } from "./d1.ts";
import { HOLDS } from "./documents.ts";
import { selectWatched } from "./keys.ts";
import { responseOf, selectResponses, selectVerdicts, verdictOf } from "./responses.ts";
import { responseShown, type SightingRow, selectTimeline, sightingOf } from "./sightings.ts";

export interface Position {
  at: number;
  id: string;
}
/** Before every sighting. */
const START: Position = { at: Number.MIN_SAFE_INTEGER, id: "" };
/** Responses that the head of a long timeline names, beyond those on the page. */
const HEAD_RESPONSES = 20;

/** The claim as known at an instant (null = now), with its rollup: two rows. */
export async function readClaim(db: Db, id: string, asOf: number | null): Promise<ClaimHead | null> {
  const [rows = []] = await db.batch([selectClaim(db, id, asOf ?? HOLDS - 1)]);
  return rows[0] ? headOf(rows[0]) : null;
}

/**
 * What `buildTimeline` needs for one page, and where the next begins. A page that is not the first brings the first known row along, so
 * that lanes and lags are right; `skip` tells its id, which the page itself does not show.
 */
export async function readTimeline(
  db: Db,
  claim: ClaimHead,
  { after, limit, asOf }: { after: Position | null; limit: number; asOf: number | null },
): Promise<{ input: TimelineInput; next: Position | null; skip: string | null }> {
  const total = claim.sightings;
  const long = after === null && total > limit && claim.responses > 0;
  const rows = await db.batch([
    selectTimeline(db, claim.id, after ?? START, limit, asOf),
    selectVerdicts(db, claim.id, asOf),
    selectWatched(db),
    ...(after ? [selectTimeline(db, claim.id, START, 1, asOf)] : []),
    ...(long ? [selectResponses(db, claim.id, START, HEAD_RESPONSES, asOf)] : []),
  ]);
  const page = (rows[0] ?? []).map(sightingOf);
  const first = after ? (rows[3] ?? []).map(sightingOf)[0] : undefined;
  const sightings: SightingRow[] = first ? [first, ...page] : page;
  const shown = sightings.flatMap((s) => responseShown(s) ?? []);
  const beyond = long ? (rows[3] ?? []).map(responseOf).filter((r) => !shown.some((s) => s.id === r.id)) : [];
  const last = page.at(-1);
  const whole = after === null && asOf === null && page.length >= total;
  const listed = sightings.filter((s) => s.role !== "respond");
  return {
    input: {
      claim,
      revision: claim.revision,
      asOf,
      changedAt: claim.changedAt,
      counts:
        asOf === null
          ? { sightings: claim.sightings, responses: claim.responses, platforms: claim.platforms }
          : { sightings: sightings.length, responses: shown.length, platforms: countBy(listed.map((s) => s.platform ?? "web")) },
      sightings,
      responses: [...shown, ...beyond],
      verdicts: (rows[1] ?? []).map(verdictOf),
      watched: (rows[2] ?? []).map((row) => ({ name: String(row.name), since: Number(row.watched_since) })),
    },
    next: last && page.length === limit && !whole ? { at: last.at, id: last.id } : null,
    skip: first?.id ?? null,
  };
}
function countBy(names: string[]): Record<string, number> {
  const out: Record<string, number> = {};
  for (const name of names) out[name] = (out[name] ?? 0) + 1;
  return out;
}

/** The version of everything that a claim's pages show. */
export function etagOf(claim: ClaimHead, ...parts: (string | number | null)[]): string {
  return `"${[claim.id.slice(1, 9), claim.revision, ...parts.filter((p) => p !== null)].join("-")}"`;
}
/** A page of a claim's timeline, and the cursor of the next. */
export async function timelinePage(
  db: Db,
  claim: ClaimHead,
  options: { after: Position | null; limit: number; asOf: number | null },
): Promise<{ timeline: Timeline; next: string | null }> {
  const { input, next, skip } = await readTimeline(db, claim, options);
  const timeline = buildTimeline(input);
  return {
    timeline: skip ? { ...timeline, events: timeline.events.filter((event) => event.id !== skip) } : timeline,
    next: next && cursorOf([next.at, next.id]),
  };
}
