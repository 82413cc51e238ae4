/** The list of followed claims, by views and filters. It takes two calls to D1 and reads a bounded number of rows, however many claims there are. */

import { whoInWords } from "../../../shared/access/who.ts";
import { sumOf } from "../../../shared/collections.ts";
import { DAY } from "../../../shared/durations.ts";
import { queryTerms } from "../../../shared/match/index.ts";
import { isOfWaiting, type ListFilter } from "../../../shared/review/desk-list.ts";
import { type ClaimSummary, IS_FOLLOWED, selectClaims, summariesById } from "../claims/claims.ts";
import { firstAndLastOf, selectFirstAndLast } from "../claims/find.ts";
import { matchAll } from "../claims/search.ts";
import type { Db, Row } from "../d1.ts";
import { Columns } from "../rows.ts";
import { waitsOn } from "./acts.ts";
import { type Decision, decisionOf, selectDecision } from "./decisions.ts";
import { type Follow, followOf, type SavedView, savedViewOf, selectFollows, selectViews } from "./follows.ts";
import { type SuggestionKind, selectCounts, selectCountsOf } from "./suggestions.ts";

/** Number of claims per page. */
const PAGE_SIZE = 12;
/** Maximum number of claims that a view without an index examines for one page. */
const MAX_LOOKED_AT = 30;
/** How many of the longest waiting suggestions are read for a page of their claims. */
const MAX_WAITING = 12;
/** Maximum number of a person's followed claims that are checked for changes. */
const MAX_FOLLOWS = 8;
const MAX_PROPOSALS = 5;
const MONTH = 30 * DAY;

/** Where a page begins: after this one. */
export interface Place {
  at: number;
  id: string;
}
/** A claim as the desk lists it. */
export interface ListedClaim {
  claim: ClaimSummary;
  owner: { id: string; name: string } | null;
  isWatched: boolean;
  waiting: Record<SuggestionKind, number>;
  /** The first and last time of an appearance, in ms. */
  first: number | null;
  last: number | null;
  /** The last decision about the claim. */
  decided: { at: number; by: string | null; name: string | null; did: string; things: number; why: string | null } | null;
}
interface Proposal {
  id: string;
  version: number;
  text: string;
  lang: string | null;
  band: number;
  sightings: number;
  responses: number;
}
export interface DeskPage {
  claims: ListedClaim[];
  next: Place | null;
  /** The number of claims that the filters find, if it is counted. */
  total: number | null;
  /** The number of followed claims, by "status visibility". */
  counts: Map<string, number>;
  /** The number of waiting acts, by kind. */
  waiting: Record<SuggestionKind, number>;
  proposals: Proposal[];
  views: SavedView[];
  /** The person's followed claims that changed since they last looked, the latest change first. */
  changed: Follow[];
  /** The decision that the request names. */
  decision: Decision | null;
}

const STATES = ["open", "settled", "archived"];
const VISIBILITIES = ["public", "unlisted", "private"];
const statesOf = ({ state }: ListFilter) => (state === "any" ? STATES : [state]);
const visibilitiesOf = ({ visibility }: ListFilter) => (visibility === "any" ? VISIBILITIES : [visibility]);
/** SQL of whether something of the kind that is asked for waits on a claim. */
const waitsFor = ({ kind }: ListFilter, claim: string) =>
  kind ? `EXISTS (SELECT 1 FROM suggestion_count n WHERE n.claim_id = ${claim} AND n.kind = '${kind}' AND n.waiting > 0)` : "1";
/** SQL of whether a claim h passes the filters by status, visibility and what waits, whose values are checked enums. */
const passes = (filter: ListFilter) =>
  `h.merged_into IS NULL AND h.status IN ('${statesOf(filter).join("','")}') AND h.visibility IN ('${visibilitiesOf(filter).join("','")}')
    AND ${waitsFor(filter, "h.claim_id")}`;
const isOldestFirst = ({ order, view }: ListFilter) => order === "oldest" && view === "all";

