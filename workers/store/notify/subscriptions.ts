/** Subscriptions: channels with their filters, secrets and positions in the log. */

import type { Channel, Filter, Pace } from "../../../shared/notify/subscription.ts";
import { type Db, insertSql, type Row } from "../d1.ts";
import { Columns } from "../rows.ts";

interface Secret {
  secret: string;
  /** Until when (ms) the secret still signs beside its successor; null for the current one. */
  until: number | null;
}
export interface Subscription {
  id: string;
  kind: Channel;
  name: string;
  target: string;
  secrets: Secret[];
  filter: Filter;
  pace: Pace;
  owner: string;
  /** The origin with which links in messages begin. */
  origin: string;
  cursor: number;
  enabled: boolean;
  why: string | null;
  delivered: number;
  deliveredAt: number | null;
  createdAt: number;
}
const COLUMNS = new Columns(
  "id, kind, name, target, secrets json, filter json, pace, owner, origin, cursor, enabled flag, why, created_at",
);
const STATE = new Columns("delivered, delivered_at");
const ALL = [...COLUMNS.names, ...STATE.names].join(", ");

/** A subscription from its row. */
export const subscriptionOf = (row: Row): Subscription => ({ ...COLUMNS.read(row), ...STATE.read(row) });

/** Adds a subscription, which starts after the newest event. */
export function insertSubscription(db: Db, subscription: Omit<Subscription, "cursor" | "delivered" | "deliveredAt">) {
  return [
    db.statement(insertSql("subscription", COLUMNS.names, "DO NOTHING"), [COLUMNS.values({ ...subscription, cursor: 0 })]),
    db.statement("UPDATE subscription SET cursor = coalesce((SELECT max(seq) FROM event), 0) WHERE id = ?1", subscription.id),
  ];
}
/** The subscription with an id: one row or none. */
export function selectSubscription(db: Db, id: string) {
  return db.statement(`SELECT ${ALL} FROM subscription WHERE id = ?1`, id);
}
/** The subscriptions of an owner; of everybody with null. */
export function selectSubscriptions(db: Db, owner: string | null) {
  return db.statement(`SELECT ${ALL} FROM subscription WHERE ?1 IS NULL OR owner = ?1 ORDER BY created_at, id LIMIT 1000`, owner);
}
/** The active subscriptions that get messages, each with the number of its waiting messages. */
export function selectPushed(db: Db) {
  return db.statement(
    `SELECT ${ALL}, (SELECT count(*) FROM (SELECT 1 FROM delivery d WHERE d.subscription_id = s.id AND d.state = 'waiting' LIMIT 1000)) AS waiting
      FROM subscription s WHERE enabled = 1 AND kind <> 'feed' ORDER BY id LIMIT 1000`,
  );
}
/** The active feed at an address: one row or none. */
export function selectFeed(db: Db, target: string) {
  return db.statement(`SELECT ${ALL} FROM subscription WHERE kind = 'feed' AND target = ?1 AND enabled = 1`, target);
}
/** Changes fields of a subscription; fields that are null stay as they are. */
export function updateSubscription(
  db: Db,
  id: string,
  { name, filter, pace, enabled, secrets }: Partial<Pick<Subscription, "name" | "filter" | "pace" | "enabled" | "secrets">>,
) {
  return db.statement(
    `UPDATE subscription SET name = coalesce(?2, name), filter = coalesce(?3, filter), pace = coalesce(?4, pace),
       enabled = coalesce(?5, enabled), secrets = coalesce(?6, secrets), why = iif(?5 = 1, NULL, why) WHERE id = ?1`,
    id,
    name ?? null,
    filter ?? null,
    pace ?? null,
    enabled === undefined ? null : Number(enabled),
    secrets ?? null,
  );
}
/** Sets the secrets of a subscription if they are still those that were read, so that no secret that somebody was given is lost. */
export function putSecrets(db: Db, { id, secrets }: Pick<Subscription, "id" | "secrets">, after: Secret[]) {
  return [
    db.conflictIf("WHERE NOT EXISTS (SELECT 1 FROM subscription WHERE id = ?1 AND json(secrets) = json(?2))", id, secrets),
    updateSubscription(db, id, { secrets: after }),
  ];
}
/** Switches a subscription off, with the reason. */
export function disableSubscription(db: Db, id: string, why: string) {
  return db.statement("UPDATE subscription SET enabled = 0, why = ?2 WHERE id = ?1", id, why);
}
/** Switches off the subscriptions that a key made, or a person and the keys that belong to them. */
export function disableSubscriptionsOf(db: Db, by: "person" | "key", id: string, why: string) {
  const keys = by === "key" ? `key:${id}/%` : `key:%/${id}`;
  return db.statement(
    "UPDATE subscription SET enabled = 0, why = ?3 WHERE enabled = 1 AND (owner = ?1 OR owner LIKE ?2)",
    `${by}:${id}`,
    keys,
    why,
  );
}
/** Deletes a subscription and its deliveries: (id), none where there was no such subscription. */
export function deleteSubscription(db: Db, id: string) {
  return [
    db.statement("DELETE FROM delivery WHERE subscription_id = ?1", id),
    db.statement("DELETE FROM subscription WHERE id = ?1 RETURNING id", id),
  ];
}
/** Moves the position of a subscription past an event, unless it was set back since it was read. */
export function advanceCursor(db: Db, { id, cursor }: Pick<Subscription, "id" | "cursor">, seq: number) {
  return db.statement("UPDATE subscription SET cursor = max(cursor, ?2) WHERE id = ?1 AND cursor >= ?3", id, seq, cursor);
}
/** Has the events after a number sent again. */
export function rewindCursor(db: Db, id: string, seq: number) {
  return db.statement("UPDATE subscription SET cursor = min(cursor, ?2) WHERE id = ?1", id, seq);
}
