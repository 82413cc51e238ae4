/** Tombstones: what remains of erased documents. */
import type { Db } from "../d1.ts";

/** Those of these ids that belong to erased documents. */
export function selectTombstones(db: Db, ids: Iterable<string>) {
  return db.statement("SELECT t.id FROM json_each(?1) j JOIN tombstone t ON t.id = j.value", [...new Set(ids)]);
}
/** Whether a document is erased: one row or none. */
export function isErased(db: Db, id: string) {
  return db.statement("SELECT 1 FROM tombstone WHERE id = ?1", id);
}
