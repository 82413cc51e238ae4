/** Claims, their phrasings, their summaries, and the search index. */

import type { Searchable } from "../../../shared/match/index.ts";
import { rowNumber } from "../../../shared/model/id.ts";
import { isToSettle } from "../../../shared/model/sighting.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import type { ClaimView, ResponseView, VerdictView } from "../../../shared/timeline/views.ts";
import { chunks, type Db, insertSql, type Row } from "../d1.ts";
import { FIRST_RESPONSES, VERDICTS } from "../relations/responses.ts";
import { Columns } from "../rows.ts";
import { closeVersions, type Difference, FOREVER, instants, LAST_INSTANT } from "../versions.ts";
import { SAMPLE_RATE } from "./search.ts";

export interface ClaimRow extends Omit<ClaimView, "phrasings"> {
  recordedAt: number;
  /** The id of the claim that it was merged into; in a summary, the last one of a chain of merges. */
  mergedInto: string | null;
}
/** A claim as lists and timelines print it. */
export interface ClaimSummary extends ClaimView, Pick<ClaimRow, "mergedInto"> {
  /** The number of instants at which the claim changed. */
  revision: number;
  changedAt: number;
  sightings: number;
  responses: number;
  platforms: Record<string, number>;
  /** The number of its public lines whose stance the machine is unsure of; null: not counted. */
  unsure: number | null;
  /** Its first responses, up to 20. */
  firstResponses: ResponseView[];
  verdicts: VerdictView[];
  /** Whether it is private now, or was at the instant in question. */
  hidden: boolean;
  /** A value that differs between any two states of a claim. */
  version: string;
  /** How often the list of watched sources has changed, if the answer shows it: with `version` for ETags. */
  watched?: number;
}

const COLUMNS = ["id", "recorded_at", "created_at", "ref", "text", "lang", "status", "visibility", "subject", "merged_into"];

const PRINTED_COLUMNS = ["ref", "text", "lang", "status", "visibility", "subject", "merged_into", "listed"];
const ALL_INSTANTS = instants("claim_summary.claim_id", String(LAST_INSTANT));
/** Maximum number of states in a summary, which mostly stays under a kilobyte. `followLog` moves them to the claim's history earlier, if it can. */
const MAX_RECENT = 48;
/** Moves the states of claims (`j.value`, of ?1) to their history if the summary has no room for another. Must come before a change of the claims. */
const moveStates = (db: Db, claims: string, parameter: string | readonly string[]) =>
  db.statement(
    `INSERT INTO claim_history (claim_id, at, states) SELECT h.claim_id, h.recent ->> '$[0][0]', h.recent
     FROM ${claims} j CROSS JOIN claim_summary h ON h.claim_id = j.value
     WHERE json_array_length(h.recent) >= ${MAX_RECENT} ON CONFLICT DO UPDATE SET states = excluded.states`,
    parameter,
  );
const ITEMS = "json_each(?1)";
/**
 * SQL that raises the revision of claims that change at ?2, and stores the state before. If ?2 is not later than their last change (two batches
 * in one millisecond, or by two clocks), the instants are counted again, so that the revision agrees with `instants`.
 */
const RAISE_REVISION = `version = claim_summary.version + 1,
  recent = json_insert(iif(json_array_length(claim_summary.recent) < ${MAX_RECENT}, claim_summary.recent, '[]'), '$[#]',
    CASE WHEN claim_summary.changed_at > ?2 THEN json_array(?2, NULL) ELSE json_array(claim_summary.changed_at, claim_summary.revision,
      claim_summary.sightings, claim_summary.responses, json(claim_summary.platforms)) END),
  revision = CASE WHEN claim_summary.changed_at < ?2 THEN claim_summary.revision + 1 ELSE (SELECT count(*) FROM (${ALL_INSTANTS})) END,
  changed_at = CASE WHEN claim_summary.changed_at < ?2 THEN ?2 ELSE (SELECT max(at) FROM (${ALL_INSTANTS})) END`;
