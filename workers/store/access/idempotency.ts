/** Answers to requests with an Idempotency-Key, kept for a day. */
import { type Db, insertSql } from "../d1.ts";

export function insertIdempotent(db: Db, row: { key: string; requestHash: string; status: number; body: string; at: number }) {
  return db.statement(insertSql("idempotency", ["key", "request_hash", "status", "body", "at"], "DO NOTHING"), [
    [row.key, row.requestHash, row.status, row.body, row.at],
  ]);
}
export function selectIdempotent(db: Db, key: string) {
  return db.statement("SELECT request_hash, status, body FROM idempotency WHERE key = ?1", key);
}
/** Deletes answers that were kept before an instant. */
export function pruneIdempotent(db: Db, before: number) {
  return db.statement("DELETE FROM idempotency WHERE at < ?1", before);
}
