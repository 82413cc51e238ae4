/** The queries of sightings: versioned rows, stored in the order of the timeline so that a page reads exactly its rows. */

import { MATCHER } from "../../../shared/match/index.ts";
import { READER, REPLY } from "../../../shared/model/sighting.ts";
import type { ResponseView } from "../../../shared/timeline/views.ts";
import { chunks, type Db, insertSql } from "../d1.ts";
import { documentsWithText } from "../documents/texts.ts";
import { closeVersions, FOREVER, rowsAt } from "../versions.ts";
import { lineSql, OUTLINE_CONTEXT, OUTLINE_WORDS, SIGHTING_COLUMNS, type SightingRow, valuesOf } from "./stored-sighting.ts";

/** Adds versions of sightings. */
export function insertSightings(db: Db, rows: SightingRow[]) {
  return chunks(rows.map((s) => [...valuesOf(s), s.recordedAt])).map((part) =>
    db.statement(insertSql("sighting", SIGHTING_COLUMNS, "DO NOTHING"), part),
  );
}
/** Ends the live versions of these sightings. */
export function closeSightings(db: Db, rows: SightingRow[], now: number) {
  const keys = rows.map((s) => [s.claimId, s.listed ? 1 : 0, s.at, s.id]);
  return closeVersions(db, "sighting", ["claim_id", "listed", "at", "id"], keys, now);
}
/** SQL of whether a document has a live sighting s; `condition`: "AND …" for a certain one. */
export const isSighted = (document: string, condition = "") =>
  `EXISTS (SELECT 1 FROM sighting s INDEXED BY sighting_document WHERE s.document_id = ${document} AND s.replaced_at = ${FOREVER} ${condition})`;
/** SQL of whether a document's own words make a followed claim. Proposals, and decisions of people, do not count. */
export const makesOwnClaim = (document: string) =>
  isSighted(document, `AND s.listed = 1 AND s.method NOT IN ('person', '${READER}', '${REPLY}')`);
/** SQL of whether the matcher links a document's own words to a followed claim. */
export const isLinked = (document: string) => isSighted(document, `AND s.listed = 1 AND s.method = '${MATCHER}'`);
/** SQL of all versions s of the sightings of documents. */
export const SIGHTINGS_OF = "SELECT s.* FROM json_each(?1) j CROSS JOIN sighting s INDEXED BY sighting_document ON s.document_id = j.value";
/** The live sightings of documents, listed or not. */
export function selectSightingsOf(db: Db, documentIds: Iterable<string>) {
  return db.statement(`${SIGHTINGS_OF} AND s.replaced_at = ${FOREVER}`, [...new Set(documentIds)]);
}
/** The same, and versions that ended after an instant. */
export function selectSightingsSince(db: Db, documentIds: Iterable<string>, at: number) {
  return db.statement(`${SIGHTINGS_OF} AND s.replaced_at > ?2`, [...new Set(documentIds)], at);
}
/** The live sightings of a document, each with its `claim` as JSON: what shows it, and what decides who may see it. */
export function selectSightingsWithClaims(db: Db, documentId: string) {
  return db.statement(
    `SELECT s.*, json_object('id', h.claim_id, 'ref', h.ref, 'text', h.text, 'status', h.status, 'visibility', h.visibility) AS claim
      FROM sighting s INDEXED BY sighting_document JOIN claim_summary h ON h.claim_id = s.claim_id
      WHERE s.document_id = ?1 AND s.replaced_at = ${FOREVER}`,
    documentId,
  );
}
/** The live sightings of documents on claims, by (document, claim). */
export function selectSightingsAt(db: Db, pairs: [document: string, claim: string][]) {
  return db.statement(
    `SELECT s.* FROM json_each(?1) j CROSS JOIN sighting s INDEXED BY sighting_document
      ON s.document_id = j.value ->> 0 AND s.claim_id = j.value ->> 1 AND s.replaced_at = ${FOREVER}`,
    pairs,
  );
}
/** Maximum number of documents with the same text that are examined when a text is matched. */
const MAX_COPIES = 8;
/** Maximum number of claims that they give. */
const MAX_CLAIMS = 3;
/**
 * Claims with sightings of documents with the same text, or of documents that a text links to (by id or alias key): (claim_id, ref, text, lang, how).
 * Proposals are left out.
 */
