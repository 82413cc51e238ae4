/** Who waits for what is not here, or not read: the first child that waits for a document is named by that one's row, all others have a row each. */
import type { Db } from "../d1.ts";
import { DOCUMENT } from "./documents.ts";

/** Children that wait for a parent of this ref, with where they stand now. */
export function selectAwaiting(db: Db, refs: Iterable<string>) {
  return db.statement(
    `SELECT w.ref, w.type, ${DOCUMENT} FROM json_each(?1) j JOIN awaited w ON w.ref = j.value AND w.type <> 'link' JOIN document d ON d.id = w.child_id`,
    [...new Set(refs)],
  );
}
/** Comes after the documents: whom one names as the first that waits for it gets no row. */
export function insertAwaited(db: Db, rows: { ref: string; childId: string; type: string }[]) {
  return db.statement(
    `INSERT INTO awaited (ref, child_id, type) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1)
     WHERE value ->> 2 <> 'link' OR NOT EXISTS (SELECT 1 FROM document d WHERE d.id = value ->> 0 AND d.awaited_by = value ->> 1) ON CONFLICT DO NOTHING`,
    rows.map((r) => [r.ref, r.childId, r.type]),
  );
}
export function deleteAwaited(db: Db, refs: string[]) {
  return db.statement("DELETE FROM awaited WHERE ref IN (SELECT value FROM json_each(?1)) AND type <> 'link'", refs);
}

/** The name under which a document waits for a change of what another one is seen with. */
export const heardRef = (id: string) => `heard:${id}`;
/** The names under which somebody may wait for that: who waits for the document itself hears it only once it is there. */
export const heardRefs = (ids: Iterable<string>) => [...new Set(ids)].flatMap((id) => [heardRef(id), id]);
/**
 * Has the documents that hang on these, and could not know them yet, related again. Who waits for something that may come more than once
 * (`others`: words that it quotes, claims of another document) goes on waiting. `naming`: those of the first that may name a child which waits.
 */
export function releaseWaiting(db: Db, parentIds: string[], dueAt: number, others: string[] = [], naming = parentIds) {
  return [
    db.statement(
      `INSERT OR IGNORE INTO log (key, type, due_at)
       SELECT w.child_id, 'again', ?2 FROM json_each(?1) j JOIN awaited w ON w.ref = j.value AND w.type = 'link'
       UNION ALL SELECT d.awaited_by, 'again', ?2 FROM json_each(?1) j JOIN document d ON d.id = j.value AND d.awaited_by IS NOT NULL RETURNING key AS document_id`,
      [...new Set([...parentIds, ...others])],
      dueAt,
    ),
    db.statement("DELETE FROM awaited WHERE ref IN (SELECT value FROM json_each(?1)) AND type = 'link'", parentIds),
    ...(naming.length
      ? [
          db.statement(
            "UPDATE document SET awaited_by = NULL WHERE id IN (SELECT value FROM json_each(?1)) AND awaited_by IS NOT NULL",
            naming,
          ),
        ]
      : []),
  ];
}
/** Undoes the batch when a document that somebody is to wait for is here and read by now: nothing would end the wait. */
export function guardWaits(db: Db, ids: string[]) {
  return db.statement(
    `INSERT INTO guard (holds) SELECT 0 FROM json_each(?1) j JOIN document d ON d.id = j.value WHERE d.resolved_id IS NOT NULL
       OR (d.seen = 'observed' AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.document_id = d.id AND o.reason = 'new'))`,
    ids,
  );
}
