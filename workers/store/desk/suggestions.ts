/** Suggestions, which wait for a person, in one list with exact counts: what the queue, the pages and decisions read of it. */

import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { sumOf } from "../../../shared/collections.ts";
import type { Db, Row } from "../d1.ts";
import { Columns } from "../rows.ts";
import { FOREVER } from "../versions.ts";
import { LIVE_SIGHTINGS, SHARED, sourceOn, waitsOn } from "./acts.ts";

export const SUGGESTION_KINDS = ["response", "appearance", "source", "claim"] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];
/** How sure the machine is: 3 near certain, 2 likely, 1 unsure or not measured, 0 doubtful. */
export type Band = 0 | 1 | 2 | 3;

export interface SuggestionRow {
  id: string;
  /** Suggestions with the same act are decided together. */
  act: string;
  kind: SuggestionKind;
  claimId: string;
  /** "" for a claim. */
  documentId: string;
  site: string;
  band: Band;
  /** Whether its line names a person who is not in the claim's wording. */
  named: boolean;
  since: number;
  due: number;
  lead: boolean;
}
export const SUGGESTION = new Columns("kind, since, id, act, claim_id, document_id, site, band, named flag, due, lead flag");
/** A suggestion from its row. */
export const suggestionOf = (row: Row): SuggestionRow => SUGGESTION.read(row);

/** A suggestion by its id and the instant since which it waits, as the API names it. */
export interface SuggestionKey {
  id: string;
  since: number;
}
/** The id of a source as a suggestion. */
export const sourceId = (e: { childId: string; parentId: string | null; type: string }) => `e:${e.childId}:${e.parentId ?? ""}:${e.type}`;
/** SQL of the id of an edge as a suggestion, as `sourceId` makes it. */
export const EDGE_ID = "'e:' || e.child_id || ':' || e.parent_id || ':' || e.type";

/** Filters of the queue; a field that is missing does not filter. */
export interface SuggestionFilter {
  kind?: SuggestionKind | undefined;
  claim?: string | undefined;
  site?: string | undefined;
  band?: Band | undefined;
  /** Only suggestions of at least this band. */
  atLeast?: Band | undefined;
  named?: boolean | undefined;
}
/** Maximum number of suggestions that a page of the queue examines. */
export const MAX_LOOKED_THROUGH = 80;

/** SQL of the next ?5 suggestions after (?2, ?3), longest waiting first, merged from one index range a kind; and of whether a filter finds one. */
function queueOf({ kind, claim, site, band, atLeast, named }: SuggestionFilter): { from: string; isFound: string } {
  const range = (one: SuggestionKind) => {
    const [table, condition] = claim === undefined ? ["suggestion q", `q.kind = '${one}'`] : waitsOn(one, "?1", "q");
    return `SELECT q.* FROM ${table} WHERE ${condition} AND (q.since, q.id) > (?2, ?3)`;
  };
  const tests = [
    "lead = 1",
    "due <= ?4",
    site !== undefined && "site = ?6",
    band !== undefined && `band = ${band}`,
    atLeast !== undefined && `band >= ${atLeast}`,
    named !== undefined && `named = ${named ? 1 : 0}`,
  ].filter(Boolean);
  return {
    from: `(${(kind ? [kind] : SUGGESTION_KINDS).map(range).join(" UNION ALL ")} ORDER BY since, id LIMIT ?5)`,
    isFound: `(${tests.join(" AND ")} AND ?1 IS ?1 AND ?6 IS ?6)`,
  };
}
interface QueueRange {
  after: { at: number; id: string } | null;
  now: number;
  limit: number;
}
const queueParameters = (filter: SuggestionFilter, { after, now }: QueueRange, most: number) =>
  [filter.claim ?? null, after?.at ?? 0, after?.id ?? "", now, most, filter.site ?? null] as const;