export function selectClaimsSeenBy(db: Db, ids: string[], keys: string[], textId: string) {
  return db.statement(
    `SELECT h.claim_id, h.ref, h.text, h.lang, min(n.how) AS how FROM (SELECT value AS id, 'links to' AS how FROM json_each(?1)
       UNION SELECT a.target, 'links to' FROM json_each(?2) j JOIN alias a ON a.key = j.value
       UNION SELECT first_document_id, 'copy of' FROM ${documentsWithText("?3", MAX_COPIES)}) n
     CROSS JOIN sighting s INDEXED BY sighting_document ON s.document_id = n.id AND s.replaced_at = ${FOREVER} AND s.listed = 1
       AND s.role <> 'respond'
     JOIN claim_summary h ON h.claim_id = s.claim_id AND h.status <> 'proposed' GROUP BY h.claim_id
       ORDER BY max(s.score), h.claim_id LIMIT ${MAX_CLAIMS}`,
    ids,
    keys,
    textId,
  );
}
/**
 * Precondition: these documents have exactly the current sightings that were read. Each is compared, because two writes may have the same instant.
 */
export function requireSightings(db: Db, documentIds: string[], live: SightingRow[]) {
  const versions = Map.groupBy(live, (s) => s.documentId);
  return db.conflictIf(
    `FROM json_each(?1) j WHERE (SELECT coalesce(group_concat(version, ','), '') FROM
       (SELECT s.claim_id || ' ' || s.id || ' ' || s.listed || ' ' || s.state || ' ' || s.recorded_at AS version
        FROM sighting s INDEXED BY sighting_document WHERE s.document_id = j.value ->> 0 AND s.replaced_at = ${FOREVER} ORDER BY 1))
       <> j.value ->> 1`,
    documentIds.map((id) => [id, (versions.get(id) ?? []).map(versionOf).sort().join(",")]),
  );
}
const versionOf = (s: SightingRow) => `${s.claimId} ${s.id} ${s.listed ? 1 : 0} ${s.state} ${s.recordedAt}`;
/** Precondition: these rows are still current, as they were read. */
export function requireUnchanged(db: Db, rows: SightingRow[]) {
  return db.conflictIf(
    `FROM json_each(?1) j
      LEFT JOIN sighting s ON s.claim_id = j.value ->> 0 AND s.replaced_at = ${FOREVER}
       AND s.listed = j.value ->> 1 AND s.at = j.value ->> 2 AND s.id = j.value ->> 3
     WHERE s.id IS NULL OR s.recorded_at <> j.value ->> 4 OR s.state <> j.value ->> 5`,
    rows.map((s) => [s.claimId, s.listed ? 1 : 0, s.at, s.id, s.recordedAt, s.state]),
  );
}
/** The last rows of a claim's timeline. */
export function selectLatestSightings(db: Db, claimId: string, limit: number, asOf: number | null) {
  return db.statement(
    `SELECT * FROM sighting
      WHERE claim_id = ?1 AND ${asOf === null ? "replaced_at = ?3" : "replaced_at > ?3 AND recorded_at <= ?3"} AND listed = 1
        ORDER BY at DESC, id DESC LIMIT ?2`,
    claimId,
    limit,
    asOf ?? FOREVER,
  );
}
const cut = (path: string) => `iif(length(${path}) > ${OUTLINE_WORDS}, substr(${path}, 1, ${OUTLINE_WORDS}) || '…', ${path})`;
/** A sighting in outline: shortened words, and nothing that only its own page shows. Enough for pictures, counts and lists. */
const OUTLINE = lineSql(
  `json_patch(json_remove(detail, '$.reasons'), iif(detail ->> '$.quote.exact' IS NULL, '{}', json_object('quote', json_object(
    'prefix', substr(ifnull(detail ->> '$.quote.prefix', ''), -${OUTLINE_CONTEXT}), 'suffix', substr(ifnull(detail ->> '$.quote.suffix', ''), 1, ${OUTLINE_CONTEXT}),
    'exact', ${cut("detail ->> '$.quote.exact'")}))))`,
  `json_patch(json_remove(shown, '$.told'), json_object('excerpt', ${cut("shown ->> '$.excerpt'")}))`,
);
/** Like selectTimeline, in outline. */
export function selectOutlines(db: Db, claimId: string, part: PartOfTimeline) {
  return selectTimeline(db, claimId, part, OUTLINE);
}
interface PartOfTimeline {
  /** The position after which it begins. */
  after: { at: number; id: string };
  limit: number;
  /** The instant whose state is asked for; null: now. */
  asOf: number | null;
}
/** The lines of a part of a claim's timeline. */
export function selectTimeline(
  db: Db,
  claimId: string,
  { after, limit, asOf }: PartOfTimeline,
  line = lineSql("json(detail)", "json(shown)"),
) {
  return asOf === null
    ? db.statement(
        `SELECT ${line} FROM sighting WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND listed = 1 AND (at, id) > (?2, ?3)
          ORDER BY at, id LIMIT ?4`,
        claimId,
        after.at,
        after.id,
        limit,
      )
    : db.statement(
        `SELECT ${line} FROM ${rowsAt("sighting", "claim_id = ?1 AND listed = 1 AND (at, id) > (?2, ?3)")}`,
        claimId,
        after.at,
        after.id,
        limit,
        asOf,
      );
}
/** Maximum number of a claim's earliest lines searched for full names of persons whose last names stand alone in others: a usual page. */
export const MAX_NAMING = 50;
/** These lines, which `ReadersView` uses beside the words of a claim's documents. */
export const selectNaming = (db: Db, claimId: string, asOf: number | null = null) =>
  selectTimeline(db, claimId, { after: { at: Number.MIN_SAFE_INTEGER, id: "" }, limit: MAX_NAMING, asOf });
