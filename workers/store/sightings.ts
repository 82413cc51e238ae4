/** Sightings, responses and verdicts: versioned rows in the order of the timeline, so that a page reads exactly its rows. */
import type { Party, PublishedTime, Standing, State } from "../../shared/model.ts";
import type { ResponseView, SightingView, VerdictView } from "../../shared/timeline.ts";
import { chunks, type Db, insertSql, type Row } from "./d1.ts";
import { HOLDS } from "./documents.ts";

export interface SightingRow extends SightingView {
  claimId: string;
  /** False: waits for review, or was rejected. */
  listed: boolean;
  /** Why the machine thinks so, in plain words. */
  reasons: string[];
  recordedAt: number;
}
export interface ResponseRow extends ResponseView {
  claimId: string;
  recordedAt: number;
}

const COLUMNS = [
  "claim_id",
  "listed",
  "at",
  "id",
  "document_id",
  "role",
  "stance",
  "certainty",
  "state",
  "method",
  "score",
  "detail",
  "shown",
  "recorded_at",
];
const DETAIL = ["hedges", "quote", "attributedTo", "reasons"] as const;
const SHOWN = [
  "seen",
  "seenAt",
  "published",
  "kind",
  "platform",
  "place",
  "url",
  "title",
  "excerpt",
  "author",
  "lang",
  "translated",
  "toldBy",
  "parent",
  "accountId",
  "family",
  "textId",
] as const;

/** JSON of some fields, without those that say nothing: rows stay small. */
function pack(object: object, fields: readonly string[]): string {
  const from = object as Row;
  return JSON.stringify(
    Object.fromEntries(
      fields.filter((f) => from[f] !== null && from[f] !== false && !(Array.isArray(from[f]) && !from[f].length)).map((f) => [f, from[f]]),
    ),
  );
}
export function sightingOf(row: Row): SightingRow {
  const detail = JSON.parse(String(row.detail)) as Partial<SightingRow>;
  const shown = JSON.parse(String(row.shown)) as Partial<SightingRow>;
  return {
    hedges: [],
    quote: null,
    attributedTo: null,
    reasons: [],
    seen: "observed",
    seenAt: null,
    kind: "other",
    platform: null,
    place: null,
    url: null,
    title: null,
    excerpt: null,
    author: null,
    lang: null,
    translated: false,
    toldBy: null,
    parent: null,
    accountId: null,
    family: null,
    textId: null,
    published: { value: "", precision: "unknown", basis: "unknown", earliest: null, latest: null },
    ...detail,
    ...shown,
    claimId: String(row.claim_id),
    id: String(row.id),
    documentId: String(row.document_id),
    listed: row.listed === 1,
    at: Number(row.at),
    role: row.role as SightingRow["role"],
    stance: row.stance as SightingRow["stance"],
    certainty: row.certainty as SightingRow["certainty"],
    state: row.state as State,
    method: String(row.method),
    score: row.score as number | null,
    recordedAt: Number(row.recorded_at),
  };
}
/** What decides whether a sighting changed: all but when it was recorded. */
export function sightingKey(s: SightingRow): string {
  return JSON.stringify([
    s.claimId,
    s.listed,
    s.at,
    s.id,
    s.role,
    s.stance,
    s.certainty,
    s.state,
    s.method,
    s.score,
    pack(s, DETAIL),
    pack(s, SHOWN),
  ]);
}

export function insertSightings(db: Db, rows: SightingRow[]) {
  return chunks(
    rows.map((s) => [
      s.claimId,
      s.listed ? 1 : 0,
      s.at,
      s.id,
      s.documentId,
      s.role,
      s.stance,
      s.certainty,
      s.state,
      s.method,
      s.score,
      pack(s, DETAIL),
      pack(s, SHOWN),
      s.recordedAt,
    ]),
  ).map((part) => db.statement(insertSql("sighting", COLUMNS, "DO NOTHING"), part));
}
export function closeSightings(db: Db, rows: SightingRow[], now: number) {
  return db.statement(
    `UPDATE sighting SET replaced_at = ?2 FROM json_each(?1) j
     WHERE sighting.claim_id = j.value ->> 0 AND sighting.replaced_at = ${HOLDS} AND sighting.listed = j.value ->> 1 AND sighting.at = j.value ->> 2 AND sighting.id = j.value ->> 3`,
    rows.map((s) => [s.claimId, s.listed ? 1 : 0, s.at, s.id]),
    now,
  );
}
/** All live sightings of documents, listed or not. */
export function selectSightingsOf(db: Db, documentIds: Iterable<string>) {
  return db.statement(
    `SELECT s.* FROM json_each(?1) j JOIN sighting s INDEXED BY sighting_document ON s.document_id = j.value AND s.replaced_at = ${HOLDS}`,
    [...new Set(documentIds)],
  );
}
/** Undoes the batch when the live sightings of these documents are no longer those that were read. */
export function guardSightings(db: Db, counts: { documentId: string; live: number }[]) {
  return db.statement(
    `INSERT INTO guard (holds) SELECT 0 FROM json_each(?1) j
     WHERE (SELECT count(*) FROM sighting s INDEXED BY sighting_document WHERE s.document_id = j.value ->> 0 AND s.replaced_at = ${HOLDS}) <> (j.value ->> 1)`,
    counts.map((c) => [c.documentId, c.live]),
  );
}
/** A page of a claim's timeline after a (at, id) position: exactly the rows that it shows, and one more. */
export function selectTimeline(db: Db, claimId: string, after: { at: number; id: string }, limit: number, asOf: number | null) {
  return asOf === null
    ? db.statement(
        `SELECT * FROM sighting WHERE claim_id = ?1 AND replaced_at = ${HOLDS} AND listed = 1 AND (at, id) > (?2, ?3) ORDER BY at, id LIMIT ?4`,
        claimId,
        after.at,
        after.id,
        limit,
      )
    : db.statement(
        "SELECT * FROM sighting WHERE claim_id = ?1 AND replaced_at > ?5 AND recorded_at <= ?5 AND listed = 1 AND (at, id) > (?2, ?3) ORDER BY at, id LIMIT ?4",
        claimId,
        after.at,
        after.id,
        limit,
        asOf,
      );
}
/** What waits for a person, oldest first. */
export function selectReview(db: Db, after: { at: number; id: string }, limit: number) {
  return db.statement(
    `SELECT * FROM sighting INDEXED BY sighting_review WHERE listed = 0 AND state = 'suggested' AND replaced_at = ${HOLDS}
     AND (recorded_at, id) > (?1, ?2) ORDER BY recorded_at, id LIMIT ?3`,
    after.at,
    after.id,
    limit,
  );
}

