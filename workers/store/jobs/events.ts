/** The append-only log of what changed: rows under their number, for which `event` is a view. */
import { type Db, insertSql } from "../d1.ts";

export interface EventRow {
  type: string;
  subject: string;
  detail: unknown;
}
/** SQL of an event's number, and of the key under which an event of a number stands. */
export const SEQ = "CAST(key AS INTEGER)";
export const keyOf = (seq: string) => `printf('%016d', ${seq})`;
/** SQL of something of the last event. */
const last = (of: string) => `coalesce((SELECT ${of} FROM log WHERE key < ':' ORDER BY key DESC LIMIT 1), 0)`;
/** SQL of the next keys, one for each item of a list, and of the time: times never go back, whatever the clock does and whoever was first. */
const NEXT = keyOf(`${last(SEQ)} + j.key + 1`);
const TIME = `max(?2, ${last("at")})`;

const valuesOf = (db: Db, events: EventRow[]) =>
  events.map((e) => [
    e.type,
    e.subject,
    JSON.stringify(db.by !== null && typeof e.detail === "object" ? { ...e.detail, by: db.by } : e.detail),
  ]);
/** Adds to the log. */
export function insertEvents(db: Db, events: EventRow[], at: number) {
  return db.statement(
    `INSERT INTO log (key, at, type, subject, detail) SELECT ${NEXT}, ${TIME}, j.value ->> 0, j.value ->> 1, j.value ->> 2 FROM json_each(?1) j`,
    valuesOf(db, events),
    at,
  );
}
/** Adds that documents are done, of which the rows that said that they are to be done become the events. */
export function finish(db: Db, events: EventRow[], at: number) {
  return db.statement(
    `UPDATE log SET key = ${NEXT}, at = ${TIME}, type = j.value ->> 0, subject = j.value ->> 1, detail = j.value ->> 2, due_at = NULL, attempts = 0, error = NULL
     FROM json_each(?1) j WHERE log.key = j.value ->> 1`,
    valuesOf(db, events),
    at,
  );
}
const EVENT = `SELECT ${SEQ} AS seq, at, type, subject, detail FROM log WHERE key < ':'`;
export function selectEvents(db: Db, after: number, limit: number) {
  return db.statement(`${EVENT} AND key > ${keyOf("?1")} ORDER BY key LIMIT ?2`, after, limit);
}

/** The newest events, latest first. */
export function selectLatestEvents(db: Db, limit: number) {
  return db.statement(`${EVENT} ORDER BY key DESC LIMIT ?1`, limit);
}
/** The subjects of events of a type from an instant on, among the newest. */
export function selectSubjectsAt(db: Db, type: string, at: number, among: number) {
  return db.statement(
    `SELECT subject, detail FROM (${EVENT} ORDER BY key DESC LIMIT ?3) WHERE at >= ?2 AND type = ?1 ORDER BY seq`,
    type,
    at,
    among,
  );
}

export function insertIdempotent(db: Db, row: { key: string; requestHash: string; status: number; body: string; at: number }) {
  return db.statement(insertSql("idempotency", ["key", "request_hash", "status", "body", "at"], "DO NOTHING"), [
    [row.key, row.requestHash, row.status, row.body, row.at],
  ]);
}
export function selectIdempotent(db: Db, key: string) {
  return db.statement("SELECT request_hash, status, body FROM idempotency WHERE key = ?1", key);
}
