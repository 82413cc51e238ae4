/** Responses and verdicts of claims: versioned rows. */

import type { ResponseView, VerdictView } from "../../../shared/timeline/views.ts";
import { chunks, type Db, insertSql, type Row } from "../d1.ts";
import { Columns } from "../rows.ts";
import { closeVersions, FOREVER, rowsAt } from "../versions.ts";

export interface ResponseRow extends ResponseView {
  claimId: string;
  recordedAt: number;
}

const RESPONSE = new Columns(
  "claim_id, at, id, document_id, type, standing, actor json, quotes json, seen, state, url, published json, reported_by as toldBy json, recorded_at",
);
/** A response from a row with all columns of its table. */
export const responseOf = (row: Row): ResponseRow => RESPONSE.read(row);
/** The content of a row: two rows with the same content are one version. */
export function responseKey(response: ResponseRow): string {
  return JSON.stringify(RESPONSE.values({ ...response, recordedAt: null }));
}
/** Adds versions of responses. */
export function insertResponses(db: Db, rows: ResponseRow[]) {
  return chunks(rows.map((r) => RESPONSE.values(r))).map((part) => db.statement(insertSql("response", RESPONSE.names, "DO NOTHING"), part));
}
/** Ends the live versions of these responses. */
export function closeResponses(db: Db, rows: { claimId: string; at: number; id: string }[], now: number) {
  const keys = rows.map((r) => [r.claimId, r.at, r.id]);
  return closeVersions(db, "response", ["claim_id", "at", "id"], keys, now);
}
/** Responses of a claim after a (at, id) position, oldest first. */
export function selectResponses(db: Db, claimId: string, after: { at: number; id: string }, limit: number, asOf: number | null) {
  return asOf === null
    ? db.statement(
        `SELECT * FROM response WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND (at, id) > (?2, ?3) ORDER BY at, id LIMIT ?4`,
        claimId,
        after.at,
        after.id,
        limit,
      )
    : db.statement(
        `SELECT * FROM ${rowsAt("response", "claim_id = ?1 AND (at, id) > (?2, ?3)")}`,
        claimId,
        after.at,
        after.id,
        limit,
        asOf,
      );
}
/** Live responses by the keys of their sightings. */
export function selectResponsesBy(db: Db, keys: { claimId: string; at: number; id: string }[]) {
  return db.statement(
    `SELECT r.* FROM json_each(?1) j
      JOIN response r ON r.claim_id = j.value ->> 0 AND r.replaced_at = ${FOREVER} AND r.at = j.value ->> 1 AND r.id = j.value ->> 2`,
    keys.map((k) => [k.claimId, k.at, k.id]),
  );
}

const VERDICT = new Columns("id, publisher, label, url, published json, explanation");
/** Adds a version of a verdict. */
export function insertVerdict(db: Db, claimId: string, v: VerdictView, now: number) {
  const row = [claimId, ...VERDICT.values(v), now];
  return db.statement(insertSql("verdict", ["claim_id", ...VERDICT.names, "recorded_at"], "DO NOTHING"), [row]);
}
/** The live version of a verdict: one row or none. */
export function selectVerdict(db: Db, claimId: string, id: string) {
  return db.statement(`SELECT * FROM verdict WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND id = ?2`, claimId, id);
}
/** Ends the live version of a verdict. */
export function closeVerdict(db: Db, claimId: string, id: string, now: number) {
  return closeVersions(db, "verdict", ["claim_id", "id"], [[claimId, id]], now);
}
/** A verdict from a row with all columns of its table. */
export const verdictOf = (row: Row): VerdictView => VERDICT.read(row);

/** Maximum number of responses in the summary of a claim. */
export const MAX_SUMMARY_RESPONSES = 20;
/** Maximum number of verdicts in the summary of a claim. */
export const MAX_SUMMARY_VERDICTS = 100;
/** SQL of the column `first_responses` of a row of claim_summary: JSON list of ResponseView. */
export const FIRST_RESPONSES = `(SELECT json_group_array(json_object('id', id, 'at', at, 'type', type, 'actor', json(actor), 'standing',
  standing, 'quotes', json(quotes),
  'seen', seen, 'state', state, 'published', json(published), 'documentId', document_id, 'toldBy', json(reported_by), 'url', url)) FROM
  (SELECT * FROM response WHERE response.claim_id = claim_summary.claim_id AND replaced_at = ${FOREVER}
    ORDER BY at, id LIMIT ${MAX_SUMMARY_RESPONSES}))`;
/** SQL of its column `verdicts`: JSON list of VerdictView. */
export const VERDICTS = `(SELECT json_group_array(json_object('id', id, 'publisher', publisher, 'label', label, 'url', url, 'published',
  json(published), 'explanation', explanation))
  FROM (SELECT * FROM verdict WHERE verdict.claim_id = claim_summary.claim_id AND replaced_at = ${FOREVER}
    ORDER BY id LIMIT ${MAX_SUMMARY_VERDICTS}))`;