/**
 * Claims by their last change after a place, latest or oldest first: (id, at). Each state and visibility is one range of the index; D1 joins at most
 * five.
 */
function byChange(filter: ListFilter, limit: number): string {
  const [after, by] = isOldestFirst(filter) ? [">", "ASC"] : ["<", "DESC"];
  const first = (ranges: string[]) => `SELECT id, at FROM (${ranges.join(" UNION ALL ")}) ORDER BY at ${by}, id ${by} LIMIT ${limit}`;
  const states = statesOf(filter).map((status) =>
    first(
      visibilitiesOf(filter).map(
        (visibility) => `SELECT * FROM (SELECT claim_id AS id, active_at AS at FROM claim_summary INDEXED BY claim_summary_active
        WHERE ${IS_FOLLOWED} AND status = '${status}' AND visibility = '${visibility}' AND (active_at, claim_id) ${after} (?1, ?2)
        ORDER BY active_at ${by}, claim_id ${by} LIMIT ${limit})`,
      ),
    ),
  );
  return first(states.map((state) => `SELECT * FROM (${state})`));
}
/** The claims of the longest waiting suggestions after a time: (id, at, last, suggestions). A claim is on only one page. */
function byWaiting({ kind: only }: ListFilter): string {
  const kinds = (["response", "appearance", "source"] as const).filter((kind) => !only || kind === only);
  const ranges = kinds.map(
    (kind) => `SELECT * FROM (SELECT claim_id AS id, since AS at FROM suggestion WHERE kind = '${kind}' AND lead = 1 AND since > ?1
      ORDER BY since, id LIMIT ${MAX_WAITING})`,
  );
  const earlier = kinds.map((kind) => `EXISTS (SELECT 1 FROM ${waitsOn(kind, "w.id", "e").join(" WHERE ")} AND e.since <= ?1)`);
  return `SELECT id, at, last, suggestions, ?1 > 0 AND (${earlier.join(" OR ")}) AS is_earlier FROM (
    SELECT id, min(at) AS at, max(at) AS last, count(*) AS suggestions FROM (
      SELECT * FROM (${ranges.join(" UNION ALL ")}) ORDER BY at LIMIT ${MAX_WAITING}) GROUP BY id ORDER BY at) w`;
}

