/** What hangs on a placeholder goes to the document that it turned out to be. */
import type { Db } from "./d1.ts";

/** Puts what hangs on placeholders under the documents that they turned out to be: first those right below, then their trees' roots. */
export function adoptChildren(db: Db, rows: { id: string; resolvedId: string }[]) {
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