/** Deletes the history of claims; it is then counted from their rows when it is needed. */
export function forgetStates(db: Db, claimIds: readonly unknown[]) {
  return [
    db.statement("DELETE FROM claim_history WHERE claim_id IN (SELECT value FROM json_each(?1))", claimIds),
    db.statement("UPDATE claim_summary SET recent = '[]' WHERE recent <> '[]' AND claim_id IN (SELECT value FROM json_each(?1))", claimIds),
  ];
}
const INSERT_SUMMARY = `INSERT INTO claim_summary (claim_id, created_at, ${PRINTED_COLUMNS.join(", ")}, sightings, platforms, unsure, revision,
  changed_at, active_at)
  SELECT ${Array.from({ length: PRINTED_COLUMNS.length + 5 }, (_, i) => `value ->> ${i}`).join(", ")}, 1, ?2, ?2 - ?2 % 3600000 FROM json_each(?1)
  WHERE true ON CONFLICT (claim_id) DO UPDATE SET ${RAISE_REVISION}, active_at = excluded.active_at, ${PRINTED_COLUMNS.map((c) => `${c} = excluded.${c}`).join(", ")}`;

/**
 * Adds new versions of claims and ends the current ones. New claims get a summary with the counts in `counted`. Must come before other changes
 * of the same claims.
 */
export function insertClaims(db: Db, claims: ClaimRow[], now: number, counted: ReadonlyMap<string, SummaryChange> = new Map()) {
  const ids = claims.map((c) => c.id);
  // A new proposal of a machine, which is a frequent write, is in no count. A claim that becomes a proposal again was in one.
  const isCounted = claims.some((c) => c.status !== "proposed" || c.createdAt < now);
  return [
    moveStates(db, ITEMS, ids),
    ...(isCounted ? [countClaims(db, ids, "-")] : []),
    ...closeVersions(
      db,
      "claim",
      ["id"],
      claims.map((c) => [c.id]),
      now,
    ),
    ...chunks(claims.map((c) => [c.id, now, c.createdAt, c.ref, c.text, c.lang, c.status, c.visibility, c.subject, c.mergedInto])).map(
      (part) => db.statement(insertSql("claim", COLUMNS, "DO NOTHING"), part),
    ),
    ...chunks(
      claims.map((c) => [
        c.id,
        c.createdAt,
        c.ref,
        c.text,
        c.lang,
        c.status,
        c.visibility,
        c.subject,
        c.mergedInto,
        c.visibility === "public" && c.status !== "proposed" && !c.mergedInto ? 1 : 0,
        counted.get(c.id)?.sightings ?? 0,
        JSON.stringify(counted.get(c.id)?.platforms ?? {}),
        counted.get(c.id)?.unsure ?? 0,
      ]),
    ).map((part) => db.statement(INSERT_SUMMARY, part, now)),
    ...(isCounted ? [countClaims(db, ids, "")] : []),
  ];
}
/** SQL of whether lists show a claim: it is followed, and not merged into another. */
export const IS_FOLLOWED = "merged_into IS NULL AND status <> 'proposed'";
/** Adds claims to the counts by status and visibility, or subtracts them. */
function countClaims(db: Db, ids: string[], sign: "" | "-") {
  return db.statement(
    `INSERT INTO claim_count (status, visibility, claims) SELECT status, visibility, ${sign}count(*)
      FROM json_each(?1) j CROSS JOIN claim_summary h ON h.claim_id = j.value AND ${IS_FOLLOWED} GROUP BY 1, 2
     ON CONFLICT DO UPDATE SET claims = claims + excluded.claims`,
    [...new Set(ids)],
  );
}
/** Counts all claims again. */
export function recountClaims(db: Db) {
  return [
    db.statement("DELETE FROM claim_count"),
    db.statement(
      `INSERT INTO claim_count (status, visibility, claims) SELECT status, visibility, count(*) FROM claim_summary WHERE ${IS_FOLLOWED} GROUP BY 1, 2`,
    ),
  ];
}
/** SQL of the hour in which a claim last changed: `active_at`, once the log was processed that far. */
export const ACTIVE_AT = "changed_at - changed_at % 3600000";
/** Precondition: none of these claims is stored yet. */
export function requireNewClaims(db: Db, ids: string[]) {
  return db.conflictIf("FROM json_each(?1) j JOIN claim_summary h ON h.claim_id = j.value", ids);
}
/** Adds wordings after those that their claims have, in the order given. */
export function insertPhrasings(db: Db, rows: { claimId: string; text: string }[], now: number) {
  return db.statement(
    `INSERT INTO phrasing (claim_id, text, recorded_at, position)
     SELECT j.value ->> 0, j.value ->> 1, ?2, j.key + (SELECT coalesce(max(p.position) + 1, 0) FROM phrasing p WHERE p.claim_id = j.value ->> 0)
     FROM json_each(?1) j WHERE true ON CONFLICT DO NOTHING`,
    rows.map((r) => [r.claimId, r.text]),
    now,
  );
}
/** Removes wordings from claims. The instants at which they were added go with them: see `recountRevisions`. */
export function deletePhrasings(db: Db, rows: { claimId: string; text: string }[]) {
  return db.statement(
    "DELETE FROM phrasing WHERE (claim_id, text) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?1))",
    rows.map((r) => [r.claimId, r.text]),
  );
}
/** Counts the instants of change of claims again. */
export function recountRevisions(db: Db, claimIds: string[]) {
  return [
    ...forgetStates(db, claimIds),
    db.statement(
      `UPDATE claim_summary SET version = version + 1, (revision, changed_at) = (SELECT count(*), max(at) FROM (${ALL_INSTANTS}))
        WHERE claim_id IN (SELECT value FROM json_each(?1))`,
      claimIds,
    ),
  ];
}
/** Wordings that claims were given at an instant: (claim_id, text). */
export function selectPhrasingsAt(db: Db, claimIds: string[], at: number) {
  return db.statement(
    "SELECT p.claim_id, p.text FROM json_each(?1) j JOIN phrasing p ON p.claim_id = j.value WHERE p.recorded_at = ?2",
    claimIds,
    at,
  );
}
const INDEX_TABLES = ["claim_search", "claim_search_sample"];
/** Adds claims to the search index, or replaces them there. The row number is derived from the id. */
export function indexClaims(db: Db, rows: { claimId: string; words: string; scored: Searchable & { ref: string | null } }[]) {
  const numbered = rows.map((r) => [rowNumber(r.claimId), r.words, r.claimId, JSON.stringify(r.scored)]);
  return [
    ...chunks(numbered).map((part) =>
      db.statement(
        `INSERT OR REPLACE INTO claim_search (rowid, words, claim_id, scored) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3
          FROM json_each(?1)`,
        part,
      ),
    ),
    ...chunks(numbered.filter(([row]) => Number(row) % SAMPLE_RATE === 0)).map((part) =>
      db.statement("INSERT OR REPLACE INTO claim_search_sample (rowid, words) SELECT value ->> 0, value ->> 1 FROM json_each(?1)", part),
    ),
  ];
}
/** Removes claims from the search index. */
export function unindexClaims(db: Db, claimIds: string[]) {
  return [...INDEX_TABLES, "story_search"].map((table) =>
    db.statement(`DELETE FROM ${table} WHERE rowid IN (SELECT value FROM json_each(?1))`, claimIds.map(rowNumber)),
  );
}

