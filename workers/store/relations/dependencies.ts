/**
 * Dependencies: which documents are related again when another document, text or account appears or changes. And pending relations, whose
 * parent is named by a ref that no document has yet.
 */
import { accountIdOf } from "../../../shared/model/identity.ts";
import { type Db, insertSql } from "../d1.ts";
import { DOCUMENT } from "../documents/documents.ts";
import { FOREVER } from "../versions.ts";

/** The key of a document that has not arrived or has not been read yet. */
export const documentKey = (id: string) => `doc:${id}`;
/** The key of a near-duplicate bucket. */
export const bucketKey = (bucket: number) => `bucket:${bucket}`;
/** The key of earlier posts of an account, by its handle. */
export const accountKey = (platform: string, handle: string) => `account:${accountIdOf(platform, undefined, handle)}`;
/** The key of pages with a sighting of a claim, on sites whose name begins with a letter. */
export const outletKey = (claimId: string, letter: string) => `outlet:${claimId}/${letter}`;
/** The key of a clearly reported response to a claim; `key`: that of the act (shared/read/gates/corroboration.ts). */
export const reportKey = (claimId: string, key: string) => `told:${claimId}/${key}`;

/**
 * The key of a page's claims, by the id of the page: another page on the same story links to a claim because this one does. By a claim's id: another
 * page on the story may come to make the claim, or a person may decide that it does.
 */
export const storyKey = (id: string) => `story:${id}`;

export interface Dependency {
  key: string;
  /** The document that is to be related again. */
  documentId: string;
  /** Documents published after this instant (ms) do not wake it. */
  until?: number;
}
/** Adds dependencies; those that are there stay. */
export function insertDependencies(db: Db, rows: Dependency[]) {
  return db.statement(
    insertSql("dependency", ["key", "until", "document_id"], "DO NOTHING"),
    rows.map((r) => [r.key, r.until ?? FOREVER, r.documentId]),
  );
}
/** Ends dependencies, by key, document and instant. */
export function deleteDependencies(db: Db, rows: Dependency[]) {
  return db.statement(
    "DELETE FROM dependency WHERE (key, until, document_id) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1))",
    rows.map((r) => [r.key, r.until ?? FOREVER, r.documentId]),
  );
}

/** Precondition: none of the missing documents has arrived meanwhile, because then no arrival would end the dependency. */
export function requireMissing(db: Db, ids: string[]) {
  return db.conflictIf(
    `FROM json_each(?1) j JOIN document d ON d.id = j.value
      WHERE d.resolved_id IS NOT NULL
       OR (d.seen = 'observed' AND NOT EXISTS (SELECT 1 FROM job o WHERE o.document_id = d.id AND o.reason = 'new'))`,
    ids,
  );
}

/** A repost, quote or reply whose parent has not arrived yet. */
export interface PendingRelation {
  ref: string;
  childId: string;
  type: string;
}
/** Adds relations whose parent has not arrived yet. */
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
/** Ends the pending relations to these refs. */
export function deletePendingRelations(db: Db, refs: string[]) {
  return db.statement("DELETE FROM pending_relation WHERE ref IN (SELECT value FROM json_each(?1))", refs);
}
