/** Sessions of browsers: a token in a cookie, of which only the hash is stored. */

import { digest } from "../../../shared/model/id.ts";
import { type Db, insertSql, type Row } from "../d1.ts";
import { Columns } from "../rows.ts";
import { KEY_COLUMNS, PERSON_COLUMNS } from "./keys.ts";

/** The hash under which a session is stored. */
export function sessionHash(token: string): string {
  return digest(`session:${token}`);
}

const WITH_HOLDER = "session s LEFT JOIN api_key k ON k.hash = s.key_hash LEFT JOIN person p ON p.id = coalesce(s.person_id, k.owner_id)";
/** A session with its person, or with the key that started it and the key's owner. */
export function selectSession(db: Db, hash: string) {
  return db.statement(
    `SELECT s.hash AS session_hash, s.id AS session_id, s.key_hash AS session_key, s.expires_at AS session_expires_at,
       s.used_at AS session_used_at, ${KEY_COLUMNS.replace("k.hash AS key_hash, ", "")}, ${PERSON_COLUMNS}
     FROM ${WITH_HOLDER} WHERE s.hash = ?1`,
    hash,
  );
}

interface SessionRow {
  hash: string;
  id: string;
  personId: string | null;
  keyHash: string | null;
  browser: string;
  createdAt: number;
  expiresAt: number;
}
const COLUMNS = new Columns("hash, id, person_id, key_hash, browser, created_at, used_at, expires_at");
/** Starts a session; expired ones are deleted. */
export function insertSession(db: Db, s: SessionRow) {
  return [
    db.statement("DELETE FROM session WHERE expires_at <= ?1", s.createdAt),
    db.statement(insertSql("session", COLUMNS.names, "DO NOTHING"), [COLUMNS.values({ ...s, usedAt: s.createdAt })]),
  ];
}
type Holder = { person: string } | { key: string };
/** SQL of whether a session s is that of a holder (?2), with the value of ?2; null: anybody. */
function conditionOf(holder: Holder | null): [condition: string, value: string] {
  if (!holder) return ["?2 = ''", ""];
  if ("person" in holder) return ["s.person_id = ?2", holder.person];
  return ["s.key_hash IN (SELECT hash FROM api_key WHERE id = ?2)", holder.key];
}
/** The sessions of a person, of a key (by its id), or of all; newest first. */
export function listSessions(db: Db, of: Holder | null, now: number) {
  const [condition, value] = conditionOf(of);
  return db.statement(
    `SELECT s.id, s.browser, s.created_at, s.used_at, s.expires_at, s.person_id, p.name AS person_name, k.id AS key_id, k.name AS key_name
     FROM ${WITH_HOLDER}
     WHERE s.expires_at > ?1 AND ${condition} ORDER BY s.used_at DESC, s.id LIMIT 200`,
    now,
    value,
  );
}
/** Ends a session: (id), none where there was none. */
export function endSession(db: Db, id: string) {
  return db.statement("DELETE FROM session WHERE id = ?1 RETURNING id", id);
}
/** Ends all sessions of a person. */
export function endSessionsOf(db: Db, personId: string) {
  return db.statement("DELETE FROM session WHERE person_id = ?1", personId);
}
/** Stores when (ms) a session, and its person, was last active. */
export function touchSession(db: Db, hash: string, personId: string | null, now: number) {
  return [
    db.statement("UPDATE session SET used_at = ?2 WHERE hash = ?1", hash, now),
    ...(personId === null ? [] : [db.statement("UPDATE person SET seen_at = ?2 WHERE id = ?1", personId, now)]),
  ];
}

export type Session = ReturnType<typeof listedSession>;
/** A row of the list as the API and the pages give it. */
export function listedSession(row: Row) {
  return {
    id: String(row.id),
    browser: String(row.browser),
    person: row.person_id === null ? null : { id: String(row.person_id), name: String(row.person_name) },
    key: row.key_id === null ? null : { id: String(row.key_id), name: String(row.key_name) },
    createdAt: Number(row.created_at),
    usedAt: Number(row.used_at),
    expiresAt: Number(row.expires_at),
  };
}
