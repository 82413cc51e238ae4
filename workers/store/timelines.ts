/** A page of a claim's timeline: one call for the claim, one for exactly the rows that the page shows. */
import { cursorOf, positionIn } from "../../shared/cursor.ts";
import { buildTimeline, type Timeline, type TimelineInput } from "../../shared/timeline.ts";
import { type ClaimHead, headOf, selectClaim } from "./claims.ts";
import type { Db } from "./d1.ts";
import { responseOf, selectResponses, selectVerdicts, verdictOf } from "./responses.ts";
import { responseShown, type SightingRow, selectAt, selectTimeline, sightingOf } from "./sightings.ts";

export interface Position {
  at: number;
  id: string;
}
/** A place in a timeline: after which sighting it goes on, which one is the first known, and how many were shown of which revision. */
export interface Place {
  after: Position;
  first: Position;
  shown: number;
  revision: number;
}
/** Before every sighting. */
const START: Position = { at: Number.MIN_SAFE_INTEGER, id: "" };

/** SQLite seeks to the first row not before a position, and then tests it: a position between two ids saves reading the row that it follows. */
const justAfter = ({ at, id }: Position): Position => ({ at, id: `${id} ` });

/** The claim as known at an instant (null = now), with its rollup: one row, or two. */
export async function readClaim(db: Db, id: string, asOf: number | null): Promise<ClaimHead | null> {
  const [rows = []] = await db.batch([selectClaim(db, id, asOf)]);
  return rows[0] ? headOf(rows[0]) : null;
}

/**
 * What `buildTimeline` needs for one page: exactly its rows, for the claim's head has the rest. A page that is not the first brings the
 * first known one along, so that lanes and lags are right; the page itself does not show it.
 */
async function readTimeline(
  db: Db,
  claim: ClaimHead,
  { place, asOf }: PageOptions,
  limit: number,
): Promise<{ input: TimelineInput; page: SightingRow[] }> {
  const rows = await db.batch([
    selectTimeline(db, claim.id, place ? justAfter(place.after) : START, limit, asOf),
    ...(place ? [selectAt(db, claim.id, place.first, asOf)] : []),
    ...(asOf === null ? [] : [selectVerdicts(db, claim.id, asOf), selectResponses(db, claim.id, START, 20, asOf)]),
  ]);
  const page = (rows[0] ?? []).map(sightingOf);
  const first = place ? (rows[1] ?? []).map(sightingOf)[0] : undefined;
  const sightings = first ? [first, ...page] : page;
  const [verdicts = [], answers = []] = rows.slice(place ? 2 : 1);
  const shown = sightings.flatMap((s) => responseShown(s) ?? []);
  const named = asOf === null ? claim.responded : answers.map(responseOf);
  const responses = [...shown, ...named.filter((r) => !shown.some((s) => s.id === r.id))];
  const spread = sightings.filter((s) => s.role !== "respond");
  return {
    page,
    input: {
      claim,
      revision: claim.revision,
      asOf,
      changedAt: claim.changedAt,
      counts:
        asOf === null
          ? { sightings: claim.sightings, responses: claim.responses, platforms: claim.platforms }
          : { sightings: sightings.length, responses: responses.length, platforms: countBy(spread.map((s) => s.platform ?? "web")) },
      firstId: first?.id ?? null,
      sightings,
      responses,
      verdicts: asOf === null ? claim.verdicts : verdicts.map(verdictOf),
      // Sources come with the crawler.
      watched: [],
    },
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
export interface PageOptions {
  /** Null for the first page. */
  place: Place | null;
  limit: number;
  asOf: number | null;
}
const CURSOR = ["number", "string", "number", "string", "number", "number"] as const;
/** Where a cursor of `timelinePage` says to go on; null for anything else. */
export function placeIn(cursor: string): Place | null {
  const parts = positionIn(cursor, CURSOR);
  if (!parts) return null;
  const [at, id, firstAt, firstId, shown, revision] = parts;
  return {
    after: { at: Number(at), id: String(id) },
    first: { at: Number(firstAt), id: String(firstId) },
    shown: Number(shown),
    revision: Number(revision),
  };
}
/** How many sightings are left after a place; null when it cannot be known, because the claim changed since or the past is asked for. */
function leftAfter(claim: ClaimHead, { place, asOf }: PageOptions): number | null {
  if (asOf !== null) return null;
  if (!place) return claim.sightings;
  return place.revision === claim.revision ? Math.max(0, claim.sightings - place.shown) : null;
}

/** A page of a claim's timeline, and the cursor of the next. What it says of the whole is of the whole on the first page. */
export async function timelinePage(db: Db, claim: ClaimHead, options: PageOptions): Promise<{ timeline: Timeline; next: string | null }> {
  const { place, limit } = options;
  const left = leftAfter(claim, options);
  // Asking for no more than there is saves the row by which SQLite sees the end.
  const { input, page } = await readTimeline(db, claim, options, Math.max(1, Math.min(limit, left ?? limit)));
  const timeline = buildTimeline(input);
  const last = page.at(-1);
  const known = page.find((s) => s.id === timeline.firstKnown?.eventId) ?? page[0];
  const first = place?.first ?? (known && { at: known.at, id: known.id });
  const more = left === null ? page.length === limit : page.length < left;
  const shown = (place?.shown ?? 0) + page.length;
  return {
    timeline: place ? { ...timeline, events: timeline.events.filter((event) => event.id !== place.first.id) } : timeline,
    next: last && first && more ? cursorOf([last.at, last.id, first.at, first.id, shown, claim.revision]) : null,
  };
}
