/** The append-only log of what happened. */
import type { LoggedEvent } from "../../../shared/log/block.ts";
import { CLUSTERER } from "../../../shared/model/sighting.ts";
import type { Db, Row } from "../d1.ts";
import { FOREVER } from "../versions.ts";

export interface EventRow {
  type: string;
  subject: string;
  detail: unknown;
  /** The actor, if it is not the caller: the reader with its version, or a rule. */
  by?: string;
}

/** An event of the log. */
export interface LogEvent extends Omit<LoggedEvent, "at" | "detail"> {
  at: number;
  detail: Record<string, unknown>;
}
/** An event from its row, or as a block of the log has it. */
export const logEventOf = (row: Row | LoggedEvent): LogEvent => ({
  seq: Number(row.seq),
  at: Number(row.at),
  type: String(row.type),
  subject: String(row.subject),
  detail: JSON.parse(String(row.detail)) as LogEvent["detail"],
});

/** Adds events. Their times never go back, whatever the clocks do; their numbers have no gaps. */
export function insertEvents(db: Db, events: EventRow[], at: number) {
  return db.statement(
    `INSERT INTO event (at, type, subject, detail)
     SELECT max(?2, coalesce((SELECT at FROM event ORDER BY seq DESC LIMIT 1), 0)), j.value ->> 0, j.value ->> 1, j.value ->> 2
     FROM json_each(?1) j`,
    events.map(({ type, subject, detail, by = db.by }) => [
      type,
      subject,
      JSON.stringify(by != null && typeof detail === "object" ? { ...detail, by } : detail),
    ]),
    at,
  );
}

/** The number of the newest event. */
export const selectLastEvent = (db: Db) => db.statement("SELECT max(seq) AS seq FROM event");
/** A page of the log after an event's number. */
export function selectEvents(db: Db, after: number, limit: number) {
  return db.statement("SELECT seq, at, type, subject, detail FROM event WHERE seq > ?1 ORDER BY seq LIMIT ?2", after, limit);
}
/** The newest events, latest first. */
export function selectLatestEvents(db: Db, limit: number) {
  return db.statement("SELECT seq, at, type, subject, detail FROM event ORDER BY seq DESC LIMIT ?1", limit);
}

/** The claims that were added or changed since an instant, among the newest events: (subject). */
export function selectRewordedClaims(db: Db, at: number, among: number, limit: number) {
  return db.statement(
    `SELECT DISTINCT subject FROM (SELECT at, type, subject FROM event ORDER BY seq DESC LIMIT ?2)
     WHERE at >= ?1 AND type IN ('claim.created', 'claim.changed') LIMIT ?3`,
    at,
    among,
    limit,
  );
}

/** The documents whose clusters propose claims since an instant, among the newest events: (document_id). */
export function selectNewlyClustered(db: Db, at: number, among: number, limit: number) {
  return db.statement(
    `SELECT DISTINCT s.document_id FROM (SELECT DISTINCT subject FROM (SELECT at, type, subject FROM event ORDER BY seq DESC LIMIT ?2)
       WHERE at >= ?1 AND type = 'claim.proposed') c
     CROSS JOIN sighting s ON s.claim_id = c.subject AND s.replaced_at = ${FOREVER} AND s.method = ?4 LIMIT ?3`,
    at,
    among,
    limit,
    CLUSTERER,
  );
}

/** Precondition: since an event the words of no claims changed. An erasure may change them, too. */
export function requireClaimsSince(db: Db, seq: number) {
  return db.conflictIf("FROM event WHERE seq > ?1 AND (type LIKE 'claim.%' OR type = 'document.erased')", seq);
}
