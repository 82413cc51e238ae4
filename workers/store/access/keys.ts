/** API keys, of which only hashes are stored. */

import { digest } from "../../../shared/model/id.ts";
import { type Db, insertSql, type Row } from "../d1.ts";
import { Columns } from "../rows.ts";

/** Prefix of every key, so that secret scanners recognise one. */
export const KEY_PREFIX = "whence_";

/** The hash under which a key is stored. */
export function keyHash(key: string): string {
  return digest(`key:${key}`);
}

/** SQL of the columns that decide what the holder of a key may do: k is the key, p its owner. */
export const KEY_COLUMNS = `k.hash AS key_hash, k.id AS key_id, k.name AS key_name, k.scopes, k.expires_at AS key_expires_at, k.revoked_at,
  k.used_at AS key_used_at`;
export const PERSON_COLUMNS = "p.id AS person_id, p.name AS person_name, p.role, p.switched_off_at, p.seen_at";

/** The key with a hash, and its owner: one row or none. */
export function selectKey(db: Db, hash: string) {
  return db.statement(
    `SELECT ${KEY_COLUMNS}, ${PERSON_COLUMNS} FROM api_key k LEFT JOIN person p ON p.id = k.owner_id WHERE k.hash = ?1`,
    hash,
  );
}

interface KeyRow {
  hash: string;
  id: string;
  name: string;
  /** JSON list. */
  scopes: string;
  ownerId: string | null;
  createdAt: number;
  expiresAt: number | null;
}
const COLUMNS = new Columns("hash, id, name, scopes, owner_id, created_at, expires_at");
/** Adds a key, or a new secret of one. */
export function insertKey(db: Db, k: KeyRow) {
  return db.statement(insertSql("api_key", COLUMNS.names, "DO NOTHING"), [COLUMNS.values(k)]);
}

/** SQL of the newest row of each key: a renewed one has several with its id. */
const NEWEST = "NOT EXISTS (SELECT 1 FROM api_key n WHERE n.id = k.id AND n.created_at > k.created_at)";
const LISTED = `SELECT k.id, k.name, k.scopes, k.created_at, k.expires_at, k.revoked_at, k.used_at, k.owner_id, p.name AS owner_name
  FROM api_key k LEFT JOIN person p ON p.id = k.owner_id WHERE ${NEWEST}`;
/** All keys for `listedKey`, revoked ones last. */
export function listKeys(db: Db) {
  return db.statement(`${LISTED} ORDER BY k.revoked_at IS NOT NULL, k.created_at, k.id LIMIT 1000`);
}
/** The key with an id, for `listedKey`: one row or none. */
export function selectKeyById(db: Db, id: string) {
  return db.statement(`${LISTED} AND k.id = ?1`, id);
}
/** Ends a key, all of its secrets, and the sessions that were started with one of them. */
export function revokeKey(db: Db, id: string, now: number) {
  return [
    db.statement("DELETE FROM session WHERE key_hash IN (SELECT hash FROM api_key WHERE id = ?1)", id),
    db.statement("UPDATE api_key SET revoked_at = coalesce(revoked_at, ?2) WHERE id = ?1 RETURNING id", id, now),
  ];
}
/** Ends the old secrets of a renewed key at an instant, unless they end before. */
export function endFormerSecrets(db: Db, id: string, hash: string, at: number) {
  return db.statement(
    "UPDATE api_key SET expires_at = min(coalesce(expires_at, ?3), ?3) WHERE id = ?1 AND hash <> ?2 AND revoked_at IS NULL",
    id,
    hash,
    at,
  );
}
/** Stores when (ms) a key was last used. */
export function touchKey(db: Db, hash: string, now: number) {
  return db.statement("UPDATE api_key SET used_at = ?2 WHERE hash = ?1", hash, now);
}

/** A row of the list as the API and the pages give it. */
export function listedKey(row: Row) {
  return {
    id: String(row.id),
    name: String(row.name),
    scopes: JSON.parse(String(row.scopes)) as string[],
    owner: row.owner_id === null ? null : { id: String(row.owner_id), name: String(row.owner_name) },
    createdAt: Number(row.created_at),
    expiresAt: row.expires_at === null ? null : Number(row.expires_at),
    revokedAt: row.revoked_at === null ? null : Number(row.revoked_at),
    usedAt: row.used_at === null ? null : Number(row.used_at),
  };
}
