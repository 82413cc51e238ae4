/** Edges between documents: versioned rows. A child may have several candidate parents, at most one of them primary. */

import { STATED_BY_PLATFORM } from "../../../shared/edges/evidence/platform.ts";
import type { Basis } from "../../../shared/model/edge.ts";
import type { Quote } from "../../../shared/model/quote.ts";
import type { State } from "../../../shared/model/state.ts";
import type { TextChange } from "../../../shared/model/text-change.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { chunks, type Db, insertSql, type Row, without } from "../d1.ts";
import { IS_SHARE } from "../documents/share-trees.ts";
import { enqueueSql } from "../jobs/jobs.ts";
import { Columns } from "../rows.ts";
import { closeVersions, FOREVER } from "../versions.ts";

export interface EdgeRow {
  childId: string;
  /** The id of the parent; null if it is unknown. */
  parentId: string | null;
  type: string;
  basis: Basis;
  confidence: number;
  state: State;
  primary: boolean;
  /**
   * `why` is for everybody, `note` for editors only; `name` is what a document calls a source that is not known; `read`: somebody accepted it with
   * its words on the screen. `of`: the placeholder's id, where a platform's edge named an address that was resolved to the parent.
   */
  evidence: { quote: Quote | null; why: string; note?: string; name?: string; read?: true; of?: string };
  /** "person" for an edge that a person stated, confirmed or rejected: no machine changes its type, basis, state or evidence. */
  method: string;
  /** What changed from the parent's wording to the child's, if both are known. */
  textChanges: TextChange[];
  recordedAt: number;
}
const EDGE = new Columns(
  "child_id, parent_id, type, basis, confidence, state, is_primary as primary flag, evidence, method, text_changes json, recorded_at",
);

/** Defaults of evidence, which its JSON leaves out: those of most edges that platforms state. */
const usualEvidence = (type: unknown, basis: unknown) => ({
  quote: null,
  ...(basis === "platform" && { why: ownProperty(STATED_BY_PLATFORM, String(type)) ?? "" }),
});
const packEvidence = ({ type, basis, evidence }: EdgeRow) => JSON.stringify(without(evidence, usualEvidence(type, basis)));

/** An edge from a row with all columns of its table. */
export function edgeOf(row: Row): EdgeRow {
  const evidence = { ...usualEvidence(row.type, row.basis), ...JSON.parse(String(row.evidence)) } as EdgeRow["evidence"];
  return { ...EDGE.read(row), parentId: row.parent_id ? String(row.parent_id) : null, evidence };
}
/** The edges of children: those that are live, or that were at an instant (ms). */
export function selectEdges(db: Db, childIds: Iterable<string>, asOf = FOREVER - 1) {
  return db.statement(
    `SELECT e.* FROM json_each(?1) j JOIN edge e ON e.child_id = j.value AND e.replaced_at > ?2 WHERE e.recorded_at <= ?2`,
    [...new Set(childIds)],
    asOf,
  );
}
/** The live edges of documents, and versions that ended after an instant. */
export function selectEdgesSince(db: Db, childIds: Iterable<string>, at: number) {
  return db.statement(
    "SELECT e.* FROM json_each(?1) j JOIN edge e ON e.child_id = j.value AND e.replaced_at > ?2",
    [...new Set(childIds)],
    at,
  );
}
/** The live edges of a document, with what names the parent of each. */
export function selectEdgesWithParents(db: Db, childId: string) {
  return db.statement(
    `SELECT e.*, p.title AS parent_title, p.author AS parent_author, p.url AS parent_url FROM edge e
      LEFT JOIN document p ON p.id = e.parent_id WHERE e.child_id = ?1 AND e.replaced_at = ${FOREVER}`,
    childId,
  );
}
/** Live edges by child, parent ("": unknown) and type. Reads at most 3 rows each. */
export function selectEdgesAt(db: Db, keys: [string, string, string][]) {
  return db.statement(
    `SELECT e.* FROM json_each(?1) j
      JOIN edge e ON e.child_id = j.value ->> 0 AND e.replaced_at = ${FOREVER} AND e.parent_id = j.value ->> 1 AND e.type = j.value ->> 2`,
    keys,
  );
}

