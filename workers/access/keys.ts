/** Makes, renews and revokes keys. The secret of a key is shown once; only its hash is stored. */
import { scopesOfRole } from "../../shared/access/person.ts";
import { DAY } from "../../shared/durations.ts";
import type { Scope } from "../../shared/model/scope.ts";
import * as store from "../store/access/keys.ts";
import { personOf, selectPerson } from "../store/access/people.ts";
import type { Db } from "../store/d1.ts";
import { disableSubscriptionsOf } from "../store/notify/subscriptions.ts";
import { commit } from "./commit.ts";
import { type Refused, refused } from "./refused.ts";
import { newId, newToken } from "./tokens.ts";

/** By default a key is valid for a year (ms). */
const KEY_MS = 365 * DAY;
/** How long (ms) the old secret of a renewed key stays valid, so that programs can be switched over. */
const GRACE_MS = DAY;

export type Key = ReturnType<typeof store.listedKey>;
interface Asked {
  name: string;
  scopes: readonly Scope[];
  /** The id of the owner; null if the key belongs to nobody. */
  ownerId: string | null;
  /** Instant in ms; null if the key does not expire. */
  expiresAt?: number | null | undefined;
}

/** Makes a key. Refused if its owner does not exist or lacks a scope of the key, or if it would already have expired. */
export async function makeKey(db: Db, asked: Asked, now: number): Promise<{ key: Key; secret: string } | Refused> {
  const { name, ownerId, expiresAt = now + KEY_MS } = asked;
  const scopes = [...new Set(asked.scopes)];
  if (expiresAt !== null && expiresAt <= now) return refused("/expiresAt", "is in the past");
  const [rows = []] = ownerId === null ? [] : await db.batch([selectPerson(db, ownerId)]);
  const owner = rows[0] ? personOf(rows[0]) : null;
  if (ownerId !== null && (!owner || owner.switchedOffAt !== null)) return refused("/owner", "is nobody who is here");
  const beyond = owner && scopes.find((scope) => !scopesOfRole[owner.role].includes(scope));
  if (beyond) return refused("/scopes", `has ${beyond}, which the owner as ${owner.role} does not have`);
  const secret = store.KEY_PREFIX + newToken();
  const id = newId();
  const row = { hash: store.keyHash(secret), id, name, scopes: JSON.stringify(scopes), ownerId, createdAt: now, expiresAt };
  await commit(db, [store.insertKey(db, row)], [{ type: "key.made", subject: id, detail: { scopes, owner: ownerId } }], now);
  const shown = owner && { id: owner.id, name: owner.name };
  return { key: { id, name, scopes, owner: shown, createdAt: now, expiresAt, revokedAt: null, usedAt: null }, secret };
}

/** Gives a key a new secret and a new expiry; the old secret stays valid for a day. Null if no valid key has this id. */
export async function renewKey(
  db: Db,
  id: string,
  until: number | null | undefined,
  now: number,
): Promise<{ key: Key; secret: string } | Refused | null> {
  const expiresAt = until === undefined ? now + KEY_MS : until;
  if (expiresAt !== null && expiresAt <= now) return refused("/expiresAt", "is in the past");
  const rows = await db.rows(store.selectKeyById(db, id));
  const before = rows[0] && store.listedKey(rows[0]);
  if (!before || before.revokedAt !== null) return null;
  const secret = store.KEY_PREFIX + newToken();
  const hash = store.keyHash(secret);
  // Later than the row of the old secret, because the newest row is the one that is listed.
  const createdAt = Math.max(now, before.createdAt + 1);
  const row = { hash, id, name: before.name, scopes: JSON.stringify(before.scopes), ownerId: before.owner?.id ?? null };
  const statements = [store.insertKey(db, { ...row, createdAt, expiresAt }), store.endFormerSecrets(db, id, hash, now + GRACE_MS)];
  await commit(db, statements, [{ type: "key.renewed", subject: id, detail: {} }], now);
  return { key: { ...before, createdAt, expiresAt, usedAt: null }, secret };
}

/** Revokes a key, and ends the sessions and subscriptions that were started with it. False if no key has this id. */
export async function revokeKey(db: Db, id: string, now: number): Promise<boolean> {
  const [, rows = []] = await db.batch([...store.revokeKey(db, id, now), disableSubscriptionsOf(db, "key", id, "its key was revoked")]);
  if (rows.length) await commit(db, [], [{ type: "key.revoked", subject: id, detail: {} }], now);
  return rows.length > 0;
}
