/** Whether documents are still available: what visits find, and the new versions of the timeline rows that show it. */

import { isoTime } from "../../../shared/iso.ts";
import type { Archived, LastVisit } from "../../../shared/timeline/availability.ts";
import { raiseRevisions } from "../claims/claims.ts";
import type { Db, Row } from "../d1.ts";
import type { EventRow } from "../jobs/events.ts";
import { SIGHTING_COLUMNS } from "../relations/stored-sighting.ts";
import { Columns } from "../rows.ts";
import { FOREVER } from "../versions.ts";

/** How the last revisit of a document ended: one row. */
export function selectLastVisit(db: Db, id: string) {
  return db.statement("SELECT outcome, why, good_at, ran_at FROM visit WHERE id = 'revisit:' || ?1", id);
}
const LAST_VISIT = new Columns("outcome, why, good_at, ran_at");
/** How the last revisit ended, from its row; null if there was none. */
export const lastVisitOf = (row: Row | undefined): LastVisit | null => (row ? LAST_VISIT.read(row) : null);

/**
 * What a visit found:
 * - `absent`: missing for the first time; it was last seen at `presentAt`
 * - `gone`: missing a second time
 * - `present`: there again; `wasGone` says that its timeline rows show it as gone
 * - `archived`: a web archive has a capture with the stored text, so it existed by then
 */
export type AvailabilityChange =
  | { kind: "absent"; id: string; presentAt: number | null }
  | { kind: "gone"; id: string }
  | { kind: "present"; id: string; wasGone: boolean }
  | { kind: "archived"; id: string; archived: Archived };

/** The statements that store what a visit found. */
export function changeAvailability(db: Db, change: AvailabilityChange, at: number) {
  const { id } = change;
  switch (change.kind) {
    case "absent":
      return [
        db.statement(
          `UPDATE document SET availability = json_patch(coalesce(availability, '{}'), json_object('present', ?2, 'absent', ?3))
            WHERE id = ?1 AND seen = 'observed'`,
          id,
          change.presentAt,
          at,
        ),
      ];
    case "gone":
      return [
        db.statement(
          "UPDATE document SET availability = json_set(coalesce(availability, '{}'), '$.gone', ?2) WHERE id = ?1 AND seen = 'observed'",
          id,
          at,
        ),
        ...restate(db, id, at),
      ];
    case "present":
      return [
        db.statement(
          `UPDATE document SET availability = nullif(json_remove(availability, '$.present', '$.absent', '$.gone'), '{}')
            WHERE id = ?1 AND availability IS NOT NULL`,
          id,
        ),
        ...(change.wasGone ? restate(db, id, at) : []),
      ];
    case "archived":
      return [
        db.statement(
          `UPDATE document SET availability = json_set(coalesce(availability, '{}'), '$.archived', json(?2))
            WHERE id = ?1 AND seen = 'observed'`,
          id,
          JSON.stringify(change.archived),
        ),
        ...restate(db, id, at, change.archived.at),
      ];
  }
}
/** The event of such a change; null if it has none. Events are kept forever, so they do not contain an archive's address, which may be erased. */
export function availabilityEvent(change: AvailabilityChange): EventRow | null {
  const subject = change.id;
  if (change.kind === "gone") return { type: "document.gone", subject, detail: {} };
  if (change.kind === "present" && change.wasGone) return { type: "document.returned", subject, detail: {} };
  if (change.kind === "archived") return { type: "document.archived", subject, detail: { at: isoTime(change.archived.at) } };
  return null;
}

/**
 * New versions of a document's listed sightings with its current availability; the old ones are kept as ended versions. A document without a
 * time of its own is sorted by the instant that proves its existence: `by`.
 */
function restate(db: Db, id: string, at: number, by: number | null = null) {
  const live = `document_id = ?1 AND replaced_at = ${FOREVER} AND listed = 1`;
  return [
    db.statement(
      `INSERT INTO sighting (replaced_at, ${SIGHTING_COLUMNS.join(", ")}) SELECT ?2, ${SIGHTING_COLUMNS.join(", ")} FROM sighting WHERE ${live} AND recorded_at < ?2 ON CONFLICT DO NOTHING`,
      id,
      at,
    ),
    db.statement(
      `UPDATE sighting SET recorded_at = max(recorded_at, ?2), at = CASE WHEN ?3 < at AND role <> 'respond'
         AND coalesce(earliest_after, latest_after) IS NULL THEN ?3 ELSE at END,
       shown = (SELECT CASE WHEN d.availability IS NULL THEN json_remove(shown, '$.availability')
         ELSE json_set(shown, '$.availability', json(d.availability)) END FROM document d WHERE d.id = ?1) WHERE ${live}`,
      id,
      at,
      by,
    ),
    ...raiseRevisions(db, id, at),
  ];
}
