/** Answers to requests with an Idempotency-Key, kept for a day. */
import type { Db } from "../d1.ts";

interface Row {
  key: string;
  requestHash: string;
  status: number;
  body: string;
  at: number;
}
const INSERT = "INSERT INTO idempotency (key, request_hash, status, body, at) VALUES (?1, ?2, ?3, ?4, ?5)";
/** Stores the answer to an Idempotency-Key. Its batch throws a KeyUsedError if the key has one. */
export function insertIdempotent(db: Db, { key, requestHash, status, body, at }: Row) {
  return db.statement(INSERT, key, requestHash, status, body, at);
}
/** Takes a key for work that is done before its answer is stored, with status 0: a row, none if it is taken. */
export function takeIdempotent(db: Db, { key, requestHash, at }: Pick<Row, "key" | "requestHash" | "at">) {
  return db.statement(`${INSERT} ON CONFLICT DO NOTHING RETURNING key`, key, requestHash, 0, "null", at);
}
/** Stores the answer to a key that was taken; nothing if words were forgotten meanwhile. Without an answer the key is free again. */
export function settleIdempotent(db: Db, key: string, answer: Pick<Row, "status" | "body"> | null, at: number) {
  return answer
    ? db.statement(
        "UPDATE idempotency SET status = ?2, body = ?3, at = ?4 WHERE key = ?1 AND status = 0",
        key,
        answer.status,
        answer.body,
        at,
      )
    : db.statement("DELETE FROM idempotency WHERE key = ?1 AND status = 0", key);
}
/** The stored answer to an Idempotency-Key: (request_hash, status, body), one row or none. */
export function selectIdempotent(db: Db, key: string) {
  return db.statement("SELECT request_hash, status, body FROM idempotency WHERE key = ?1 AND status > 0", key);
}
/** Key prefix of answers that contain words of documents: it sorts after all other keys. */
export const WORDED = "~";
/** Deletes all answers that contain words of documents: it is not known which contain those of an erased one. */
export function forgetWords(db: Db) {
  return db.statement(`DELETE FROM idempotency WHERE key > '${WORDED}'`);
}
/** Deletes answers that were stored before an instant. */
export function pruneIdempotent(db: Db, before: number) {
  return db.statement("DELETE FROM idempotency WHERE at < ?1", before);
}
