/** Binds accounts to actors: a person says to whom an account belongs. What the account says about claims then counts as that actor's response. */

import { idOf, isId } from "../../shared/model/id.ts";
import type { Party } from "../../shared/model/party.ts";
import { lookalikes } from "../../shared/text/lookalike.ts";
import { persist } from "../pipeline/persist.ts";
import { type Db, whileConflicting } from "../store/d1.ts";
import * as store from "../store/documents/accounts.ts";

interface ActorInput {
  kind: Party["kind"];
  name: string;
  role?: string | undefined;
  affiliation?: string | undefined;
  family?: string | undefined;
}
export interface Account extends Omit<store.AccountRow, "actorId"> {
  actor: store.ActorRow | null;
  /** Other accounts of the platform whose handles look alike. */
  alike: { handle: string; account: string }[];
  /** Documents that are related again. */
  again: string[];
  /** For an account without a row of its own: a document that it published. */
  publishedId: string | null;
}

/** The account with an id or "platform:handle", with the accounts that look like it. Null if it has published nothing. */
export async function findAccount(db: Db, name: string): Promise<Account | null> {
  const [platform = "", written = ""] = name.split(/:(.*)/s);
  let id = name;
  if (!isId("a", name)) {
    const handle = written.replace(/^@/, "").toLowerCase();
    const [found = []] = handle ? await db.batch([store.selectHandles(db, platform, [handle])]) : [];
    if (!found[0]?.account_id) return null;
    id = String(found[0].account_id);
  }
  const [rows = [], actors = []] = await db.batch(store.selectAccount(db, id));
  let publishedId: string | null = null;
  let account = rows[0] && store.accountOf(rows[0]);
  if (!account) {
    const row = await db.first(store.selectPostOfAccount(db, id));
    if (!row) return null;
    const handle = String(row.handle);
    publishedId = String(row.id);
    account = { id, platform: String(row.platform), nativeId: handle, handle, name: null, url: null, actorId: null };
  }
  const { actorId: _, ...own } = account;
  const handles = account.handle ? lookalikes(account.handle.toLowerCase()) : [];
  const [alike = []] = handles.length ? await db.batch([store.selectHandles(db, account.platform, handles)]) : [];
  return {
    ...own,
    again: [],
    publishedId,
    actor: actors[0] ? store.actorOf(actors[0]) : null,
    alike: alike.flatMap((row) =>
      row.account_id && row.account_id !== id ? [{ handle: String(row.handle), account: String(row.account_id) }] : [],
    ),
  };
}

/** Binds an account to an actor, or changes that actor; its posts are related again. Null if there is no such account. */
export function bindActor(db: Db, name: string, input: ActorInput, now: number): Promise<Account | null> {
  return whileConflicting(() => bind(db, name, input, now));
}

async function bind(db: Db, name: string, input: ActorInput, now: number): Promise<Account | null> {
  const account = await findAccount(db, name);
  if (!account) return null;
  const { actor: before, alike: _, again: __, publishedId, ...row } = account;
  const actor: store.ActorRow = {
    // Each account gets an actor of its own: an equal name does not join two accounts.
    id: idOf("a", "actor", account.id),
    kind: input.kind,
    name: input.name,
    role: input.role ?? null,
    affiliation: input.affiliation ?? null,
    family: input.family ?? null,
  };
  if (before && JSON.stringify(before) === JSON.stringify(actor)) return account;
  const changes = {
    bound: [{ account: { ...row, actorId: actor.id }, actor, publishedId }],
    changed: { account },
    // The name is not in the event: events are kept forever, but a name may be erased.
    events: [{ type: "account.bound", subject: account.id, detail: { actor: actor.id } }],
  };
  const actors = [{ accountId: account.id, actor: before }];
  return { ...account, actor, again: await persist(db, changes, { actors }, now) };
}

/** Unbinds an account from its actor. Null if there is no such account. */
export function unbindActor(db: Db, name: string, now: number): Promise<Account | null> {
  return whileConflicting(async () => {
    const account = await findAccount(db, name);
    if (!account?.actor) return account;
    const changes = {
      unbound: [{ accountId: account.id, actorId: account.actor.id }],
      changed: { account },
      events: [{ type: "account.unbound", subject: account.id, detail: { actor: account.actor.id } }],
    };
    const actors = [{ accountId: account.id, actor: account.actor }];
    return { ...account, actor: null, again: await persist(db, changes, { actors }, now) };
  });
}