/** The change of a claim's summary: counts to add, and whether its responses and verdicts have to be read again. */
interface SummaryChange {
  claimId: string;
  sightings: number;
  responses: number;
  platforms: Record<string, number>;
  unsure: number;
  answersChanged: boolean;
}
/** A change of a summary that changes nothing yet. */
export const unchangedSummary = (claimId: string): SummaryChange => ({
  claimId,
  sightings: 0,
  responses: 0,
  platforms: {},
  unsure: 0,
  answersChanged: false,
});

type Counted = { claimId: string; platform: string | null } & Parameters<typeof isToSettle>[0];
type OfClaims = Difference<{ claimId: string }>;
/**
 * The change of each claim's summary: counts of sightings by platform, of responses, and whether its responses and verdicts have to be read again.
 */
export function summaryChanges(changes: { sightings: Difference<Counted>; responses: OfClaims; verdicts: OfClaims }): SummaryChange[] {
  const { sightings, responses, verdicts } = changes;
  const byClaim = new Map<string, SummaryChange>();
  const changeOf = (claimId: string) => {
    const change = byClaim.get(claimId) ?? unchangedSummary(claimId);
    byClaim.set(claimId, change);
    return change;
  };
  const count = (row: Counted, n: number) => {
    if (!row.listed) return;
    const change = changeOf(row.claimId);
    change.sightings += n;
    if (isToSettle(row)) change.unsure += n;
    const name = row.platform ?? "web";
    if (row.role !== "respond") change.platforms[name] = (ownProperty(change.platforms, name) ?? 0) + n;
  };
  for (const row of sightings.add) count(row, 1);
  for (const row of sightings.close) count(row, -1);
  for (const { claimId } of responses.add) changeOf(claimId).responses++;
  for (const { claimId } of responses.close) changeOf(claimId).responses--;
  for (const { add, close } of [responses, verdicts]) for (const { claimId } of [...add, ...close]) changeOf(claimId).answersChanged = true;
  return [...byClaim.values()];
}
const THEN = "coalesce(platforms ->> (j.value ->> 3), 0) + (j.value ->> 4)";
/** SQL of the counts by platform plus a change: of one platform by path (3) and number (4), of several as JSON (3), which reads more rows. */
const ADDED = {
  one: `CASE WHEN j.value ->> 3 IS NULL THEN platforms WHEN ${THEN} > 0 THEN json_set(platforms, j.value ->> 3, ${THEN})
    ELSE json_remove(platforms, j.value ->> 3) END`,
  several: `(SELECT json_group_object(key, n) FROM (SELECT key, sum(value) AS n FROM (SELECT key, value FROM json_each(claim_summary.platforms)
    UNION ALL SELECT key, value FROM json_each(j.value ->> 3)) GROUP BY key HAVING sum(value) > 0))`,
};
/** Whether at most one platform's count changes, and a path of JSON can name it. */
function platformOf({ platforms }: SummaryChange): keyof typeof ADDED {
  const names = Object.keys(platforms);
  return names.length < 2 && names.every((name) => /^[\w.-]+$/.test(name)) ? "one" : "several";
}
/** Adds to the summaries of claims and raises their revision. Must come after the counted rows, in the same batch. */
export function bumpSummaries(db: Db, rows: SummaryChange[], now: number) {
  const moved = moveStates(
    db,
    ITEMS,
    rows.map((r) => r.claimId),
  );
  const bumps = [...Map.groupBy(rows, platformOf)].map(([how, some]) =>
    db.statement(
      `UPDATE claim_summary SET ${RAISE_REVISION}, sightings = sightings + (j.value ->> 1), responses = responses + (j.value ->> 2), unsure = unsure + (j.value ->> 6),
         platforms = ${ADDED[how]},
         first_responses = CASE WHEN j.value ->> 5 THEN ${FIRST_RESPONSES} ELSE first_responses END,
         verdicts = CASE WHEN j.value ->> 5 THEN ${VERDICTS} ELSE verdicts END
       FROM json_each(?1) j WHERE claim_summary.claim_id = j.value ->> 0`,
      some.map((r) => {
        const [[name, number] = []] = Object.entries(r.platforms);
        const platforms =
          how === "several" ? [JSON.stringify(r.platforms), null] : [name === undefined ? null : `$."${name}"`, number ?? null];
        return [r.claimId, r.sightings, r.responses, ...platforms, r.answersChanged ? 1 : 0, r.unsure];
      }),
      now,
    ),
  );
  return [moved, ...bumps];
}

