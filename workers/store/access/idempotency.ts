/** Answers to requests with an Idempotency-Key, kept for a day. */
import type { Db } from "../d1.ts";

/** Stores the answer to an Idempotency-Key. Its batch throws a KeyUsedError if the key has one. */
export function insertIdempotent(db: Db, row: { key: string; requestHash: string; status: number; body: string; at: number }) {
  return db.statement(
    "INSERT INTO idempotency (key, request_hash, status, body, at) VALUES (?1, ?2, ?3, ?4, ?5)",
    row.key,
    row.requestHash,
    row.status,
    row.body,
    row.at,
  );
}
/** The stored answer to an Idempotency-Key: (request_hash, status, body), one row or none. */
export function selectIdempotent(db: Db, key: string) {
  return db.statement("SELECT request_hash, status, body FROM idempotency WHERE key = ?1", key);
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
