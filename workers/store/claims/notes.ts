/** What the desk stores beside a claim: the editor responsible, and notes that only editors see. */

import type { Db, Row } from "../d1.ts";
import { Columns } from "../rows.ts";

export interface Note {
  id: string;
  claimId: string;
  at: number;
  /** The author, as in events. */
  by: string | null;
  text: string;
}
const NOTE = new Columns("id, claim_id, at, by, text");
/** A note from its row. */
export const noteOf = (row: Row): Note => NOTE.read(row);
/** The notes on a claim and on those that were merged into it, newest first. */
export function selectNotes(db: Db, claimId: string, limit = 200) {
  return db.statement(
    `WITH RECURSIVE same (id) AS (SELECT ?1 UNION SELECT h.claim_id FROM same JOIN claim_summary h ON h.merged_into = same.id)
     SELECT n.* FROM same CROSS JOIN note n ON n.claim_id = same.id ORDER BY n.at DESC, n.id DESC LIMIT ?2`,
    claimId,
    limit,
  );
}
/** The notes on claims: (claim_id, at, id, by, text). */
export function selectNotesOf(db: Db, claimIds: string[]) {
  return db.statement(`SELECT n.* FROM json_each(?1) j CROSS JOIN note n ON n.claim_id = j.value`, claimIds);
}
/** Replaces the words of notes. */
export function rewordNotes(db: Db, notes: Pick<Note, "claimId" | "at" | "id" | "text">[]) {
  return db.statement(
    `UPDATE note SET text = j.value ->> 3 FROM json_each(?1) j
      WHERE note.claim_id = j.value ->> 0 AND note.at = j.value ->> 1 AND note.id = j.value ->> 2`,
    notes.map(({ claimId, at, id, text }) => [claimId, at, id, text]),
  );
}
/** Adds a note. */
export function insertNote(db: Db, { id, claimId, at, by, text }: Note) {
  return db.statement(`INSERT INTO note (claim_id, at, id, "by", text) VALUES (?1, ?2, ?3, ?4, ?5)`, claimId, at, id, by, text);
}
/** Deletes a note. Precondition: it is there. */
export function deleteNote(db: Db, { claimId, at, id }: Note) {
  const found = "FROM note WHERE claim_id = ?1 AND at = ?2 AND id = ?3";
  return [db.conflictIf(`WHERE NOT EXISTS (SELECT 1 ${found})`, claimId, at, id), db.statement(`DELETE ${found}`, claimId, at, id)];
}

/** The owners of claims: (claim_id, owner, at). */
export function selectOwners(db: Db, claimIds: readonly string[]) {
  return db.statement("SELECT o.claim_id, o.owner, o.at FROM json_each(?1) j JOIN claim_owner o ON o.claim_id = j.value", [
    ...new Set(claimIds),
  ]);
}
/** Sets the owner of a claim, null: nobody, while the owner is still the one `before`. */
export function setOwner(db: Db, claimId: string, { before, owner }: Record<"before" | "owner", string | null>, at: number) {
  return [
    db.conflictIf("WHERE (SELECT owner FROM claim_owner WHERE claim_id = ?1) IS NOT ?2", claimId, before),
    owner === null
      ? db.statement("DELETE FROM claim_owner WHERE claim_id = ?1", claimId)
      : db.statement(
          "INSERT INTO claim_owner (claim_id, owner, at) VALUES (?1, ?2, ?3) ON CONFLICT (claim_id) DO UPDATE SET owner = excluded.owner, at = excluded.at",
          claimId,
          owner,
          at,
        ),
  ];
}