/** Gives claims whose graphs have changed, because edges of their documents have, new ETags with the same revision. */
export function touchSummaries(db: Db, claimIds: string[]) {
  return db.statement("UPDATE claim_summary SET version = version + 1 WHERE claim_id IN (SELECT value FROM json_each(?1))", claimIds);
}

/** Raises the revision of claims whose timelines show a document whose display has changed. No counts change. */
export function raiseRevisions(db: Db, documentId: string, now: number) {
  const claims = `SELECT s.claim_id AS value FROM sighting s INDEXED BY sighting_document
    WHERE s.document_id = ?1 AND s.replaced_at = ${FOREVER} AND s.listed = 1`;
  return [
    moveStates(db, `(${claims})`, documentId),
    db.statement(`UPDATE claim_summary SET ${RAISE_REVISION} WHERE claim_id IN (${claims})`, documentId, now),
  ];
}

const COUNT_COLUMNS = [
  "created_at",
  "revision",
  "version",
  "changed_at",
  "erasures",
  "sightings",
  "responses",
  "platforms",
  "unsure",
  "first_responses",
  "verdicts",
]
  .map((c) => `h.${c}`)
  .join(", ");
/** The columns of a summary named h, as `summaryOf` reads them. */
const SUMMARY = `h.claim_id AS id, h.ref, h.text, h.lang, h.status, h.visibility, h.subject, ${COUNT_COLUMNS},
  CASE WHEN h.merged_into IS NOT NULL THEN (
    WITH RECURSIVE up (id) AS (SELECT h.merged_into UNION SELECT c.merged_into FROM up JOIN claim_summary c ON c.claim_id = up.id)
    SELECT u.id FROM up u JOIN claim_summary c ON c.claim_id = u.id WHERE c.merged_into IS NULL) END AS merged_into`;
