/** A page of a claim's timeline: the claim and exactly the rows that the page shows. One D1 call if the request names the claim by its id. */
import { cursorOf, positionIn } from "../../../shared/cursor.ts";
import { timelineForReaders } from "../../../shared/review/readers.ts";
import { buildTimeline } from "../../../shared/timeline/timeline.ts";
import type { Timeline, TimelineEvent, TimelineInput } from "../../../shared/timeline/views.ts";
import { selectCoverage, selectCoverageVersion, watchedOf } from "../crawl/coverage.ts";
import type { Db, Row } from "../d1.ts";
import { isForReaders, publishPolicy } from "../publishing.ts";
import { responseOf, selectResponses } from "../relations/responses.ts";
import {
  MAX_NAMING,
  responseShown,
  selectLatestSightings,
  selectNaming,
  selectSightingAt,
  selectTimeline,
  selectWaitingResponses,
} from "../relations/sightings.ts";
import { type SightingRow, sightingOf } from "../relations/stored-sighting.ts";
import { readClaimAt } from "./asof.ts";
import { type ClaimSummary, selectClaim, summaryOf } from "./claims.ts";

interface Position {
  at: number;
  id: string;
}
/** A position in a timeline: the last sighting shown, the first known one, and the number shown so far of which revision. */
export interface Place {
  after: Position;
  first: Position;
  shown: number;
  revision: number;
}
/** Maximum number of sightings that are searched for the first known one: those of the timeline's first page. */
const FIRST_PAGE = 200;
/** Before every sighting. */
export const START: Position = { at: Number.MIN_SAFE_INTEGER, id: "" };

/** A position between two ids: SQLite then does not read the row at the position itself. */
const justAfter = ({ at, id }: Position): Position => ({ at, id: `${id} ` });

/** A claim as it is now (one row), or as it was known at an instant; for a merged claim, the claim that it was merged into. */
export async function readClaim(db: Db, id: string, asOf: number | null): Promise<ClaimSummary | null> {
  const claim = asOf === null ? await readUnmerged(db, id) : await readClaimAt(db, id, asOf);
  return claim?.mergedInto ? readClaim(db, claim.mergedInto, asOf) : claim;
}

/** The claim with this id, even if it was merged. */
export async function readUnmerged(db: Db, id: string): Promise<ClaimSummary | null> {
  const row = await db.first(selectClaim(db, id));
  return row ? summaryOf(row) : null;
}
/** The same for an answer that lists watched sources: one more row. */
export async function readClaimShown(db: Db, id: string, asOf: number | null): Promise<ClaimSummary | null> {
  if (asOf !== null) return readClaim(db, id, asOf);
  const [[row] = [], [watched] = []] = await db.batch([selectClaim(db, id), selectCoverageVersion(db)]);
  const claim = row ? shownClaim(row, watched) : null;
  return claim?.mergedInto ? readClaimShown(db, claim.mergedInto, null) : claim;
}
const shownClaim = (row: Row, coverage: Row | undefined): ClaimSummary => ({ ...summaryOf(row), watched: Number(coverage?.version ?? 0) });

/** The rows of a page: `readTimeline` says which. */
type PageRows = Row[][];
/** The lines in which people are named (`selectNaming`), if the page is too short to contain all of them. */
const selectNamingBeside = (db: Db, id: string, limit: number, asOf: number | null) =>
  limit < MAX_NAMING ? [selectNaming(db, id, asOf)] : [];
/** The current claim with its first page, in the same D1 call. A claim that was merged comes without a page. */
export async function readFirstPage(
  db: Db,
  id: string,
  limit: number,
): Promise<{ claim: ClaimSummary | null; rows: PageRows | undefined }> {
  const [[row] = [], ...rows] = await db.batch([
    selectClaim(db, id),
    selectTimeline(db, id, { after: START, limit, asOf: null }),
    selectCoverage(db),
    ...selectNamingBeside(db, id, limit, null),
  ]);
  const claim = row ? shownClaim(row, rows[1]?.[0]) : null;
  return claim?.mergedInto ? { claim: await readClaimShown(db, claim.mergedInto, null), rows: undefined } : { claim, rows };
}

