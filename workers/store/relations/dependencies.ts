/**
 * Dependencies: which documents are related again when another document, text or account comes or changes. And pending relations, whose
 * parent is named by a ref that nobody has used yet.
 */
import { accountIdOf } from "../../../shared/model/identity.ts";
import { type Db, insertSql } from "../d1.ts";
import { DOCUMENT } from "../documents/documents.ts";
import { FOREVER } from "../versions.ts";

/** A document that is to come, or to be read. */
export const documentKey = (id: string) => `doc:${id}`;
/** A text in a near-duplicate bucket. */
export const bucketKey = (bucket: number) => `bucket:${bucket}`;
/** An earlier post of an account, named by its handle. */
export const accountKey = (platform: string, handle: string) => `account:${accountIdOf(platform, undefined, handle)}`;
/** Pages seen with a claim, of sites whose name begins with a letter. */
export const outletKey = (claimId: string, letter: string) => `outlet:${claimId}/${letter}`;

export interface Dependency {
  key: string;
  /** The document that is to be related again. */
  documentId: string;
  /** What is published after this instant (ms) does not concern it. */
  until?: number;
}
export function insertDependencies(db: Db, rows: Dependency[]) {
  return db.statement(
    insertSql("dependency", ["key", "until", "document_id"], "DO NOTHING"),
    rows.map((r) => [r.key, r.until ?? FOREVER, r.documentId]),
  );
}
export function deleteDependencies(db: Db, rows: Dependency[]) {
  return db.statement(
    "DELETE FROM dependency WHERE (key, until, document_id) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1))",
    rows.map((r) => [r.key, r.until ?? FOREVER, r.documentId]),
  );
}

/** Precondition: none of the documents that others wait for has arrived meanwhile, as nothing would end the wait. */
export function requireAwaited(db: Db, ids: string[]) {
  return db.statement(
    `INSERT INTO precondition (holds) SELECT 0 FROM json_each(?1) j JOIN document d ON d.id = j.value
      WHERE d.resolved_id IS NOT NULL
       OR (d.seen = 'observed' AND NOT EXISTS (SELECT 1 FROM job o WHERE o.document_id = d.id AND o.reason = 'new'))`,
    ids,
  );
}

/** A repost, quote or reply whose parent is still to come. */
export interface PendingRelation {
  ref: string;
  childId: string;
  type: string;
}
export function insertPendingRelations(db: Db, rows: PendingRelation[]) {
  return db.statement(
    insertSql("pending_relation", ["ref", "child_id", "type"], "DO NOTHING"),
    rows.map((r) => [r.ref, r.childId, r.type]),
  );
}
/** The pending relations to these refs: (ref, type, the columns of the child). */
export function selectPendingRelations(db: Db, refs: Iterable<string>) {
  return db.statement(
    `SELECT p.ref, p.type, ${DOCUMENT} FROM json_each(?1) j JOIN pending_relation p ON p.ref = j.value
      JOIN document d ON d.id = p.child_id`,
    [...new Set(refs)],
  );
}
export function deletePendingRelations(db: Db, refs: string[]) {
  return db.statement("DELETE FROM pending_relation WHERE ref IN (SELECT value FROM json_each(?1))", refs);
}