const PRINTED = new Columns(
  "id, ref, text, lang, status, visibility, subject, merged_into, created_at, revision, changed_at, sightings, responses, platforms json, unsure, first_responses json, verdicts json",
);
/** A summary from a row of `selectClaim` or its like. */
export function summaryOf(row: Row, phrasings: string[] = []): ClaimSummary {
  return {
    ...PRINTED.read(row),
    phrasings,
    hidden: row.visibility === "private",
    version: String(row.version),
    watched: Number(row.watched ?? 0),
  };
}
/** The summaries of claims, by id. */
export const summariesById = (rows: readonly Row[]): Map<string, ClaimSummary> =>
  new Map(rows.map((row) => [String(row.id), summaryOf(row)]));
/** The summary of a claim: one row. */
export function selectClaim(db: Db, id: string) {
  return db.statement(`SELECT ${SUMMARY} FROM claim_summary h WHERE h.claim_id = ?1`, id);
}
/** The summaries of the claims with these ids. */
export function selectClaims(db: Db, ids: Iterable<string>) {
  return db.statement(`SELECT ${SUMMARY} FROM json_each(?1) j JOIN claim_summary h ON h.claim_id = j.value`, [...new Set(ids)]);
}
/** The summaries of the claims that match an expression of the search index, best first. */
export function selectClaimsLike(db: Db, match: string, limit: number) {
  return db.statement(
    `SELECT ${SUMMARY} FROM (SELECT claim_id, rank FROM claim_search WHERE claim_search MATCH ?1 ORDER BY rank LIMIT ?2) j
      CROSS JOIN claim_summary h ON h.claim_id = j.claim_id ORDER BY j.rank`,
    match,
    limit,
  );
}
/** The summaries of claims, and of all claims of which documents have a sighting. */
export function selectClaimsWith(db: Db, ids: string[], documentIds: string[]) {
  return db.statement(
    `SELECT ${SUMMARY} FROM (SELECT value AS id FROM json_each(?1) UNION SELECT s.claim_id FROM json_each(?2) j
       CROSS JOIN sighting s INDEXED BY sighting_document ON s.document_id = j.value AND s.replaced_at = ${FOREVER}) j
      JOIN claim_summary h ON h.claim_id = j.id`,
    ids,
    documentIds,
  );
}
/** The phrasings that a claim had at an instant (ms), in their order: (text). */
export function selectPhrasings(db: Db, claimId: string, asOf = LAST_INSTANT) {
  return db.statement("SELECT text FROM phrasing WHERE claim_id = ?1 AND recorded_at <= ?2 ORDER BY position, text", claimId, asOf);
}
/** Phrasings of several claims: (claim_id, text). */
export function selectPhrasingsOf(db: Db, claimIds: string[]) {
  return db.statement(
    "SELECT p.claim_id, p.text FROM json_each(?1) j JOIN phrasing p ON p.claim_id = j.value ORDER BY p.position, p.text",
    claimIds,
  );
}
/** The phrasings of such rows, by claim. */
export function phrasingsByClaim(rows: readonly Row[]): Map<string, Set<string>> {
  const phrasings = new Map<string, Set<string>>();
  for (const { claim_id, text } of rows) phrasings.set(String(claim_id), (phrasings.get(String(claim_id)) ?? new Set()).add(String(text)));
  return phrasings;
}
/** SQL of whether a claim is in lists: a proposal is there as long as a document carries it. */
const IS_CARRIED = "(status <> 'proposed' OR sightings > 0)";
/** A page of claims before a (created_at, id) position, newest first: the listed ones, or all. */
export function listClaims(db: Db, listed: boolean, before: { at: number; id: string }, limit: number) {
  // Two ranges of one index, each read no further than the page: one IN over both would sort all claims.
  const range = (value: number) =>
    `SELECT * FROM (SELECT * FROM claim_summary INDEXED BY claim_summary_listed
      WHERE listed = ${value} AND (created_at, claim_id) < (?1, ?2) AND ${IS_CARRIED} ORDER BY created_at DESC, claim_id DESC LIMIT ?3)`;
  const summaries = listed ? range(1) : `${range(0)} UNION ALL ${range(1)}`;
  return db.statement(
    `SELECT ${SUMMARY} FROM (${summaries}) h ORDER BY h.created_at DESC, h.claim_id DESC LIMIT ?3`,
    before.at,
    before.id,
    limit,
  );
}

