/** Share trees of reposts and quotes. A document's place is stored for cheap reads, and moves when a parent comes late. */

import type { Dated } from "../../../shared/timeline/cascade.ts";
import type { TreeNode } from "../../../shared/timeline/share-tree.ts";
import type { TreePlace, TreePlacement } from "../../../shared/timeline/share-tree-place.ts";
import type { Db, Row } from "../d1.ts";
import { Columns } from "../rows.ts";
import { DOCUMENT, type StoredDocument } from "./documents.ts";

/** SQL of whether a document d is a repost or quote of a document p. Reads the index `document_root`. */
export const IS_SHARE = "d.root_id = coalesce(p.root_id, p.id) AND d.depth = p.depth + 1 AND d.parent_id = p.id";

/** Gives stored documents their parent, root and depth. */
export function updatePlaces(db: Db, rows: (TreePlacement & { type: string })[]) {
  return db.statement(
    `UPDATE document SET parent_id = j.value ->> 1, parent_type = j.value ->> 2, root_id = j.value ->> 3, depth = j.value ->> 4
     FROM json_each(?1) j WHERE document.id = j.value ->> 0`,
    rows.map((r) => [r.id, r.parentId, r.type, r.rootId, r.depth]),
  );
}

/** Moves whole trees whose roots got a parent. */
export function moveTrees(db: Db, moved: { id: string; rootId: string; depth: number }[]) {
  return db.statement(
    `UPDATE document SET root_id = j.value ->> 1, depth = depth + (j.value ->> 2) FROM json_each(?1) j
      WHERE document.root_id = j.value ->> 0`,
    moved.map((m) => [m.id, m.rootId, m.depth]),
  );
}

/** Precondition: documents have the places in share trees, and the resolutions, that were read; null: the document is not stored. */
export function requirePlaces(db: Db, rows: { id: string; standing: (TreePlace & Pick<StoredDocument, "resolvedId">) | null }[]) {
  return db.conflictIf(
    `FROM json_each(?1) j LEFT JOIN document d ON d.id = j.value ->> 0
     WHERE (d.id IS NOT NULL) <> (j.value ->> 1) OR d.parent_id IS NOT (j.value ->> 2) OR d.root_id IS NOT (j.value ->> 3)
       OR coalesce(d.depth, 0) <> (j.value ->> 4) OR d.resolved_id IS NOT (j.value ->> 5)`,
    rows.map(({ id, standing }) => [
      id,
      standing ? 1 : 0,
      standing?.parentId ?? null,
      standing?.rootId ?? null,
      standing?.depth ?? 0,
      standing?.resolvedId ?? null,
    ]),
  );
}

/** All documents deeper than a document in its share tree, including its own branch: one index entry for each. */
export function selectTree(db: Db, { id, rootId, depth }: { id: string; rootId: string | null; depth: number }) {
  return db.statement(
    `SELECT id, parent_id, published_earliest, published_latest FROM document INDEXED BY document_root WHERE root_id = ?1 AND depth > ?2`,
    rootId ?? id,
    depth,
  );
}
const NODE = new Columns("id, parent_id, published_earliest as earliest, published_latest as latest");
/** A node of a share tree from such a row. */
export const treeNodeOf = (row: Row): TreeNode & Dated => NODE.read(row);

/** Reposts and quotes of a document, up to a limit: one range of the index of share trees. */
export function selectShares(db: Db, document: StoredDocument, limit: number) {
  return db.statement(
    `SELECT ${DOCUMENT} FROM document d WHERE d.root_id = ?1 AND d.depth = ?2 AND d.parent_id = ?3 LIMIT ?4`,
    document.rootId ?? document.id,
    document.depth + 1,
    document.id,
    limit,
  );
}
