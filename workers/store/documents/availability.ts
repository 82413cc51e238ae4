/** Whether documents are still available: what visits find, and the new versions of the timeline rows that show it. */

import type { Archived, LastVisit } from "../../../shared/timeline/availability.ts";
import { raiseRevisions } from "../claims/claims.ts";
import type { Db, Row } from "../d1.ts";
import { insertEvents } from "../jobs/events.ts";
import { FOREVER } from "../versions.ts";

/** How the last revisit of a document ended: one row. */
export function selectLastVisit(db: Db, id: string) {
  return db.statement("SELECT outcome, why, good_at, ran_at FROM visit WHERE id = 'revisit:' || ?1", id);
}
export function lastVisitOf(row: Row | undefined): LastVisit | null {
  return row
    ? {
        outcome: row.outcome as string | null,
        why: row.why as string | null,
        goodAt: row.good_at as number | null,
        ranAt: row.ran_at as number | null,
      }
    : null;
}

/** Notes that a document was missing; only a second absence makes it gone. */
export function markAbsent(db: Db, id: string, presentAt: number | null, at: number) {
  return db.statement(
    `UPDATE document SET availability = json_patch(coalesce(availability, '{}'), json_object('present', ?2, 'absent', ?3))
      WHERE id = ?1 AND seen = 'observed'`,
    id,
    presentAt,
    at,
  );
}
/** It was missing a second time: it is gone. */
export function markGone(db: Db, id: string, at: number) {
  return [
    db.statement(
      "UPDATE document SET availability = json_set(coalesce(availability, '{}'), '$.gone', ?2) WHERE id = ?1 AND seen = 'observed'",
      id,
      at,
    ),
    ...restate(db, id, at),
    insertEvents(db, [{ type: "document.gone", subject: id, detail: {} }], at),
  ];
}
/** It is available (again). `wasGone`: its timeline rows say that it is gone. */
export function markPresent(db: Db, id: string, wasGone: boolean, at: number) {
  const mark = db.statement(
    `UPDATE document SET availability = nullif(json_remove(availability, '$.present', '$.absent', '$.gone'), '{}')
      WHERE id = ?1 AND availability IS NOT NULL`,
    id,
  );
  return wasGone ? [mark, ...restate(db, id, at), insertEvents(db, [{ type: "document.returned", subject: id, detail: {} }], at)] : [mark];
}

/** A web archive has a capture with the text that we hold: it existed by then. */
export function markArchived(db: Db, id: string, archived: Archived, at: number) {
  return [
    db.statement(
      `UPDATE document SET availability = json_set(coalesce(availability, '{}'), '$.archived', json(?2))
        WHERE id = ?1 AND seen = 'observed'`,
      id,
      JSON.stringify(archived),
    ),
    ...restate(db, id, at, archived.at),
    // Events are kept for good: the address, which may be erased, is not in them.
    insertEvents(db, [{ type: "document.archived", subject: id, detail: { at: new Date(archived.at).toISOString() } }], at),
  ];
}

/**
 * New versions of a document's listed sightings with its present availability. A document without a time of its own is sorted by the
 * instant that proves its existence: `by`.
 */
function restate(db: Db, id: string, at: number, by: number | null = null) {
  const live = `document_id = ?1 AND replaced_at = ${FOREVER} AND listed = 1`;
  return [
    db.statement(`UPDATE sighting SET replaced_at = ?2 WHERE ${live} AND recorded_at < ?2`, id, at),
    db.statement(
      `INSERT INTO sighting (claim_id, replaced_at, listed, at, id, document_id, role, stance, certainty, state, method, score, detail,
        shown, recorded_at)
       SELECT claim_id, ${FOREVER}, listed, CASE WHEN ?3 < at AND role <> 'respond'
         AND coalesce(shown ->> '$.published.earliest', shown ->> '$.published.latest') IS NULL THEN ?3
           ELSE at END, id, document_id, role, stance, certainty, state, method, score, detail, shown, ?2
       FROM sighting WHERE document_id = ?1 AND replaced_at = ?2 AND listed = 1 ON CONFLICT DO NOTHING`,
      id,
      at,
      by,
    ),
    db.statement(
      `UPDATE sighting SET shown = (SELECT CASE WHEN d.availability IS NULL THEN json_remove(shown, '$.availability')
         ELSE json_set(shown, '$.availability', json(d.availability)) END FROM document d WHERE d.id = ?1) WHERE ${live}`,
      id,
    ),
    raiseRevisions(db, id, at),
  ];
}