const valuesOf = (e: EdgeRow) => EDGE.values({ ...e, parentId: e.parentId ?? "", evidence: packEvidence(e) });
/** Adds versions of edges. */
export function insertEdges(db: Db, edges: EdgeRow[]) {
  return chunks(edges.map(valuesOf)).map((part) => db.statement(insertSql("edge", EDGE.names, "DO NOTHING"), part));
}
/** Adds edges that platforms state. The current primary edge of the child stays primary until the child is related again. */
export function insertStated(db: Db, edges: EdgeRow[]) {
  const rivals = `SELECT 1 FROM edge e WHERE e.child_id = value ->> 0 AND e.replaced_at = ${FOREVER} AND e.is_primary = 1`;
  const values = EDGE.names.map((column, i) =>
    column === "is_primary" ? `(value ->> ${i}) AND NOT EXISTS (${rivals})` : `value ->> ${i}`,
  );
  return chunks(edges.map(valuesOf)).map((part) =>
    db.statement(
      `INSERT INTO edge (${EDGE.names.join(", ")}) SELECT ${values.join(", ")} FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`,
      part,
    ),
  );
}
/** Enqueues the children of those edges that are new. Must come before the edges are written. */
export function enqueueRestated(db: Db, edges: Pick<EdgeRow, "childId" | "parentId" | "type">[], dueAt: number) {
  return db.statement(
    enqueueSql(`SELECT DISTINCT value ->> 0 AS id FROM json_each(?1)
     WHERE NOT EXISTS (SELECT 1 FROM edge e
       WHERE e.child_id = value ->> 0 AND e.replaced_at = ${FOREVER} AND e.parent_id = value ->> 1 AND e.type = value ->> 2)`),
    edges.map((e) => [e.childId, e.parentId ?? "", e.type]),
    dueAt,
  );
}
/** Ends the live versions of these edges. */
export function closeEdges(db: Db, edges: EdgeRow[], now: number) {
  const keys = edges.map((e) => [e.childId, e.parentId ?? "", e.type]);
  return closeVersions(db, "edge", ["child_id", "parent_id", "type"], keys, now);
}
/** Precondition: these children have exactly the current edges that were read. Each is compared, because two writes may have the same instant. */
export function requireEdges(db: Db, childIds: string[], live: EdgeRow[]) {
  const versions = Map.groupBy(live, (e) => e.childId);
  return db.conflictIf(
    `FROM json_each(?1) j WHERE (SELECT coalesce(group_concat(version, ','), '') FROM
       (SELECT e.parent_id || ' ' || e.type || ' ' || e.state || ' ' || e.is_primary || ' ' || e.method || ' ' || e.recorded_at AS version
        FROM edge e WHERE e.child_id = j.value ->> 0 AND e.replaced_at = ${FOREVER} ORDER BY 1))
       <> j.value ->> 1`,
    childIds.map((id) => [id, (versions.get(id) ?? []).map(versionOf).sort().join(",")]),
  );
}
const versionOf = (e: EdgeRow) => `${e.parentId ?? ""} ${e.type} ${e.state} ${e.primary ? 1 : 0} ${e.method} ${e.recordedAt}`;
/** Maximum number of steps that are followed in search of a circle. */
const MAX_STEPS = 10_000;
/** SQL of the edges to the parents of a column's documents: primary ones, and those of platforms, which may become primary. Parents are resolved. */
const sourcesOf = (column: string, where = "e.state <> 'rejected'") =>
  `CROSS JOIN edge e ON e.child_id = ${column} AND e.replaced_at = ${FOREVER} AND e.parent_id <> '' AND (e.is_primary = 1 OR e.basis = 'platform')
    AND ${where} CROSS JOIN document p ON p.id = e.parent_id`;
const SOURCE = "coalesce(p.resolved_id, p.id)";
const SURE = "e.state = 'confirmed'";
/**
 * The ancestors of documents: (child, parent, is_primary, named). `named` is the parent that the edge names, which a placeholder's resolution may make
 * another document. `where`: SQL that limits the edges.
 */