/** The claims of a view in its order, and a few that the filters leave out: (id, at, is_kept). `at` and the id: the claim's position. */
function selectListed(db: Db, filter: ListFilter, who: string, after: Place | null, now: number) {
  const kept = (from: string) =>
    `SELECT c.*, ${passes(filter)} AS is_kept FROM (${from}) c CROSS JOIN claim_summary h ON h.claim_id = c.id`;
  const begin = isOldestFirst(filter)
    ? { at: 0, id: "" }
    : { at: filter.view === "quiet" ? now - MONTH : Number.MAX_SAFE_INTEGER, id: "~" };
  const { at, id } = after ?? begin;
  const inOrder = (table: string, of: string) =>
    kept(`SELECT claim_id AS id, 0 AS at FROM ${table} WHERE ${of} = ?1 AND claim_id > ?2 ORDER BY claim_id LIMIT ${MAX_LOOKED_AT}`);
  if (filter.q) {
    return db.statement(
      kept(`SELECT claim_id AS id, 0 AS at FROM claim_search WHERE claim_search MATCH ?1 ORDER BY rank LIMIT ${MAX_LOOKED_AT}`),
      matchAll(queryTerms(filter.q)) ?? '"zqzq"',
    );
  }
  if (isOfWaiting(filter)) return db.statement(kept(byWaiting(filter)), after?.at ?? 0);
  if (filter.view === "watched") return db.statement(inOrder("followed_claim", "who"), who, after?.id ?? "");
  const owner = filter.owner === "me" ? who.replace(/^person:|^key:.*\//, "") : filter.owner;
  if (owner === "nobody")
    return db.statement(
      `SELECT c.id, c.at, NOT EXISTS (SELECT 1 FROM claim_owner o WHERE o.claim_id = c.id) AND ${waitsFor(filter, "c.id")} AS is_kept FROM (${byChange(filter, MAX_LOOKED_AT)}) c`,
      at,
      id,
    );
  if (owner) return db.statement(inOrder("claim_owner INDEXED BY claim_owner_of", "owner"), owner, after?.id ?? "");
  return db.statement(`SELECT id, at, 1 AS is_kept FROM (${byChange(filter, PAGE_SIZE + 1)})`, at, id);
}

/** The newest proposals: (id, since, band, text, lang, sightings, responses). */
const selectProposals = (db: Db, now: number) =>
  db.statement(
    `SELECT p.id, p.since, p.band, h.text, h.lang, h.sightings, h.responses FROM (SELECT id, since, band FROM suggestion
       WHERE kind = 'claim' AND lead = 1 AND due <= ?1 ORDER BY since DESC, id DESC LIMIT ${MAX_PROPOSALS}) p
     CROSS JOIN claim_summary h ON h.claim_id = p.id`,
    now,
  );
/** The last decision about each of some claims, with the name of who decided: (claim_id, at, by, did, why, things, name, key). */
const selectLastDecided = (db: Db, claimIds: string[]) =>
  db.statement(
    `SELECT j.value AS claim_id, d.at, d.by, d.did, d.why, json_array_length(d.items) AS things,
       (SELECT name FROM person WHERE id = CASE WHEN d.by GLOB 'person:*' THEN substr(d.by, 8) ELSE substr(d.by, instr(d.by, '/') + 1) END) AS name,
       CASE WHEN d.by GLOB 'key:*' AND d.by NOT GLOB '*/*' THEN (SELECT name FROM api_key WHERE id = substr(d.by, 5)) END AS key
     FROM json_each(?1) j CROSS JOIN decision d ON d.id = (SELECT s.decision_id FROM decision_subject s
       WHERE s.subject = j.value ORDER BY s.at DESC, s.decision_id DESC LIMIT 1)`,
    claimIds,
  );
/** Who made a decision, in words: a person, or a key that is nobody's. */
function deciderOf({ by, name, key }: Row): string | null {
  if (name !== null || by === null) return name as string | null;
  return whoInWords(String(by), { people: new Map(), keys: new Map(key === null ? [] : [[String(by).slice(4), String(key)]]) });
}
/** The owners of claims, and which of the claims somebody follows: (claim_id, owner, name, is_watched). */
const selectOwnersAndFollows = (db: Db, who: string, claimIds: string[]) =>
  db.statement(
    `SELECT j.value AS claim_id, o.owner, (SELECT name FROM person WHERE id = o.owner) AS name,
       EXISTS (SELECT 1 FROM followed_claim f WHERE f.who = ?2 AND f.claim_id = j.value) AS is_watched
     FROM json_each(?1) j LEFT JOIN claim_owner o ON o.claim_id = j.value`,
    claimIds,
    who,
  );

const PROPOSAL = new Columns("id, since as version, text, lang, band, sightings, responses");
const noWaiting = (): Record<SuggestionKind, number> => ({ response: 0, appearance: 0, source: 0, claim: 0 });
function waitingOf(rows: Row[]): Record<SuggestionKind, number> {
  const waiting = noWaiting();
  for (const row of rows) waiting[row.kind as SuggestionKind] += Number(row.waiting);
  return waiting;
}
/** How many claims the filters find, by the counts; null if they are not counted so. */
function totalOf(filter: ListFilter, counts: ReadonlyMap<string, number>): number | null {
  if (filter.q || filter.owner || filter.kind || filter.view !== "all") return null;
  const keys = statesOf(filter).flatMap((state) => visibilitiesOf(filter).map((visibility) => `${state} ${visibility}`));
  return sumOf(keys, (key) => counts.get(key) ?? 0);
}

/** Where the next page begins, from the claims that this page examined, and those among them that pass the filters; null at the end. */
function nextPlace(filter: ListFilter, listed: Row[], kept: Row[]): Place | null {
  const suggestions = sumOf(listed, (row) => Number(row.suggestions ?? 0));
  if (isOfWaiting(filter) && suggestions === MAX_WAITING) return { at: Math.max(...listed.map((row) => Number(row.last))), id: "w" };
  if (filter.q) return null;
  // After the last claim of a full page; otherwise after the last claim that was looked at.
  const isFull = kept.length > PAGE_SIZE;
  const end = isFull ? kept[PAGE_SIZE - 1] : listed.at(-1);
  return end && (isFull || listed.length >= MAX_LOOKED_AT) ? { at: Number(end.at), id: String(end.id) } : null;
}

/** A page of the list after a position, with the figures beside it. */
export async function readDesk(
  db: Db,
  filter: ListFilter,
  { who, after, now, did }: { who: string; after: Place | null; now: number; did: string | null },
): Promise<DeskPage> {
  const first = await db.load({
    listed: selectListed(db, filter, who, after, now),
    counts: db.statement("SELECT status, visibility, claims FROM claim_count"),
    waiting: selectCounts(db),
    proposals: selectProposals(db, now),
    views: selectViews(db, who),
    follows: selectFollows(db, who, MAX_FOLLOWS),
    decisions: did ? [selectDecision(db, did)] : [],
  });
  const kept = first.listed.filter((row) => row.is_kept && !row.is_earlier);
  const shown = kept.slice(0, PAGE_SIZE);
  const counts = new Map(first.counts.map((row) => [`${row.status} ${row.visibility}`, Number(row.claims)]));
  const decision = first.decisions.flat()[0];
  return {
    claims: await withDetails(
      db,
      who,
      shown.map((row) => String(row.id)),
    ),
    next: nextPlace(filter, first.listed, kept),
    total: totalOf(filter, counts),
    counts,
    waiting: waitingOf(first.waiting),
    proposals: first.proposals.map((row) => PROPOSAL.read(row)),
    views: first.views.map(savedViewOf),
    changed: first.follows
      .map(followOf)
      .filter((one) => one.changedAt > one.seenAt)
      .sort((a, b) => b.changedAt - a.changedAt),
    decision: decision ? decisionOf(decision) : null,
  };
}

/** Claims with all fields of the list, in the order given: one call. */
async function withDetails(db: Db, who: string, ids: string[]): Promise<ListedClaim[]> {
  if (!ids.length) return [];
  const rows = await db.load({
    claims: selectClaims(db, ids),
    beside: selectOwnersAndFollows(db, who, ids),
    waiting: selectCountsOf(db, ids),
    decided: selectLastDecided(db, ids),
    ends: selectFirstAndLast(db, ids),
  });
  const byClaim = (list: Row[]) => new Map(list.map((row) => [String(row.claim_id), row]));
  const beside = byClaim(rows.beside);
  const decided = byClaim(rows.decided);
  const ends = firstAndLastOf(rows.ends);
  const waiting = Map.groupBy(rows.waiting, (row) => String(row.claim_id));
  const claims = summariesById(rows.claims);
  return ids.flatMap((id): ListedClaim[] => {
    const claim = claims.get(id);
    const near = beside.get(id);
    const last = decided.get(id);
    const end = ends.get(id);
    if (!claim) return [];
    return [
      {
        claim,
        owner: near?.owner ? { id: String(near.owner), name: String(near.name ?? near.owner) } : null,
        isWatched: near?.is_watched === 1,
        waiting: waitingOf(waiting.get(id) ?? []),
        first: end?.first ?? null,
        last: end?.last ?? null,
        decided: last
          ? {
              at: Number(last.at),
              by: last.by as string | null,
              name: deciderOf(last),
              did: String(last.did),
              things: Number(last.things),
              why: last.why as string | null,
            }
          : null,
      },
    ];
  });
}