/** Live sightings of a claim, listed or not: of all documents (null), or those of some documents that nobody rejected. */
export function selectSightingsToMove(db: Db, claimId: string, documents: string[] | null, limit: number) {
  return db.statement(
    `SELECT * FROM sighting
      WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND (?2 = 'null' OR (state <> 'rejected' AND document_id IN (SELECT value
        FROM json_each(?2)))) LIMIT ?3`,
    claimId,
    JSON.stringify(documents),
    limit,
  );
}
/** The lines of a claim's timeline after a (at, id) position, with its waiting or rejected lines in the same order; complete or in outline. */
export function selectTimelineWith(
  db: Db,
  claimId: string,
  state: "waiting" | "rejected",
  { after, limit, isOutline }: { after: { at: number; id: string }; limit: number; isOutline: boolean },
) {
  const line = isOutline ? OUTLINE : lineSql("json(detail)", "json(shown)");
  const range = (which: string) => `SELECT * FROM (SELECT at, id, ${line} FROM sighting
    WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND ${which} AND (at, id) > (?2, ?3) ORDER BY at, id LIMIT ?4)`;
  return db.statement(
    `SELECT at, id, line FROM (${range("listed = 1")} UNION ALL ${range(`listed = 0 AND state ${state === "rejected" ? "=" : "<>"} 'rejected'`)})
      ORDER BY at, id LIMIT ?4`,
    claimId,
    after.at,
    after.id,
    limit,
  );
}
/** The listed sighting at a (at, id) position of a timeline. */
export function selectSightingAt(db: Db, claimId: string, { at, id }: { at: number; id: string }, asOf: number | null) {
  // By the whole key, so that no waiting sighting is read on the way.
  const version = asOf === null ? "replaced_at = ?4" : "replaced_at > ?4 AND recorded_at <= ?4";
  return db.statement(
    `SELECT * FROM sighting WHERE claim_id = ?1 AND ${version} AND listed = 1 AND at = ?2 AND id = ?3 LIMIT 1`,
    claimId,
    at,
    id,
    asOf ?? FOREVER,
  );
}
/** Sightings that wait for review, oldest first after a (recorded_at, id) position. */
export function selectReview(db: Db, after: { at: number; id: string }, limit: number) {
  const range = (kind: string) =>
    `SELECT * FROM (SELECT id, since, document_id FROM suggestion WHERE kind = '${kind}' AND (since, id) > (?1, ?2) ORDER BY since, id LIMIT ?3)`;
  return db.statement(
    `SELECT s.* FROM (SELECT * FROM (${range("response")} UNION ALL ${range("appearance")}) ORDER BY since, id LIMIT ?3) q
      CROSS JOIN sighting s INDEXED BY sighting_document ON s.document_id = q.document_id AND s.replaced_at = ${FOREVER} AND s.id = q.id
     ORDER BY q.since, q.id`,
    after.at,
    after.id,
    limit,
  );
}

