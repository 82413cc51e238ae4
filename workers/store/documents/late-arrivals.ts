/** Texts that came after later ones, in bands that more share than a look-up shows, and how far these have been related again. */
import { type Db, insertSql } from "../d1.ts";
import { HOLDS } from "./documents.ts";
import { BAND_CAP } from "./texts.ts";

export interface Latecomer {
  textId: string;
  /** Of these bands more texts are still to be related again: later ones than (`at`, `after`). */
  bands: number[];
  at: number;
  after: string;
  /** Documents that came then or later have been compared with it. */
  since: number;
}

export function insertLatecomers(db: Db, rows: { textId: string; bands: number[]; at: number; since: number }[], dueAt: number) {
  return db.statement(
    insertSql(
      "latecomer",
      ["text_id", "bands", "at", "after", "since", "due_at"],
      "(text_id) DO UPDATE SET bands = excluded.bands, at = excluded.at, after = excluded.after, since = excluded.since, due_at = excluded.due_at",
    ),
    rows.map((r) => [r.textId, JSON.stringify(r.bands), r.at, r.textId, r.since, dueAt]),
  );
}
/** One that is due, with its signature. */
export function selectLatecomer(db: Db, now: number) {
  return db.statement(
    "SELECT l.*, t.signature FROM latecomer l LEFT JOIN text t ON t.id = l.text_id WHERE l.due_at <= ?1 ORDER BY l.text_id LIMIT 1",
    now,
  );
}
/**
 * The next texts of one of its bands, in order. A band in which it is no longer among the earliest is left to those that are. (A statement a
 * band: D1 takes no more than five SELECTs in one.)
 */
export function selectBeyond(db: Db, { textId, at, after }: Latecomer, band: number, limit: number) {
  return db.statement(
    `SELECT first_at AS at, text_id FROM band WHERE hash = ?1 AND (first_at, text_id) > (?3, ?4)
       AND (SELECT count(*) FROM (SELECT 1 FROM band e WHERE e.hash = ?1 AND (e.first_at, e.text_id) < (SELECT first_at, id FROM text WHERE id = ?2)
         LIMIT ${BAND_CAP})) < ${BAND_CAP} ORDER BY first_at, text_id LIMIT ?5`,
    band,
    textId,
    at,
    after,
    limit,
  );
}
/** Signatures and first documents of those texts whose first document came before an instant, and whether it hangs on any text that is alike. */
export function selectHanging(db: Db, textIds: string[], since: number) {
  return db.statement(
    `SELECT t.id, t.signature, t.first_document_id AS document_id, EXISTS (SELECT 1 FROM edge e WHERE e.child_id = t.first_document_id
       AND e.replaced_at = ${HOLDS} AND e.basis = 'similarity') AS hangs FROM json_each(?1) j JOIN text t ON t.id = j.value JOIN document d ON d.id = t.first_document_id WHERE coalesce(d.seen_at, 0) < ?2`,
    textIds,
    since,
  );
}
/** That its later texts up to one have been seen to, or all (null); nothing where somebody else was first, or it has come anew. */
export function advanceLatecomer(db: Db, was: Latecomer, to: { at: number; id: string } | null) {
  const same = "WHERE text_id = ?1 AND (at, after) = (?2, ?3)";
  return to
    ? db.statement(`UPDATE latecomer SET at = ?4, after = ?5 ${same}`, was.textId, was.at, was.after, to.at, to.id)
    : db.statement(`DELETE FROM latecomer ${same}`, was.textId, was.at, was.after);
}
