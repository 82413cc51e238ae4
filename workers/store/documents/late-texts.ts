/**
 * Late texts arrived after texts that were published later, in buckets with more texts than a lookup reads. The later texts still have to be
 * compared with them. Late texts are stored as dependencies, until the nightly reconcile has processed the buckets.
 */
import type { Db, Row } from "../d1.ts";
import type { Dependency } from "../relations/dependencies.ts";
import { FOREVER } from "../versions.ts";
import { type BucketTable, MAX_BUCKET_TEXTS, UNSIGNED_BODY } from "./texts.ts";

export interface LateText {
  table: BucketTable;
  buckets: number[];
  textId: string;
  /** The document with the text. */
  documentId: string;
  /** The texts of the buckets after this position (`at`, `after`) still have to be related again. */
  at: number;
  after: string;
}
/** The dependency as which a late text is stored. */
export const lateTextDependency = ({ table, buckets, textId, documentId, at, after }: LateText): Dependency => ({
  key: `late:${table}/${buckets}/${textId}/${after}`,
  documentId,
  until: at,
});
/** The first late texts, for `lateTextOf`. */
export function selectLateTexts(db: Db, limit: number) {
  return db.statement("SELECT key, until, document_id FROM dependency WHERE key >= 'late:' AND key < 'late;' ORDER BY key LIMIT ?1", limit);
}
/** A late text from the row of its dependency. */
export function lateTextOf(row: Row): LateText {
  const [table, buckets = "", textId = "", after = ""] = String(row.key).slice("late:".length).split("/");
  return {
    table: table as BucketTable,
    buckets: buckets.split(",").map(Number),
    textId,
    documentId: String(row.document_id),
    at: Number(row.until),
    after,
  };
}
/**
 * The next texts in one of its buckets, in order, with their signatures and first documents. `has_parent`: that document has an edge by similarity.
 * No rows if the late text is gone, or is no longer among the earliest texts that a look-up shows.
 */
export function selectOverflow(db: Db, { table, textId, at, after }: LateText, bucket: number, limit: number) {
  return db.statement(
    `SELECT b.first_at AS at, b.text_id, t.signature, ${UNSIGNED_BODY}, late.signature AS late_signature, iif(late.signature = '', late.body, NULL) AS late_body, t.first_document_id AS document_id,
       EXISTS (SELECT 1 FROM edge e
         WHERE e.child_id = t.first_document_id AND e.replaced_at = ${FOREVER} AND e.basis = 'similarity') AS has_parent
     FROM text late CROSS JOIN ${table} b CROSS JOIN text t ON t.id = b.text_id
     WHERE late.id = ?2 AND b.bucket = ?1 AND (b.first_at, b.text_id) > (?3, ?4)
       AND (SELECT count(*) FROM (SELECT 1 FROM ${table} e WHERE e.bucket = ?1
         AND (e.first_at, e.text_id) < (late.first_at, late.id) LIMIT ${MAX_BUCKET_TEXTS})) < ${MAX_BUCKET_TEXTS}
     ORDER BY b.first_at, b.text_id LIMIT ?5`,
    bucket,
    textId,
    at,
    after,
    limit,
  );
}