const RESPONSE = [
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
  "told",
  "recorded_at",
];
export function responseOf(row: Row): ResponseRow {
  return {
    claimId: String(row.claim_id),
    id: String(row.id),
    at: Number(row.at),
    documentId: String(row.document_id),
    type: String(row.type),
    standing: row.standing as Standing,
    actor: JSON.parse(String(row.actor)) as Party,
    quotes: JSON.parse(String(row.quotes)) as string[],
    seen: row.seen as ResponseRow["seen"],
    state: row.state as State,
    url: row.url as string | null,
    published: JSON.parse(String(row.published)) as PublishedTime,
    toldBy: row.told ? (JSON.parse(String(row.told)) as ResponseRow["toldBy"]) : null,
    recordedAt: Number(row.recorded_at),
  };
}
export function responseKey(r: ResponseRow): string {
  return JSON.stringify({ ...r, recordedAt: 0 });
}
export function insertResponses(db: Db, rows: ResponseRow[]) {
  return chunks(
    rows.map((r) => [
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
      r.recordedAt,
    ]),
  ).map((part) => db.statement(insertSql("response", RESPONSE, "DO NOTHING"), part));
}
export function closeResponses(db: Db, rows: { claimId: string; at: number; id: string }[], now: number) {
  return db.statement(
    `UPDATE response SET replaced_at = ?2 FROM json_each(?1) j
     WHERE response.claim_id = j.value ->> 0 AND response.replaced_at = ${HOLDS} AND response.at = j.value ->> 1 AND response.id = j.value ->> 2`,
    rows.map((r) => [r.claimId, r.at, r.id]),
    now,
  );
}
/** Responses of a claim between two times of the timeline, oldest first. */
export function selectResponses(db: Db, claimId: string, after: { at: number; id: string }, limit: number, asOf: number | null) {
  return asOf === null
    ? db.statement(
        `SELECT * FROM response WHERE claim_id = ?1 AND replaced_at = ${HOLDS} AND (at, id) > (?2, ?3) ORDER BY at, id LIMIT ?4`,
        claimId,
        after.at,
        after.id,
        limit,
      )
    : db.statement(
        "SELECT * FROM response WHERE claim_id = ?1 AND replaced_at > ?5 AND recorded_at <= ?5 AND (at, id) > (?2, ?3) ORDER BY at, id LIMIT ?4",
        claimId,
        after.at,
        after.id,
        limit,
        asOf,
      );
}
/** Responses by their keys: those of the sightings in hand. */
export function selectResponsesBy(db: Db, keys: { claimId: string; at: number; id: string }[]) {
  return db.statement(
    `SELECT r.* FROM json_each(?1) j JOIN response r ON r.claim_id = j.value ->> 0 AND r.replaced_at = ${HOLDS} AND r.at = j.value ->> 1 AND r.id = j.value ->> 2`,
    keys.map((k) => [k.claimId, k.at, k.id]),
  );
}

export function insertVerdict(db: Db, claimId: string, v: VerdictView, now: number) {
  return db.statement(
    insertSql("verdict", ["claim_id", "id", "publisher", "label", "url", "published", "explanation", "recorded_at"], "DO NOTHING"),
    [[claimId, v.id, v.publisher, v.label, v.url, JSON.stringify(v.published), v.explanation, now]],
  );
}
export function selectVerdicts(db: Db, claimId: string, asOf: number | null) {
  return db.statement("SELECT * FROM verdict WHERE claim_id = ?1 AND replaced_at > ?2 AND recorded_at <= ?2", claimId, asOf ?? HOLDS - 1);
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
