/** A page of a claim's timeline: one call for the claim, one for exactly the rows that the page shows. */
import { cursorOf, positionIn } from "../../../shared/cursor.ts";
import { buildTimeline } from "../../../shared/timeline/timeline.ts";
import type { Timeline, TimelineEvent, TimelineInput } from "../../../shared/timeline/views.ts";
import { selectCoverage, watchedOf } from "../crawl/coverage.ts";
import type { Db } from "../d1.ts";
import { responseOf, selectResponses } from "../relations/responses.ts";
import {
  responseShown,
  type SightingRow,
  selectLatestSightings,
  selectSightingAt,
  selectTimeline,
  sightingOf,
} from "../relations/sightings.ts";
import { readClaimAt } from "./asof.ts";
import { type ClaimSummary, selectClaim, summaryOf } from "./claims.ts";

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
/** Sightings among which the first known one is sought for a page of responses: a timeline's first page. */
const FIRST_KNOWN_AMONG = 200;
/** Before every sighting. */
const START: Position = { at: Number.MIN_SAFE_INTEGER, id: "" };

/** SQLite seeks to the first row not before a position, and then tests it: a position between two ids saves reading the row that it follows. */
const justAfter = ({ at, id }: Position): Position => ({ at, id: `${id} ` });

/** The claim with its rollup: as it is now (one row), or as it was known at an instant, counted from its versions. One that was merged into another is that one. */
export async function readClaim(db: Db, id: string, asOf: number | null): Promise<ClaimSummary | null> {
  const [rows = []] = asOf === null ? await db.batch([selectClaim(db, id)]) : [];
  const claim = asOf !== null ? await readClaimAt(db, id, asOf) : rows[0] ? summaryOf(rows[0]) : null;
  return claim?.mergedInto ? readClaim(db, claim.mergedInto, asOf) : claim;
}

/**
 * What `buildTimeline` needs for one page: exactly its rows, for the claim's head has the rest. A page that is not the first brings the
 * first known one along, so that lanes and lags are right; the page itself does not show it.
 */
async function readTimeline(
  db: Db,
  claim: ClaimSummary,
  { place, asOf }: PageOptions,
  limit: number,
): Promise<{ input: TimelineInput; page: SightingRow[] }> {
  const rows = await db.batch([
    selectTimeline(db, claim.id, place ? justAfter(place.after) : START, limit, asOf),
    ...(place ? [selectSightingAt(db, claim.id, place.first, asOf)] : []),
    // What is watched is said on the first page: one row.
    ...(place ? [] : [selectCoverage(db)]),
  ]);
  const page = (rows[0] ?? []).map(sightingOf);
  const first = place ? (rows[1] ?? []).map(sightingOf)[0] : undefined;
  const watched = place ? [] : watchedOf(rows[1]?.[0], asOf, claim.id);
  return { page, input: inputOf(claim, asOf, first ? [first, ...page] : page, first?.id ?? null, watched) };
}
function inputOf(
  claim: ClaimSummary,
  asOf: number | null,
  sightings: SightingRow[],
  firstId: string | null,
  watched: TimelineInput["watched"] = [],
): TimelineInput {
  const shown = sightings.flatMap((s) => responseShown(s) ?? []);
  return {
    claim,
    revision: claim.revision,
    asOf,
    changedAt: claim.changedAt,
    counts: { sightings: claim.sightings, responses: claim.responses, platforms: claim.platforms },
    firstId,
    sightings,
    responses: [...shown, ...claim.firstResponses.filter((r) => !shown.some((s) => s.id === r.id))],
    verdicts: claim.verdicts,
    watched,
  };
}

/** The version of everything that a claim's pages show. */
export function etagOf(claim: ClaimSummary, ...parts: (string | number | null)[]): string {
  return `"${[claim.id.slice(1, 9), claim.version, ...parts.filter((p) => p !== null)].join("-")}"`;
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
/** How many sightings are left after a place; null when it cannot be known, because the claim changed since. */
function leftAfter(claim: ClaimSummary, { place }: PageOptions): number | null {
  if (!place) return claim.sightings;
  return place.revision === claim.revision ? Math.max(0, claim.sightings - place.shown) : null;
}

export interface TimelinePage {
  timeline: Timeline;
  next: string | null;
}
/** A page of a claim's timeline, and the cursor of the next. What it says of the whole is of the whole on the first page. */
export async function timelinePage(db: Db, claim: ClaimSummary, options: PageOptions): Promise<TimelinePage> {
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

/** A timeline that shows the events that were learned of last, newest first: for those who follow. At most 200 sightings and those. */
export async function newestEvents(
  db: Db,
  claim: ClaimSummary,
  { limit, asOf }: { limit: number; asOf: number | null },
): Promise<Timeline> {
  const few = claim.sightings <= FIRST_KNOWN_AMONG;
  const [first = [], last = []] = await db.batch([
    selectTimeline(db, claim.id, START, FIRST_KNOWN_AMONG, asOf),
    ...(few ? [] : [selectLatestSightings(db, claim.id, limit, asOf)]),
  ]);
  const rows = new Map([...first, ...last].map((row) => [String(row.id), sightingOf(row)]));
  const timeline = buildTimeline(inputOf(claim, asOf, [...rows.values()], null));
  const learned = (e: TimelineEvent) => e.seenAt ?? e.at;
  return { ...timeline, events: timeline.events.sort((a, b) => learned(b) - learned(a) || b.at - a.at).slice(0, limit) };
}

/** A page of a claim's responses after a (at, id) position, each as the timeline shows it, with its lag from the first known appearance. */
export async function responsesPage(
  db: Db,
  claim: ClaimSummary,
  { after, limit, asOf }: { after: Position | null; limit: number; asOf: number | null },
): Promise<{ events: TimelineEvent[]; next: string | null }> {
  const [answers = [], spread = []] = await db.batch([
    selectResponses(db, claim.id, after ?? START, limit, asOf),
    selectTimeline(db, claim.id, START, FIRST_KNOWN_AMONG, asOf),
  ]);
  const responses = answers.map(responseOf);
  const head = spread.map(sightingOf);
  const known = new Set(head.map((s) => s.id));
  const later = responses.filter((r) => !known.has(r.id));
  const rows = await db.batch(later.map((r) => selectSightingAt(db, claim.id, r, asOf)));
  // Which is the first known is said by the first page alone.
  const { firstKnown } = buildTimeline(inputOf(claim, asOf, head, null));
  const { events } = buildTimeline(inputOf(claim, asOf, [...head, ...rows.flat().map(sightingOf)], firstKnown?.eventId ?? null));
  const byId = new Map(events.map((event) => [event.id, event]));
  const last = responses.at(-1);
  const goesOn = last && responses.length === limit && responses.length < claim.responses;
  return { events: responses.flatMap((r) => byId.get(r.id) ?? []), next: goesOn ? cursorOf([last.at, last.id]) : null };
}