export function selectSources(db: Db, ids: string[], where?: typeof SURE) {
  return db.statement(
    `WITH RECURSIVE up (child, parent, is_primary, named) AS (
       SELECT e.child_id, ${SOURCE}, e.is_primary, e.parent_id FROM json_each(?1) j ${sourcesOf("j.value", where)}
       UNION SELECT e.child_id, ${SOURCE}, e.is_primary, e.parent_id FROM up ${sourcesOf("up.parent", where)} LIMIT ${MAX_STEPS})
     SELECT * FROM up`,
    ids,
  );
}
/** The same along confirmed edges only. */
export const selectSureSources = (db: Db, ids: string[]) => selectSources(db, ids, SURE);
/** Precondition, after edges are written: along confirmed edges none of these documents is its own ancestor. */
export function requireNoCircle(db: Db, ids: string[]) {
  return db.statement(
    `INSERT INTO precondition (holds) WITH RECURSIVE up (start, at) AS (
       SELECT j.value, ${SOURCE} FROM json_each(?1) j ${sourcesOf("j.value", SURE)}
       UNION SELECT up.start, ${SOURCE} FROM up ${sourcesOf("up.at", SURE)} WHERE up.at <> up.start LIMIT ${MAX_STEPS})
     SELECT 0 FROM up WHERE at = start`,
    ids,
  );
}
/** The condition of the index `edge_parent`: all edges to a known parent, except the live primary repost or quote that the child's own row has. */
export const EDGES_BY_PARENT = `e.parent_id <> '' AND (e.basis <> 'platform' OR e.type = 'reply' OR e.is_primary = 0 OR e.replaced_at < ${FOREVER})`;
/** SQL of the ids of documents that repost or quote a document named p. */
const SHARES = `SELECT d.id FROM document d INDEXED BY document_root WHERE ${IS_SHARE}`;
const EDGES_TO = `SELECT e.* FROM edge e INDEXED BY edge_parent WHERE e.parent_id = ?1 AND ${EDGES_BY_PARENT} AND e.replaced_at = ${FOREVER}
  UNION SELECT e.* FROM document p CROSS JOIN edge e ON e.child_id IN (${SHARES}) AND e.replaced_at = ${FOREVER} AND e.parent_id = p.id
    WHERE p.id = ?1`;
/** The live edges to a parent. */
export function selectEdgesTo(db: Db, parentId: string) {
  return db.statement(EDGES_TO, parentId);
}
/** Precondition: this many live edges lead to a parent. */
export function requireEdgesTo(db: Db, { parentId, count }: { parentId: string; count: number }) {
  return db.conflictIf(`WHERE (SELECT count(*) FROM (${EDGES_TO})) <> ?2`, parentId, count);
}
/** All versions of the edges of children. */
export function selectEdgeVersions(db: Db, childIds: string[]) {
  return db.statement("SELECT e.* FROM json_each(?1) j CROSS JOIN edge e ON e.child_id = j.value", [...new Set(childIds)]);
}
/** The ended versions of edges from a document and to it. */
export function selectEdgesEnded(db: Db, id: string) {
  return db.statement(
    `SELECT e.* FROM edge e WHERE e.child_id = ?1 AND e.replaced_at < ${FOREVER}
     UNION SELECT e.* FROM edge e INDEXED BY edge_parent WHERE e.parent_id = ?1 AND ${EDGES_BY_PARENT} AND e.replaced_at < ${FOREVER}`,
    id,
  );
}
/** The ancestors of the starts among the targets, along confirmed edges: (start, at). */
export function selectAncestors(db: Db, starts: string[], targets: string[]) {
  return db.statement(
    `WITH RECURSIVE up (start, at) AS (
       SELECT value, value FROM json_each(?1)
       UNION SELECT up.start, e.parent_id FROM up
         JOIN edge e ON e.child_id = up.at AND e.replaced_at = ${FOREVER} AND e.state = 'confirmed' AND e.parent_id <> '')
     SELECT start, at FROM up WHERE at IN (SELECT value FROM json_each(?2))`,
    starts,
    targets,
  );
}
/** Whether a platform or a person stated the edge: it stays until a person changes it. */
export const isStated = (e: EdgeRow) => e.basis === "platform" || e.basis === "human" || e.method === "person";
