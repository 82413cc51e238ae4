/** Deliveries: messages that their channel has not accepted yet. */

import { chunks, type Db, insertSql, type Row } from "../d1.ts";
import { Columns } from "../rows.ts";

export interface Delivery {
  subscriptionId: string;
  /** Empty for an event of no claim. */
  claimId: string;
  seq: number;
  attempts: number;
  dueAt: number;
}
type Key = Pick<Delivery, "subscriptionId" | "claimId" | "seq">;
const keysOf = (rows: readonly Key[]) => rows.map(({ subscriptionId, claimId, seq }) => [subscriptionId, claimId, seq]);
const THESE = "(subscription_id, claim_id, seq) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1))";

const DELIVERY = new Columns("subscription_id, claim_id, seq, attempts, due_at");
/** A delivery from its row. */
export const deliveryOf = (row: Row): Delivery => DELIVERY.read(row);

/** Adds deliveries; existing ones stay as they are. */
export function insertDeliveries(db: Db, rows: (Key & { dueAt: number })[]) {
  const columns = ["subscription_id", "claim_id", "seq", "state", "due_at"];
  return chunks(rows.map(({ subscriptionId, claimId, seq, dueAt }) => [subscriptionId, claimId, seq, "waiting", dueAt])).map((part) =>
    db.statement(insertSql("delivery", columns, "DO NOTHING"), part),
  );
}
/** Maximum number of deliveries in one mail: as many as may wait for a subscription. */
const MAX_MAILED = 1000;
/**
 * Leases the due deliveries, oldest first: until `until` (ms) no other run makes the same attempts. At most one a claim, and `limit` in all. Mail
 * takes all at once, except those that follow a delivery of the same claim that has to wait.
 */
export function takeDue(db: Db, now: number, until: number, limit: number) {
  const due = (kind: string, before: string, most: string) =>
    `SELECT * FROM (SELECT d.subscription_id, d.claim_id, d.seq FROM delivery d INDEXED BY delivery_due
       JOIN subscription s ON s.id = d.subscription_id AND s.enabled = 1 AND s.kind ${kind}
       WHERE d.state = 'waiting' AND d.due_at <= ?1 AND NOT EXISTS (SELECT 1 FROM delivery e
         WHERE e.subscription_id = d.subscription_id AND e.claim_id = d.claim_id AND e.seq < d.seq AND e.state = 'waiting'${before})
       ORDER BY d.due_at LIMIT ${most})`;
  return db.statement(
    `UPDATE delivery SET due_at = ?2 WHERE (subscription_id, claim_id, seq) IN (
       ${due("<> 'mail'", "", "?3")} UNION ALL ${due("= 'mail'", " AND e.due_at > ?1", String(MAX_MAILED))})
     RETURNING subscription_id, claim_id, seq, attempts, due_at`,
    now,
    until,
    limit,
  );
}
/** Removes deliveries that their channel has accepted. */
export function deleteDelivered(db: Db, rows: readonly Key[], now: number) {
  const counted = [...Map.groupBy(rows, (row) => row.subscriptionId)].map(([id, own]) => [id, own.length]);
  return [
    db.statement(`DELETE FROM delivery WHERE ${THESE}`, keysOf(rows)),
    db.statement(
      `UPDATE subscription SET delivered = delivered + j.value ->> 1, delivered_at = ?2, why = NULL
        FROM json_each(?1) j WHERE subscription.id = j.value ->> 0`,
      counted,
      now,
    ),
  ];
}
/** Stores failed attempts of deliveries; `dueAt` null means that the delivery is given up. */
export function failDeliveries(db: Db, rows: readonly (Key & { dueAt: number | null; error: string })[]) {
  return [
    db.statement(
      `UPDATE delivery SET attempts = attempts + 1, error = j.value ->> 4, due_at = coalesce(j.value ->> 3, due_at),
         state = iif(j.value ->> 3 IS NULL, 'dead', state)
        FROM json_each(?1) j WHERE subscription_id = j.value ->> 0 AND claim_id = j.value ->> 1 AND seq = j.value ->> 2`,
      rows.map(({ subscriptionId, claimId, seq, dueAt, error }) => [subscriptionId, claimId, seq, dueAt, error]),
    ),
    db.statement(
      "UPDATE subscription SET why = j.value ->> 1 FROM json_each(?1) j WHERE subscription.id = j.value ->> 0",
      rows.map(({ subscriptionId, error }) => [subscriptionId, error]),
    ),
  ];
}
/** The number of waiting and of given-up messages per subscription, among the first 10,000. */
export function countDeliveries(db: Db) {
  return db.statement(
    `SELECT subscription_id, sum(state = 'waiting') AS waiting, sum(state = 'dead') AS dead
      FROM (SELECT subscription_id, state FROM delivery LIMIT 10000) GROUP BY subscription_id`,
  );
}
/** The waiting and the given-up messages of a subscription, oldest first. */
export function selectDeliveries(db: Db, subscriptionId: string, limit: number) {
  return db.statement(
    "SELECT claim_id, seq, state, attempts, due_at, error FROM delivery WHERE subscription_id = ?1 ORDER BY seq LIMIT ?2",
    subscriptionId,
    limit,
  );
}
/** Schedules given-up messages again. */
export function reviveDeliveries(db: Db, subscriptionId: string, now: number) {
  return db.statement(
    "UPDATE delivery SET state = 'waiting', attempts = 0, due_at = ?2 WHERE subscription_id = ?1 AND state = 'dead' RETURNING seq",
    subscriptionId,
    now,
  );
}
