/** Authentication of requests by API key. */
import type { Env } from "../env.d.ts";
import { type Caller, callerOf } from "../store/access/keys.ts";
import type { Db } from "../store/d1.ts";
import { Problem } from "./problem.ts";

/** The caller by its bearer key; null without an Authorization header. Throws a 401 for a key that is unknown, expired or revoked. */
export async function authenticate(authorization: string | null, env: Env, db: Db, now: number): Promise<Caller | null> {
  if (authorization === null) return null;
  const key = /^Bearer ([\x21-\x7e]{4,200})$/i.exec(authorization.trim())?.[1];
  const caller = key ? await callerOf(db, key, env.WHENCE_DEV_KEY, now) : "Send Authorization: Bearer and a key.";
  if (typeof caller === "string") throw new Problem("unauthorized", caller, [], { "www-authenticate": 'Bearer realm="whence"' });
  return caller;
}
