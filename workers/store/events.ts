/** The append-only log of what changed. */
import { type Db, insertSql } from "./d1.ts";

export interface EventRow {
  type: string;
  subject: string;
  detail: unknown;
}
export function insertEvents(db: Db, events: EventRow[], at: number) {
  return db.statement(
    "INSERT INTO event (at, type, subject, detail) SELECT ?2, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1)",
    events.map((e) => [e.type, e.subject, JSON.stringify(e.detail)]),
    at,
  );
}
export function selectEvents(db: Db, after: number, limit: number) {
  return db.statement("SELECT seq, at, type, subject, detail FROM event WHERE seq > ?1 ORDER BY seq LIMIT ?2", after, limit);
}

export function insertIdempotent(db: Db, row: { key: string; requestHash: string; status: number; body: string; at: number }) {
  return db.statement(insertSql("idempotency", ["key", "request_hash", "status", "body", "at"], "DO NOTHING"), [
    [row.key, row.requestHash, row.status, row.body, row.at],
  ]);
}
export function selectIdempotent(db: Db, key: string) {
  return db.statement("SELECT request_hash, status, body FROM idempotency WHERE key = ?1", key);
}
