/** People, the invitations by which they join, and the codes by which they sign in. */

import type { Role } from "../../../shared/access/person.ts";
import { type Db, insertSql, type Row } from "../d1.ts";
import { Columns } from "../rows.ts";
import { PERSON_COLUMNS } from "./keys.ts";

export interface Person {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  createdAt: number;
  seenAt: number | null;
  switchedOffAt: number | null;
}
const PERSON = new Columns("id, name, email, role, created_at, seen_at, switched_off_at");
/** A person from a row with all columns of the table. */
export const personOf = (row: Row): Person => PERSON.read(row);

/** All people, those that are switched off last. */
export function listPeople(db: Db) {
  return db.statement("SELECT * FROM person ORDER BY switched_off_at IS NOT NULL, name, id LIMIT 1000");
}
/** Admins, whom a person without a right may ask; those who were active last come first: (name). */
export function selectAdmins(db: Db) {
  return db.statement("SELECT name FROM person WHERE role = 'admin' AND switched_off_at IS NULL ORDER BY seen_at DESC, name LIMIT 2");
}
/** The names in rows. */
export const namesOf = (rows: Row[]): string[] => rows.map((row) => String(row.name));
/** The names of the first two admins in a list of people. */
export const adminsAmong = (people: Row[]): string[] =>
  namesOf(people.filter((row) => row.role === "admin" && row.switched_off_at === null).slice(0, 2));
/** The person with an id: one row or none. */
export function selectPerson(db: Db, id: string) {
  return db.statement("SELECT * FROM person WHERE id = ?1", id);
}
/** The person with an e-mail address: one row or none. */
export function selectPersonByEmail(db: Db, email: string) {
  return db.statement("SELECT * FROM person WHERE email = ?1 AND email IS NOT NULL", email);
}
/** The columns that decide what the person with an e-mail address may do. */
export function selectHolderOfEmail(db: Db, email: string) {
  return db.statement(`SELECT ${PERSON_COLUMNS} FROM person p WHERE p.email = ?1 AND p.email IS NOT NULL`, email);
}
/** Adds a person. Fails if another one has the e-mail address (`isEmailHeld`). */
export function insertPerson(db: Db, p: { id: string; name: string; email: string | null; role: Role; createdAt: number }) {
  return db.statement(
    "INSERT INTO person (id, name, email, role, created_at, seen_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
    p.id,
    p.name,
    p.email,
    p.role,
    p.createdAt,
  );
}
/** Changes a person. The precondition fails if the person has changed since they were read, or if no admin would be left. */
export function updatePerson(db: Db, before: Person, after: Person) {
  const isAdmin = (p: Person) => p.role === "admin" && p.switchedOffAt === null;
  return [
    db.conflictIf(
      `WHERE NOT EXISTS
         (SELECT 1 FROM person WHERE id = ?1 AND role = ?2 AND switched_off_at IS ?3 AND name = ?4 AND email IS ?5)`,
      before.id,
      before.role,
      before.switchedOffAt,
      before.name,
      before.email,
    ),
    db.statement(
      "UPDATE person SET name = ?2, email = ?3, role = ?4, switched_off_at = ?5 WHERE id = ?1",
      after.id,
      after.name,
      after.email,
      after.role,
      after.switchedOffAt,
    ),
    ...(isAdmin(before) && !isAdmin(after)
      ? [db.conflictIf("WHERE NOT EXISTS (SELECT 1 FROM person WHERE role = 'admin' AND switched_off_at IS NULL)")]
      : []),
  ];
}
/** Whether a write failed because two people would have one e-mail address. */
export function isEmailHeld(error: unknown): boolean {
  return /UNIQUE constraint failed: person\.email/.test(String(error));
}
/** Whether there is an admin other than a person. */
export function selectOtherAdmin(db: Db, id: string) {
  return db.statement("SELECT 1 FROM person WHERE role = 'admin' AND switched_off_at IS NULL AND id <> ?1 LIMIT 1", id);
}
/** Stores when (ms) a person was last active. */
export function touchPerson(db: Db, id: string, now: number) {
  return db.statement("UPDATE person SET seen_at = ?2 WHERE id = ?1", id, now);
}

export interface Invitation {
  hash: string;
  id: string;
  name: string;
  email: string | null;
  role: Role;
  invitedBy: string;
  createdAt: number;
  expiresAt: number;
}
const INVITATION = new Columns("hash, id, name, email, role, invited_by, created_at, expires_at");
/** An invitation from a row with all columns of the table. */
export const invitationOf = (row: Row): Invitation => INVITATION.read(row);
/** Adds an invitation. */
export function insertInvitation(db: Db, i: Invitation) {
  return db.statement(insertSql("invitation", INVITATION.names, "DO NOTHING"), [INVITATION.values(i)]);
}
/** Invitations that nobody has used or revoked, expired ones among them; newest first. */
export function listInvitations(db: Db) {
  return db.statement("SELECT * FROM invitation WHERE used_at IS NULL AND revoked_at IS NULL ORDER BY created_at DESC, id LIMIT 200");
}
/** The invitation of a link, if it may still be used. */
export function selectInvitation(db: Db, hash: string, now: number) {
  return db.statement("SELECT * FROM invitation WHERE hash = ?1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ?2", hash, now);
}
/** Revokes an invitation that nobody has used: (id), none where there was none. */
export function revokeInvitation(db: Db, id: string, now: number) {
  return db.statement(
    "UPDATE invitation SET revoked_at = ?2 WHERE id = ?1 AND used_at IS NULL AND revoked_at IS NULL RETURNING id",
    id,
    now,
  );
}
/** Uses an invitation; the precondition fails if it cannot be used any more. */
export function useInvitation(db: Db, hash: string, personId: string, now: number) {
  return [
    db.conflictIf(
      `WHERE NOT EXISTS
         (SELECT 1 FROM invitation WHERE hash = ?1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ?2)`,
      hash,
      now,
    ),
    db.statement("UPDATE invitation SET used_at = ?2, person_id = ?3 WHERE hash = ?1", hash, now, personId),
  ];
}

/** Adds a code for a person who has fewer than `most`; expired codes are deleted. Gives its row: (hash), none if no code was added. */
export function insertCode(db: Db, code: { hash: string; personId: string; createdAt: number; expiresAt: number }, most: number) {
  return [
    db.statement("DELETE FROM sign_in_code WHERE expires_at <= ?1", code.createdAt),
    db.statement(
      `INSERT INTO sign_in_code (hash, person_id, created_at, expires_at) SELECT ?1, ?2, ?3, ?4
       WHERE (SELECT count(*) FROM sign_in_code WHERE person_id = ?2) < ?5 RETURNING hash`,
      code.hash,
      code.personId,
      code.createdAt,
      code.expiresAt,
      most,
    ),
  ];
}
/** Uses a code by deleting it: of two simultaneous calls only one gets its row: (person_id, expires_at). */
export function takeCode(db: Db, hash: string) {
  return db.statement("DELETE FROM sign_in_code WHERE hash = ?1 RETURNING person_id, expires_at", hash);
}
