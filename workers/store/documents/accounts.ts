/** Accounts and the actors that they belong to. Only a person binds an account to an actor: a name is no proof. */

import type { Party } from "../../../shared/model/party.ts";
import { type Db, insertSql, type Row } from "../d1.ts";
import { enqueueSql } from "../jobs/jobs.ts";
import { Columns } from "../rows.ts";

export interface AccountRow {
  id: string;
  platform: string;
  nativeId: string;
  handle: string | null;
  name: string | null;
  url: string | null;
  actorId: string | null;
}
export interface ActorRow {
  id: string;
  kind: Party["kind"];
  name: string;
  role: string | null;
  affiliation: string | null;
  family: string | null;
}
/** Maximum number of an account's newest documents that are related again when it is bound or unbound; replay takes the others. */
const MAX_RELATED_POSTS = 500;

const ACCOUNT = new Columns("id, platform, native_id, handle, name, url, actor_id");
const ACTOR = new Columns("id, kind, name, role, affiliation, family");
/** An account from its row. */
export const accountOf = (row: Row): AccountRow => ACCOUNT.read(row);
/** An actor from a row with its columns. */
export const actorOf = (row: Row): ActorRow => ACTOR.read(row);

/** The actors that these accounts are bound to: (account_id, and the actor's columns). */
export function selectActorsOf(db: Db, accountIds: Iterable<string>) {
  return db.statement(
    "SELECT a.id AS account_id, p.* FROM json_each(?1) j JOIN account a ON a.id = j.value JOIN actor p ON p.id = a.actor_id",
    [...new Set(accountIds)],
  );
}
/** An account by its id, and its actor. */
export function selectAccount(db: Db, id: string) {
  return [
    db.statement("SELECT * FROM account WHERE id = ?1", id),
    db.statement("SELECT p.* FROM account a JOIN actor p ON p.id = a.actor_id WHERE a.id = ?1", id),
  ];
}
/**
 * A post of an account that has no row because only its handle is known. No index serves this: people bind accounts rarely, and an index entry would
 * cost a row for every post.
 */
export function selectPostOfAccount(db: Db, accountId: string) {
  return db.statement("SELECT id, platform, handle, author FROM document WHERE account_id = ?1 AND handle IS NOT NULL LIMIT 1", accountId);
}
/** The accounts that publish on a platform under these handles: (handle, account_id), NULL where there is none. */
export function selectHandles(db: Db, platform: string, handles: string[]) {
  return db.statement(
    `SELECT j.value AS handle, (SELECT d.account_id FROM document d INDEXED BY document_handle
      WHERE d.platform = ?2 AND d.handle = j.value AND d.handle IS NOT NULL
       AND d.seen = 'observed' AND d.parent_type IS NOT 'repost' LIMIT 1) AS account_id FROM json_each(?1) j`,
    handles,
    platform,
  );
}
/** Binds an account to an actor: writes the actor's row, and the account's if it has none. */
export function bindAccount(db: Db, account: AccountRow, actor: ActorRow, now: number) {
  return [
    db.statement(
      insertSql(
        "actor",
        [...ACTOR.names, "recorded_at"],
        `(id) DO UPDATE SET kind = excluded.kind, name = excluded.name, role = excluded.role, affiliation = excluded.affiliation,
          family = excluded.family, recorded_at = excluded.recorded_at`,
      ),
      [[...ACTOR.values(actor), now]],
    ),
    db.statement(insertSql("account", ACCOUNT.names, "(id) DO UPDATE SET actor_id = excluded.actor_id"), [
      ACCOUNT.values({ ...account, actorId: actor.id }),
    ]),
  ];
}
/** Precondition: an account still has its row, because its posts are not erased. */
export function requireAccount(db: Db, id: string) {
  return db.conflictIf("WHERE NOT EXISTS (SELECT 1 FROM account WHERE id = ?1)", id);
}
/** Precondition: an account has the actor that was read; null: none. */
export function requireActor(db: Db, accountId: string, actor: ActorRow | null) {
  return db.conflictIf(
    `WHERE (SELECT json_array(p.kind, p.name, p.role, p.affiliation, p.family)
       FROM account a JOIN actor p ON p.id = a.actor_id WHERE a.id = ?1) IS NOT ?2`,
    accountId,
    actor && JSON.stringify([actor.kind, actor.name, actor.role, actor.affiliation, actor.family]),
  );
}
/** Takes an account from its actor, whose row ends. */
export function unbindAccount(db: Db, accountId: string, actorId: string) {
  return [
    db.statement("UPDATE account SET actor_id = NULL WHERE id = ?1 AND actor_id = ?2", accountId, actorId),
    db.statement("DELETE FROM actor WHERE id = ?1", actorId),
  ];
}
/** Enqueues the newest posts of an account to be related again; gives their ids. */
export function enqueuePostsOfAccount(db: Db, { id, platform, handle }: Pick<AccountRow, "id" | "platform" | "handle">, dueAt: number) {
  return db.statement(
    enqueueSql(
      `SELECT id FROM (SELECT d.id, d.account_id FROM document d INDEXED BY document_handle
       WHERE d.platform = ?1 AND d.handle = ?2 AND d.handle IS NOT NULL
       AND d.seen = 'observed' AND d.parent_type IS NOT 'repost' ORDER BY d.published_earliest DESC LIMIT ${MAX_RELATED_POSTS})
         WHERE account_id = ?3`,
      "?4",
    ),
    platform,
    handle?.toLowerCase() ?? "",
    id,
    dueAt,
  );
}
/** Adds accounts; those that are there stay. */
export function insertAccounts(
  db: Db,
  rows: { id: string; platform: string; nativeId: string; handle: string | null; name: string | null; url: string | null }[],
) {
  return db.statement(
    insertSql("account", ["id", "platform", "native_id", "handle", "name", "url"], "DO NOTHING"),
    rows.map((r) => [r.id, r.platform, r.nativeId, r.handle, r.name, r.url]),
  );
}