/** The current sightings of a claim that nobody rejected; those that wait for review come first. */
export function selectLines(db: Db, claimId: string, limit: number) {
  return db.statement(
    `SELECT * FROM sighting WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND state <> 'rejected' ORDER BY listed, at, id LIMIT ?2`,
    claimId,
    limit,
  );
}
/** A position among the lines of a claim in every state. */
export interface LinePlace {
  listed: number;
  at: number;
  id: string;
}
export const FIRST_LINE: LinePlace = { listed: -1, at: 0, id: "" };
/** The current sightings of a claim in every state, after a place; those that are not shown come first. */
export function selectLinesInAllStates(db: Db, claimId: string, limit: number, after = FIRST_LINE) {
  return db.statement(
    `SELECT * FROM sighting WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND (listed, at, id) > (?2, ?3, ?4) ORDER BY listed, at, id LIMIT ?5`,
    claimId,
    after.listed,
    after.at,
    after.id,
    limit,
  );
}
/** The lines of the first responses to a claim that readers see. */
export function selectResponses(db: Db, claimId: string, limit: number) {
  return db.statement(
    `SELECT s.* FROM (SELECT at, id FROM response WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND state <> 'rejected' ORDER BY at, id LIMIT ?2) r
      CROSS JOIN sighting s ON s.claim_id = ?1 AND s.replaced_at = ${FOREVER} AND s.listed = 1 AND s.at = r.at AND s.id = r.id`,
    claimId,
    limit,
  );
}
/** The responses to a claim that wait for a person, in the order of its timeline. */
export function selectWaitingResponses(db: Db, claimId: string, after: { at: number; id: string }, limit: number) {
  return db.statement(
    `SELECT * FROM sighting WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND listed = 0 AND role = 'respond' AND state = 'suggested'
     AND (at, id) > (?2, ?3) ORDER BY at, id LIMIT ?4`,
    claimId,
    after.at,
    after.id,
    limit,
  );
}

/** The ended versions of the sightings of documents. */
export function selectSightingsEnded(db: Db, documentIds: string[]) {
  return db.statement(`${SIGHTINGS_OF} AND s.replaced_at < ${FOREVER}`, documentIds);
}
/** The response of a sighting with role respond; null for other roles. */
export function responseShown(sighting: SightingRow): ResponseView | null {
  return (
    sighting.response && {
      ...sighting.response,
      id: sighting.id,
      at: sighting.at,
      state: sighting.state,
      published: sighting.published,
      documentId: sighting.documentId,
      toldBy: sighting.toldBy,
    }
  );
}
