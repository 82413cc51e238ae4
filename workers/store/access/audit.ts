/** What people and keys decided, from the event log, newest first. */
import type { Db, Row } from "../d1.ts";
import { type LogEvent, logEventOf } from "../jobs/events.ts";

/** Types of events that the indexes of decisions contain (schema/0009_people.sql): no findings of machines, and no arrivals of documents. */
export const DECIDED = `detail ->> '$.by' > 'key:' AND detail ->> '$.by' < 'q' AND type NOT IN ('document.accepted', 'document.revised')`;

interface AuditQuery {
  /** The actor as in events; null: anybody. */
  by: string | null;
  /** From this instant on (ms). */
  since: number;
  /** Before this event. */
  before: { at: number; seq: number } | null;
  limit: number;
}
/** A page of these events, newest first: (seq, at, type, subject, detail). */
export function selectAuditEvents(db: Db, { by, since, before, limit }: AuditQuery) {
  const place = "at >= ?1 AND (at, seq) < (?2, ?3)";
  const { at, seq } = before ?? { at: Number.MAX_SAFE_INTEGER, seq: Number.MAX_SAFE_INTEGER };
  return by === null
    ? db.statement(
        `SELECT seq, at, type, subject, detail FROM event INDEXED BY event_decided WHERE ${DECIDED} AND ${place} ORDER BY at DESC, seq DESC LIMIT ?4`,
        since,
        at,
        seq,
        limit,
      )
    : db.statement(
        `SELECT seq, at, type, subject, detail FROM event INDEXED BY event_decided_by WHERE ${DECIDED} AND detail ->> '$.by' = ?5 AND ${place}
           ORDER BY at DESC, seq DESC LIMIT ?4`,
        since,
        at,
        seq,
        limit,
        by,
      );
}

export interface AuditEvent extends LogEvent {
  by: string;
}
/** An event from such a row. */
export function auditEventOf(row: Row): AuditEvent {
  const { detail, ...event } = logEventOf(row);
  const { by, ...rest } = detail;
  return { ...event, by: String(by), detail: rest };
}
