/**
 * Late arrivals: texts that came after later ones, into buckets with more texts than a look-up takes, and how far the others have been
 * related again.
 */
import { type Db, insertSql, type Row } from "../d1.ts";
import { FOREVER } from "../versions.ts";
import { type Buckets, type BucketTable, MAX_BUCKET_TEXTS, UNSIGNED_BODY } from "./texts.ts";

export interface LateArrival {
  textId: string;
  /** Texts of these buckets are still to be related again: those after (`at`, `after`). */
  buckets: Buckets;
  at: number;
  after: string;
  /** Documents that came then or later were compared with it when they came. */
  since: number;
}

export function insertLateArrivals(db: Db, rows: Omit<LateArrival, "after">[], dueAt: number) {
  return db.statement(
    insertSql(
      "late_arrival",
      ["text_id", "text_buckets", "statement_buckets", "at", "after", "since", "due_at"],
      `(text_id) DO UPDATE SET text_buckets = excluded.text_buckets, statement_buckets = excluded.statement_buckets,
         at = excluded.at, after = excluded.after, since = excluded.since, due_at = excluded.due_at`,
    ),
    rows.map((r) => [r.textId, JSON.stringify(r.buckets.text), JSON.stringify(r.buckets.statement), r.at, r.textId, r.since, dueAt]),
  );
}
/** One that is due, with its signature. */
export function selectLateArrival(db: Db, now: number) {
  return db.statement(
    `SELECT l.*, t.signature, ${UNSIGNED_BODY} FROM late_arrival l LEFT JOIN text t ON t.id = l.text_id WHERE l.due_at <= ?1 ORDER BY l.text_id LIMIT 1`,
    now,
  );
}
export function lateArrivalOf(row: Row): LateArrival {
  return {
    textId: String(row.text_id),
    buckets: { text: JSON.parse(String(row.text_buckets)), statement: JSON.parse(String(row.statement_buckets)) },
    at: Number(row.at),
    after: String(row.after),
    since: Number(row.since),
  };
}
/**
 * The next texts of one of its buckets, in order. A bucket in which it is no longer among the earliest is left to those that are. (A statement a
 * bucket: D1 takes no more than five SELECTs in one.)
 */
export function selectBeyond(db: Db, { textId, at, after }: LateArrival, table: BucketTable, bucket: number, limit: number) {
  return db.statement(
    `SELECT first_at AS at, text_id FROM ${table} WHERE bucket = ?1 AND (first_at, text_id) > (?3, ?4)
       AND (SELECT count(*) FROM (SELECT 1 FROM ${table} e WHERE e.bucket = ?1
         AND (e.first_at, e.text_id) < (SELECT first_at, id FROM text WHERE id = ?2) LIMIT ${MAX_BUCKET_TEXTS})) < ${MAX_BUCKET_TEXTS}
     ORDER BY first_at, text_id LIMIT ?5`,
    bucket,
    textId,
    at,
    after,
    limit,
  );
}
/**
 * Signatures and first documents of those texts whose first document came before an instant, and whether it hangs on any text that is
 * alike.
 */
export function selectHanging(db: Db, textIds: string[], since: number) {
  return db.statement(
    `SELECT t.id, t.signature, ${UNSIGNED_BODY}, t.first_document_id AS document_id,
       EXISTS (SELECT 1 FROM edge e
         WHERE e.child_id = t.first_document_id AND e.replaced_at = ${FOREVER} AND e.basis = 'similarity') AS hangs
     FROM json_each(?1) j JOIN text t ON t.id = j.value JOIN document d ON d.id = t.first_document_id WHERE coalesce(d.seen_at, 0) < ?2`,
    textIds,
    since,
  );
}
/**
 * Notes that its later texts up to one have been related again, or all (null); nothing where another run was first, or it has come anew.
 */
export function advanceLateArrival(db: Db, was: LateArrival, to: { at: number; id: string } | null) {
  const same = "WHERE text_id = ?1 AND (at, after) = (?2, ?3)";
  return to
    ? db.statement(`UPDATE late_arrival SET at = ?4, after = ?5 ${same}`, was.textId, was.at, was.after, to.at, to.id)
    : db.statement(`DELETE FROM late_arrival ${same}`, was.textId, was.at, was.after);
}
