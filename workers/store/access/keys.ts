/** API keys, of which only hashes are stored, and what their holders may do. */
import { digest } from "../../../shared/model/id.ts";
import { Scope } from "../../../shared/model/scope.ts";
import { type Db, insertSql } from "../d1.ts";

/** Prefix of every key, so that secret scanners recognise one. */
export const KEY_PREFIX = "whence_";

/** The holder of a key: its id and scopes. */
export interface Caller {
  id: string;
  scopes: Scope[];
}
/** The hash under which a key is stored. */
export function keyHash(key: string): string {
  return digest(`key:${key}`);
}
/** The caller with this key, or why there is none. `devKey` has all scopes. Hashes are compared, so timing reveals nothing of a key. */
export async function callerOf(db: Db, key: string, devKey: string | undefined, now: number): Promise<Caller | string> {
  if (devKey && keyHash(key) === keyHash(devKey)) return { id: "dev", scopes: [...Scope.options] };
  const [rows = []] = await db.batch([selectKey(db, keyHash(key))]);
  const row = rows[0];
  if (!row || row.revoked_at !== null) return "The key is not known, or was revoked.";
  if (row.expires_at !== null && Number(row.expires_at) <= now) return "The key has expired.";
  return { id: String(row.id), scopes: JSON.parse(String(row.scopes)) as Scope[] };
}
/** Whether a caller has a scope; `admin` includes all. */
export function may(caller: Caller | null, scope: Scope): boolean {
  return !!caller && (caller.scopes.includes(scope) || caller.scopes.includes("admin"));
}

function selectKey(db: Db, hash: string) {
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
