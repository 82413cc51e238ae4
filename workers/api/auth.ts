/** Bearer keys: only their hashes are kept. */
import { digest } from "../../shared/id.ts";
import { Scope } from "../../shared/model.ts";
import type { Env } from "../env.d.ts";
import type { Db } from "../store/d1.ts";
import { selectKey } from "../store/keys.ts";
import { Problem } from "./problem.ts";
import type { Caller } from "./route.ts";

/** Prefix of every key, so that secret scanners know one. */
export const KEY_PREFIX = "whence_";

/** The hash under which a key is kept. */
export function keyHash(key: string): string {
  return digest(`key:${key}`);
}

/** Who asks; null without an Authorization header. 401 for a key that is unknown, expired or revoked. */
export async function callerOf(authorization: string | null, env: Env, db: Db, now: number): Promise<Caller | null> {
  if (authorization === null) return null;
  const key = /^Bearer ([\x21-\x7e]{8,200})$/i.exec(authorization.trim())?.[1];
  const refuse = (detail: string) => new Problem("unauthorized", detail, [], { "www-authenticate": 'Bearer realm="whence"' });
  if (!key) throw refuse("Send Authorization: Bearer and a key.");
  // Hashes are compared, so the time that it takes tells nothing of the key.
  if (env.WHENCE_DEV_KEY && keyHash(key) === keyHash(env.WHENCE_DEV_KEY)) return { id: "dev", scopes: [...Scope.options] };
  const [rows = []] = await db.batch([selectKey(db, keyHash(key))]);
  const row = rows[0];
  if (!row || row.revoked_at !== null) throw refuse("The key is not known, or was revoked.");
  if (row.expires_at !== null && Number(row.expires_at) <= now) throw refuse("The key has expired.");
  return { id: String(row.id), scopes: JSON.parse(String(row.scopes)) as Caller["scopes"] };
}