/** SQL of the newest claims before a position. */
const NEWEST = `SELECT * FROM (${[0, 1]
  .map(
    (value) =>
      `SELECT * FROM (SELECT * FROM claim_summary INDEXED BY claim_summary_listed
        WHERE listed = ${value} AND (created_at, claim_id) < (?1, ?2) ORDER BY created_at DESC, claim_id DESC LIMIT ?3)`,
  )
  .join(" UNION ALL ")}) ORDER BY created_at DESC, claim_id DESC LIMIT ?3`;
/** Empty texts mean no condition. */
export interface ClaimFilter {
  status: string;
  visibility: string;
  unanswered: boolean;
  lang?: string;
  subject?: string;
  /** With a sighting on this platform. */
  platform?: string;
  /** Only claims added or changed at this instant (ms) or later. */
  since?: number;
}
/** The claims before a position that pass a filter, newest first; `among`: how many of the newest are searched. */
export function filterClaims(db: Db, filter: ClaimFilter, before: { at: number; id: string }, among: number, limit: number) {
  return db.statement(
    `SELECT ${SUMMARY} FROM (${NEWEST}) h
      WHERE ${IS_CARRIED} AND (?4 = '' OR h.status = ?4) AND (?5 = '' OR h.visibility = ?5) AND (?6 = 0 OR h.responses = 0)
        AND (?8 = '' OR h.lang = ?8) AND (?9 = '' OR h.subject = ?9) AND (?10 = '' OR h.platforms ->> ?10 > 0) AND h.changed_at >= ?11
     ORDER BY h.created_at DESC, h.claim_id DESC LIMIT ?7`,
    before.at,
    before.id,
    among,
    filter.status,
    filter.visibility,
    filter.unanswered ? 1 : 0,
    limit,
    filter.lang ?? "",
    filter.subject ?? "",
    filter.platform ?? "",
    filter.since ?? 0,
  );
}
/** The last of those newest claims, and how many there are: (n, at, id). */
export function windowEnd(db: Db, before: { at: number; id: string }, among: number) {
  return db.statement(
    `SELECT count(*) OVER () AS n, created_at AS at, claim_id AS id FROM (${NEWEST}) ORDER BY created_at, claim_id LIMIT 1`,
    before.at,
    before.id,
    among,
  );
}

/** Proposed claims with sightings, created near an instant: up to `each` before it, and up to `each` from it on. */
export function selectProposedNear(db: Db, at: number, each: number) {
  const side = (order: string) =>
    `SELECT * FROM (SELECT claim_id, text, lang FROM claim_summary INDEXED BY claim_summary_proposed
      WHERE status = 'proposed' AND sightings > 0 AND created_at ${order} LIMIT ?2)`;
  return db.statement(
    `${side("< ?1 ORDER BY created_at DESC, claim_id DESC")} UNION ALL ${side(">= ?1 ORDER BY created_at, claim_id")}`,
    at,
    each,
  );
}

/** A page of claims for rebuilding the search index. */
export function selectForIndex(db: Db, after: string, limit: number) {
  return db.statement(
    `SELECT c.id, c.ref, c.text, c.lang, (SELECT json_group_array(text) FROM (SELECT text FROM phrasing WHERE claim_id = c.id ORDER BY position, text)) AS phrasings
     FROM claim c WHERE c.id > ?1 AND c.replaced_at = ?2 AND c.status <> 'proposed' AND c.merged_into IS NULL ORDER BY c.id LIMIT ?3`,
    after,
    FOREVER,
    limit,
  );
}
/** Empties the search index. */
export function clearIndex(db: Db) {
  return INDEX_TABLES.map((table) => db.statement(`DELETE FROM ${table}`));
}