/**
 * What `buildTimeline` needs for one page: its rows; the claim's summary has the rest. A later page also reads the first known sighting, so
 * that lanes and lags are right; it does not show it.
 */
async function readTimeline(
  db: Db,
  claim: ClaimSummary,
  { place, asOf, rows: known, limit: asked }: PageOptions,
  limit: number,
): Promise<{ input: TimelineInput; page: SightingRow[]; beside: SightingRow[] }> {
  const rows =
    known ??
    (await db.batch([
      selectTimeline(db, claim.id, { after: place ? justAfter(place.after) : START, limit, asOf }),
      // The first page lists the watched sources: one row.
      place ? selectSightingAt(db, claim.id, place.first, asOf) : selectCoverage(db),
      ...selectNamingBeside(db, claim.id, asked, asOf),
    ]));
  const page = (rows[0] ?? []).map(sightingOf);
  const first = place ? (rows[1] ?? []).map(sightingOf)[0] : undefined;
  const watched = place ? [] : watchedOf(rows[1]?.[0], asOf, claim.id);
  const beside = (rows[2] ?? []).map(sightingOf);
  return { page, beside, input: inputOf(claim, asOf, first ? [first, ...page] : page, first?.id ?? null, watched) };
}
/** The input of `buildTimeline` for some sightings of a claim. `firstId`: the sighting that is known first; null: `buildTimeline` decides. */
export function inputOf(
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

/** A timeline as readers see it; with `all`, for reviewers, with everything in it. `beside`: lines of other pages in which people are named. */
export function timelineFrom(input: TimelineInput, all = false, beside: readonly SightingRow[] = []): Timeline {
  if (all || publishPolicy() === "all") return buildTimeline(input);
  const sightings = input.sightings.filter(isForReaders);
  const responses = input.responses.filter(({ state }) => state === "confirmed");
  return timelineForReaders(buildTimeline({ ...input, sightings, responses }), beside);
}

/** The ETag of everything that a claim's pages show. It changes with the instance's policy, too. */
export function etagOf(claim: ClaimSummary, ...parts: (string | number | null)[]): string {
  const policy = publishPolicy() === "sure" ? null : `publish${publishPolicy()}`;
  return `"${[claim.id.slice(1, 9), claim.version, claim.watched ?? 0, policy, ...parts].filter((p) => p !== null).join("-")}"`;
}
interface PageOptions {
  /** Null for the first page. */
  place: Place | null;
  limit: number;
  asOf: number | null;
  /** Whether to include words that name a person and that nobody has reviewed. */
  all?: boolean;
  /** The rows of the first page, where `readFirstPage` read them. */
  rows?: PageRows | undefined;
}
const CURSOR = ["number", "string", "number", "string", "number", "number"] as const;
/** The place that a cursor of `timelinePage` names; null for any other text. */
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
/** The number of sightings after a place; null if the claim has changed since. */
function leftAfter(claim: ClaimSummary, { place }: PageOptions): number | null {
  if (!place) return claim.sightings;
  return place.revision === claim.revision ? Math.max(0, claim.sightings - place.shown) : null;
}

export interface TimelinePage {
  timeline: Timeline;
  /** The lines that were read, with all their words. */
  lines: readonly SightingRow[];
  next: string | null;
}
/** A page of a claim's timeline, and the cursor of the next. Statements about the whole timeline are complete on the first page only. */
export async function timelinePage(db: Db, claim: ClaimSummary, options: PageOptions): Promise<TimelinePage> {
  const { place, limit } = options;
  const left = leftAfter(claim, options);
  // Asking for no more rows than exist saves reading one past the end.
  const { input, page, beside } = await readTimeline(db, claim, options, Math.max(1, Math.min(limit, left ?? limit)));
  const timeline = timelineFrom(input, options.all, beside);
  const last = page.at(-1);
  const known = page.find((s) => s.id === timeline.firstKnown?.eventId) ?? page[0];
  const first = place?.first ?? (known && { at: known.at, id: known.id });
  const more = left === null ? page.length === limit : page.length < left;
  const shown = (place?.shown ?? 0) + page.length;
  return {
    timeline: place ? { ...timeline, events: timeline.events.filter((event) => event.id !== place.first.id) } : timeline,
    lines: [...page, ...beside],
    next: last && first && more ? cursorOf([last.at, last.id, first.at, first.id, shown, claim.revision]) : null,
  };
}

/** A timeline of the newest events by the time we learned of them, for feeds. Reads at most 200 sightings and the newest ones. */
export async function newestEvents(
  db: Db,
  claim: ClaimSummary,
  { limit, asOf, all }: Omit<PageOptions, "place" | "rows">,
): Promise<Timeline> {
  const few = claim.sightings <= FIRST_PAGE;
  const [first = [], last = []] = await db.batch([
    selectTimeline(db, claim.id, { after: START, limit: FIRST_PAGE, asOf }),
    ...(few ? [] : [selectLatestSightings(db, claim.id, limit, asOf)]),
  ]);
  const lines = new Map([...first, ...last].map(sightingOf).map((line) => [line.id, line]));
  const timeline = timelineFrom(inputOf(claim, asOf, [...lines.values()], null), all);
  const learned = (e: TimelineEvent) => e.seenAt ?? e.at;
  return { ...timeline, events: timeline.events.sort((a, b) => learned(b) - learned(a) || b.at - a.at).slice(0, limit) };
}

/** Responses that wait for a person, in the order of the timeline. Only editors may see them besides the claim's public responses. */
export async function waitingResponsesPage(
  db: Db,
  claim: ClaimSummary,
  { after, limit }: { after: Position | null; limit: number },
): Promise<{ events: TimelineEvent[]; next: string | null }> {
  const rows = await db.rows(selectWaitingResponses(db, claim.id, after ?? START, limit));
  const sightings = rows.map(sightingOf);
  const events = sightings.map((sighting): TimelineEvent => {
    const response = responseShown(sighting);
    return { ...sighting, lane: "responses", response: response && { ...response, lag: null } };
  });
  const last = sightings.at(-1);
  return { events, next: last && sightings.length === limit ? cursorOf([last.at, last.id]) : null };
}
/** A page of a claim's responses after a (at, id) position, as the timeline shows them, with their lags from the first known appearance. */
export async function responsesPage(
  db: Db,
  claim: ClaimSummary,
  { after, limit, asOf, all }: Omit<PageOptions, "place" | "rows"> & { after: Position | null },
): Promise<{ events: TimelineEvent[]; next: string | null }> {
  const [answers = [], spread = []] = await db.batch([
    selectResponses(db, claim.id, after ?? START, limit, asOf),
    selectTimeline(db, claim.id, { after: START, limit: FIRST_PAGE, asOf }),
  ]);
  const responses = answers.map(responseOf);
  const head = spread.map(sightingOf);
  const known = new Set(head.map((s) => s.id));
  const later = responses.filter((r) => !known.has(r.id));
  const rows = await db.batch(later.map((r) => selectSightingAt(db, claim.id, r, asOf)));
  // The first page alone decides which sighting is first known.
  const { firstKnown } = buildTimeline(inputOf(claim, asOf, head, null));
  const { events } = timelineFrom(inputOf(claim, asOf, [...head, ...rows.flat().map(sightingOf)], firstKnown?.eventId ?? null), all);
  const byId = new Map(events.map((event) => [event.id, event]));
  const last = responses.at(-1);
  const goesOn = last && responses.length === limit && responses.length < claim.responses;
  return { events: responses.flatMap((r) => byId.get(r.id) ?? []), next: goesOn ? cursorOf([last.at, last.id]) : null };
}
