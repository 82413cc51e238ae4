/**
 * Dependencies: which documents are related again when another document, text or account comes or changes. And pending relations, whose
 * parent is named by a ref that nobody has used yet.
 */
import { MAX_CANDIDATE_AGE } from "../../../shared/edges/evidence/named-account.ts";
import { propagatingEdges } from "../../../shared/model/edge.ts";
import { accountIdOf } from "../../../shared/model/identity.ts";
import { type Db, insertSql } from "../d1.ts";
import { DOCUMENT } from "../documents/documents.ts";
import { FOREVER } from "../versions.ts";
import { EDGES_BY_PARENT, SHARES } from "./edges.ts";
import { makesOwnClaim } from "./sightings.ts";

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

/**
 * Enqueues the documents that depend on documents which have arrived (come, or been read), or on other keys. A dependency on an arrived
 * document ends with that; those on other keys stay.
 */
export function wakeDependents(db: Db, arrived: string[], keys: string[], dueAt: number) {
  const arrivedKeys = arrived.map(documentKey);
  return [
    db.statement(
      `INSERT OR IGNORE INTO job (document_id, reason, due_at)
       SELECT w.document_id, 'again', ?2 FROM json_each(?1) j JOIN dependency w ON w.key = j.value
       JOIN document d ON d.id = w.document_id AND d.seen = 'observed' RETURNING document_id`,
      [...new Set([...arrivedKeys, ...keys])],
      dueAt,
    ),
    db.statement("DELETE FROM dependency WHERE key IN (SELECT value FROM json_each(?1))", arrivedKeys),
  ];
}

const PROPAGATING = propagatingEdges.map((type) => `'${type}'`).join(", ");
/**
 * Enqueues the children of documents whose claims have changed, where claims propagate to them: their own words make none that is
 * followed.
 */
export function wakePropagated(db: Db, ids: string[], dueAt: number) {
  return db.statement(
    `INSERT OR IGNORE INTO job (document_id, reason, due_at)
     SELECT e.child_id, 'again', ?2 FROM json_each(?1) j
     CROSS JOIN edge e INDEXED BY edge_parent ON e.parent_id = j.value AND ${EDGES_BY_PARENT}
     WHERE e.replaced_at = ${FOREVER} AND e.type IN (${PROPAGATING})
       AND EXISTS (SELECT 1 FROM document d WHERE d.id = e.child_id AND d.seen = 'observed')
       AND NOT ${makesOwnClaim("e.child_id")}
     RETURNING document_id`,
    ids,
    dueAt,
  );
}

/** Enqueues all children of documents, by whatever edge. */
export function wakeChildren(db: Db, ids: string[], dueAt: number) {
  return db.statement(
    `INSERT OR IGNORE INTO job (document_id, reason, due_at)
     SELECT e.child_id, 'again', ?2 FROM json_each(?1) j
     CROSS JOIN edge e INDEXED BY edge_parent ON e.parent_id = j.value AND ${EDGES_BY_PARENT}
     WHERE e.replaced_at = ${FOREVER} AND EXISTS (SELECT 1 FROM document d WHERE d.id = e.child_id AND d.seen = 'observed')
     UNION SELECT d.id, 'again', ?2 FROM json_each(?1) j CROSS JOIN document p ON p.id = j.value
     CROSS JOIN document d ON d.id IN (${SHARES}) AND d.seen = 'observed' AND d.parent_type <> 'repost'
     RETURNING document_id`,
    ids,
    dueAt,
  );
}

/** Enqueues the posts that name the accounts of these documents and may come from them. None if the documents come in order. */
export function wakeNaming(db: Db, documents: { id: string; platform: string; handle: string; at: number }[], dueAt: number) {
  return db.statement(
    `INSERT OR IGNORE INTO job (document_id, reason, due_at)
     SELECT w.document_id, 'again', ?2 FROM json_each(?1) j
     JOIN dependency w ON w.key = j.value ->> 0 AND w.until BETWEEN j.value ->> 1 AND j.value ->> 1 + ${MAX_CANDIDATE_AGE}
     JOIN document d ON d.id = w.document_id AND d.seen = 'observed'
     WHERE w.document_id <> j.value ->> 2 RETURNING document_id`,
    documents.map((d) => [accountKey(d.platform, d.handle), d.at, d.id]),
    dueAt,
  );
}

/** Precondition: no document that one of these keys waits for has arrived meanwhile, as nothing would end the wait. */
export function requireOpen(db: Db, keys: string[]) {
  return db.statement(
    `INSERT INTO precondition (holds) SELECT 0 FROM json_each(?1) j JOIN document d ON d.id = substr(j.value, 5)
      WHERE d.resolved_id IS NOT NULL
       OR (d.seen = 'observed' AND NOT EXISTS (SELECT 1 FROM job o WHERE o.document_id = d.id AND o.reason = 'new'))`,
    keys.filter((key) => key.startsWith(documentKey(""))),
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
