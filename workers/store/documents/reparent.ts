/** Moves the children of a placeholder to the document that it was resolved to, and back. */
import type { Db } from "../d1.ts";
import type { StoredDocument } from "./documents.ts";

/** Moves the share trees below placeholders under the documents that these were resolved to: first the direct children, then the roots. */
export function reparentChildren(db: Db, rows: { id: string; resolvedId: string }[]) {
  const pairs = rows.map((r) => [r.id, r.resolvedId]);
  return [
    db.statement(
      `UPDATE document SET parent_id = j.value ->> 1 FROM json_each(?1) j
       WHERE document.root_id = j.value ->> 0 AND document.depth = 1 AND document.parent_id = j.value ->> 0`,
      pairs,
    ),
    db.statement(
      `UPDATE document SET root_id = coalesce(p.root_id, p.id), depth = document.depth + p.depth
       FROM json_each(?1) j JOIN document p ON p.id = j.value ->> 1 WHERE document.root_id = j.value ->> 0`,
      pairs,
    ),
  ];
}

/** Undoes the resolution of a placeholder; quoted words do not resolve it again. */
export function unresolve(db: Db, id: string) {
  return db.statement("UPDATE document SET resolved_id = NULL, report = json_patch(report, '{\"byWords\":0}') WHERE id = ?1", id);
}
/** Moves branches from a document back to a placeholder. Precondition: the document has as many branches as were read. */
export function undoReparent(db: Db, to: StoredDocument, from: StoredDocument, ids: string[], below: number) {
  if (!ids.length) return [];
  return [
    db.conflictIf(
      `WHERE (SELECT count(*) FROM document INDEXED BY document_root
        WHERE root_id = ?1 AND depth > ?2) <> ?3`,
      from.rootId ?? from.id,
      from.depth,
      below,
    ),
    db.statement(
      `UPDATE document SET root_id = ?2, depth = depth + ?3, parent_id = iif(parent_id = ?4, ?5, parent_id)
        WHERE id IN (SELECT value FROM json_each(?1))`,
      ids,
      to.rootId ?? to.id,
      to.depth - from.depth,
      from.id,
      to.id,
    ),
  ];
}
