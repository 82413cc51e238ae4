/** API keys (only hashes), tombstones, sources and the health of the database. */
import { type Db, insertSql } from "./d1.ts";

export function selectKey(db: Db, hash: string) {
  return db.statement("SELECT id, name, scopes, expires_at, revoked_at FROM api_key WHERE hash = ?1", hash);
}
export function insertKey(
  db: Db,
  row: { hash: string; id: string; name: string; scopes: string[]; createdAt: number; expiresAt: number | null },
) {
  return db.statement(insertSql("api_key", ["hash", "id", "name", "scopes", "created_at", "expires_at"], "DO NOTHING"), [
    [row.hash, row.id, row.name, JSON.stringify(row.scopes), row.createdAt, row.expiresAt],
  ]);
}
export function listKeys(db: Db) {
  return db.statement("SELECT id, name, scopes, created_at, expires_at, revoked_at FROM api_key ORDER BY created_at, id LIMIT 1000");
}
export function revokeKey(db: Db, id: string, now: number) {
  return db.statement("UPDATE api_key SET revoked_at = coalesce(revoked_at, ?2) WHERE id = ?1 RETURNING id", id, now);
}
export function selectTombstones(db: Db, ids: Iterable<string>) {
  return db.statement("SELECT t.id FROM json_each(?1) j JOIN tombstone t ON t.id = j.value", [...new Set(ids)]);
}
export function selectWatched(db: Db) {
  return db.statement(
    "SELECT name, watched_since FROM source WHERE enabled = 1 AND watched_since IS NOT NULL ORDER BY watched_since LIMIT 20",
  );
}
export function health(db: Db) {
  return db.statement(
    "SELECT (SELECT count(*) FROM (SELECT 1 FROM outbox LIMIT 1000)) AS waiting, (SELECT count(*) FROM (SELECT 1 FROM dead_letter LIMIT 1000)) AS dead",
  );
}
/** Forgets idempotency answers older than `before`. */
export function pruneIdempotent(db: Db, before: number) {
  return db.statement("DELETE FROM idempotency WHERE at < ?1", before);
}
