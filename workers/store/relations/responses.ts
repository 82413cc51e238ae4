/** Responses and verdicts of claims: versioned rows. */
import type { Party } from "../../../shared/model/party.ts";
import type { ResponseType, Standing } from "../../../shared/model/response.ts";
import type { State } from "../../../shared/model/state.ts";
import type { PublishedTime } from "../../../shared/model/time.ts";
import type { ResponseView, VerdictView } from "../../../shared/timeline/views.ts";
import { chunks, type Db, insertSql, type Row, type Value } from "../d1.ts";
import { closeVersions, FOREVER, rowsAt } from "../versions.ts";

export interface ResponseRow extends ResponseView {
  claimId: string;
  recordedAt: number;
}

const RESPONSE_COLUMNS = [
  "claim_id",
  "at",
  "id",
  "document_id",
  "type",
  "standing",
  "actor",
  "quotes",
  "seen",
  "state",
  "url",
  "published",
  "reported_by",
  "recorded_at",
];
export function responseOf(row: Row): ResponseRow {
  return {
    claimId: String(row.claim_id),
    id: String(row.id),
    at: Number(row.at),
    documentId: String(row.document_id),
    type: row.type as ResponseType,
    standing: row.standing as Standing,
    actor: JSON.parse(String(row.actor)) as Party,
    quotes: JSON.parse(String(row.quotes)) as string[],
    seen: row.seen as ResponseRow["seen"],
    state: row.state as State,
    url: row.url as string | null,
    published: JSON.parse(String(row.published)) as PublishedTime,
    toldBy: row.reported_by ? (JSON.parse(String(row.reported_by)) as ResponseRow["toldBy"]) : null,
    recordedAt: Number(row.recorded_at),
  };
}
/** The values of a row, without recorded_at. */
function valuesOf(r: ResponseRow): Value[] {
  return [
    r.claimId,
    r.at,
    r.id,
    r.documentId,
    r.type,
    r.standing,
    JSON.stringify(r.actor),
    JSON.stringify(r.quotes),
    r.seen,
    r.state,
    r.url,
    JSON.stringify(r.published),
    r.toldBy && JSON.stringify(r.toldBy),
  ];
}
/** The content of a row: two rows with the same content are one version. */
export function responseKey(r: ResponseRow): string {
  return JSON.stringify(valuesOf(r));
}
export function insertResponses(db: Db, rows: ResponseRow[]) {
  return chunks(rows.map((r) => [...valuesOf(r), r.recordedAt])).map((part) =>
    db.statement(insertSql("response", RESPONSE_COLUMNS, "DO NOTHING"), part),
  );
}
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
        `SELECT * FROM ${rowsAt("response", "claim_id = ?1 AND (at, id) > (?2, ?3)", "?5", "at, id", "?4")}`,
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

export function insertVerdict(db: Db, claimId: string, v: VerdictView, now: number) {
  return db.statement(
    insertSql("verdict", ["claim_id", "id", "publisher", "label", "url", "published", "explanation", "recorded_at"], "DO NOTHING"),
    [[claimId, v.id, v.publisher, v.label, v.url, JSON.stringify(v.published), v.explanation, now]],
  );
}
export function selectVerdict(db: Db, claimId: string, id: string) {
  return db.statement(`SELECT * FROM verdict WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND id = ?2`, claimId, id);
}
export function closeVerdict(db: Db, claimId: string, id: string, now: number) {
  return closeVersions(db, "verdict", ["claim_id", "id"], [[claimId, id]], now);
}
export function verdictOf(row: Row): VerdictView {
  return {
    id: String(row.id),
    publisher: String(row.publisher),
    label: String(row.label),
    url: String(row.url),
    published: JSON.parse(String(row.published)) as PublishedTime,
    explanation: row.explanation as string | null,
  };
}

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