/** The next suggestions after a position, each with whether the filter finds it (`is_found`): at most `limit`, found or not. */
export function selectQueue(db: Db, filter: SuggestionFilter, range: QueueRange): D1PreparedStatement {
  const { from, isFound } = queueOf(filter);
  return db.statement(`SELECT *, ${isFound} AS is_found FROM ${from}`, ...queueParameters(filter, range, range.limit));
}
/** The suggestions that a filter finds, however many others come before them. */
export function selectSuggestions(db: Db, filter: SuggestionFilter, range: QueueRange): D1PreparedStatement {
  const { from, isFound } = queueOf(filter);
  return db.statement(`SELECT * FROM ${from} WHERE ${isFound} LIMIT ${range.limit}`, ...queueParameters(filter, range, -1));
}
/** Maximum count of new suggestions: more are "9 or more". */
export const MAX_NEW = 9;
/** The number of suggestions since an instant: (fresh). */
export function selectNew(db: Db, since: number): D1PreparedStatement {
  const range = (kind: SuggestionKind) => `SELECT lead FROM suggestion WHERE kind = '${kind}' AND since > ?1`;
  return db.statement(
    `SELECT count(*) AS fresh FROM (SELECT 1 FROM (${SUGGESTION_KINDS.map(range).join(" UNION ALL ")}) WHERE lead = 1 LIMIT ${MAX_NEW})`,
    since,
  );
}
/** SQL of the other members of acts; ?1: (act, id of the known suggestion). */
const OTHERS = `json_each(?1) j CROSS JOIN suggestion m INDEXED BY suggestion_act ON m.${SHARED} AND m.act = j.value ->> 0 AND m.id <> j.value ->> 1`;
/** The live sightings of the other reports of acts, and of the documents that name a source, each with its `act`. */
export function selectReportsOf(db: Db, known: [act: string, id: string][]): D1PreparedStatement {
  return db.statement(
    `SELECT s.*, m.act FROM ${OTHERS} ${LIVE_SIGHTINGS} AND iif(m.kind = 'source', s.role <> 'respond', s.listed = 0 AND s.id = m.id)`,
    known,
  );
}
/** The live edges to a source of the other documents that name it, each with its `act`. */
export function selectNamingOf(db: Db, known: [act: string, id: string][]): D1PreparedStatement {
  return db.statement(
    `SELECT e.*, m.act FROM ${OTHERS} CROSS JOIN edge e ON e.child_id = m.document_id AND e.replaced_at = ${FOREVER} AND ${EDGE_ID} = m.id`,
    known,
  );
}
/** Maximum number of appearances waiting on a claim that are compared with one of them. */
const MAX_COMPARED = 80;
/** The live sightings of appearances that wait on a claim, and are due. */
export function selectAppearancesOn(db: Db, claimId: string, now: number): D1PreparedStatement {
  const [table, condition] = waitsOn("appearance", "?1", "q");
  return db.statement(
    `SELECT s.* FROM (SELECT document_id, claim_id, id FROM ${table} WHERE ${condition} AND q.due <= ?2 ORDER BY q.since, q.id LIMIT ${MAX_COMPARED}) m
      ${LIVE_SIGHTINGS} AND s.id = m.id`,
    claimId,
    now,
  );
}
/** How many documents that name sources a claim's page shows. */
const MAX_NAMING = 24;
/**
 * The sources that wait on a claim, for `sourcesOn`. Four statements: their suggestions; the edges, and the documents' sightings of the claim, each
 * with its `act`; and the sources.
 */
export function selectSourcesOn(db: Db, claimId: string) {
  const from = `(SELECT q.* FROM suggestion q INDEXED BY suggestion_act WHERE ${sourceOn("?1", "q")} LIMIT ${MAX_NAMING}) m`;
  const edges = `${from} CROSS JOIN edge e ON e.child_id = m.document_id AND e.replaced_at = ${FOREVER} AND ${EDGE_ID} = m.id`;
  return {
    waiting: db.statement(`SELECT * FROM ${from}`, claimId),
    namings: db.statement(`SELECT e.*, m.act FROM ${edges}`, claimId),
    reports: db.statement(`SELECT s.*, m.act FROM ${from} ${LIVE_SIGHTINGS} AND s.role <> 'respond'`, claimId),
    parents: db.statement(
      `SELECT d.* FROM (SELECT DISTINCT e.parent_id FROM ${edges}) p CROSS JOIN document d ON d.id = p.parent_id`,
      claimId,
    ),
  };
}
/** The number of suggestions per act: (act, told). An act has one kind; to search both would read twice as many rows. */
export function selectSizesOfActs(db: Db, acts: Pick<SuggestionRow, "act" | "kind">[]): D1PreparedStatement {
  return db.statement(
    `SELECT j.value ->> 0 AS act, (SELECT count(*) FROM suggestion m INDEXED BY suggestion_act
      WHERE m.act = j.value ->> 0 AND m.kind = j.value ->> 1 AND m.${SHARED}) AS told FROM json_each(?1) j`,
    acts.map(({ act, kind }) => [act, kind]),
  );
}
/** Suggestions, each with all of its act. */
export function selectActs(db: Db, keys: SuggestionKey[]): D1PreparedStatement {
  const found = `json_each(?1) j CROSS JOIN suggestion s ON s.since = j.value ->> 1 AND s.id = j.value ->> 0 AND s.kind`;
  return db.statement(
    `SELECT m.* FROM ${found} IN ('response', 'source') CROSS JOIN suggestion m INDEXED BY suggestion_act ON m.act = s.act AND m.${SHARED}
     UNION SELECT s.* FROM ${found} IN ('appearance', 'claim')`,
    keys.map((key) => [key.id, key.since]),
  );
}
/** The number of waiting acts: (kind, band, waiting), of all claims or of one. */
export function selectCounts(db: Db, claimId = ""): D1PreparedStatement {
  return db.statement("SELECT kind, band, waiting FROM suggestion_count WHERE claim_id = ?1", claimId);
}
/** The number of waiting acts in such rows. */
export const waitingIn = (counts: readonly Row[]): number => sumOf(counts, (row) => Number(row.waiting));
/** The number of waiting acts per claim: (claim_id, kind, band, waiting). */
export function selectCountsOf(db: Db, claimIds: Iterable<string>): D1PreparedStatement {
  return db.statement("SELECT c.* FROM json_each(?1) j CROSS JOIN suggestion_count c ON c.claim_id = j.value", [...new Set(claimIds)]);
}
/** Postpones suggestions, with all of their acts, until an instant (ms); with 0 they are due again at once. */
export function putOff(db: Db, keys: SuggestionKey[], due: number): D1PreparedStatement[] {
  const list = keys.map((key) => [key.id, key.since]);
  const named = "SELECT value ->> 1, value ->> 0 FROM json_each(?1)";
  return [
    db.statement(
      `UPDATE suggestion SET due = ?2 WHERE ${SHARED} AND act IN (SELECT act FROM suggestion WHERE ${SHARED} AND (since, id) IN (${named}))`,
      list,
      due,
    ),
    db.statement(`UPDATE suggestion SET due = ?2 WHERE kind IN ('appearance', 'claim') AND (since, id) IN (${named})`, list, due),
  ];
}
