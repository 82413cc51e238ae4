/** Personal lists: the claims that people follow, and saved views of the desk. */

import type { Db, Row } from "../d1.ts";
import { Columns } from "../rows.ts";

/** A claim that somebody follows, with its counts when they last marked it as seen. */
export interface Follow {
  claimId: string;
  text: string;
  visibility: string;
  status: string;
  mergedInto: string | null;
  seenAt: number;
  changedAt: number;
  /** How many came since. */
  newSightings: number;
  newResponses: number;
}
const FOLLOW = new Columns("claim_id, text, visibility, status, merged_into, seen_at, changed_at, new_sightings, new_responses");
/** A followed claim from such a row. */
export const followOf = (row: Row): Follow => FOLLOW.read(row);
/** The first claims that somebody follows, in the order of their ids. */
export function selectFollows(db: Db, who: string, limit: number) {
  return db.statement(
    `SELECT f.claim_id, f.seen_at, h.text, h.visibility, h.status, h.merged_into, h.changed_at, h.sightings - f.sightings AS new_sightings,
       h.responses - f.responses AS new_responses
     FROM (SELECT * FROM followed_claim WHERE who = ?1 ORDER BY claim_id LIMIT ?2) f
     CROSS JOIN claim_summary h ON h.claim_id = f.claim_id`,
    who,
    limit,
  );
}
/** Follows claims from now on; claims that are followed already are marked as seen. */
export function putFollows(db: Db, who: string, claimIds: string[], now: number) {
  return db.statement(
    `INSERT INTO followed_claim (who, claim_id, since, seen_at, sightings, responses)
     SELECT ?1, h.claim_id, ?3, ?3, h.sightings, h.responses FROM json_each(?2) j CROSS JOIN claim_summary h ON h.claim_id = j.value
     WHERE true ON CONFLICT DO UPDATE SET seen_at = excluded.seen_at, sightings = excluded.sightings, responses = excluded.responses`,
    who,
    claimIds,
    now,
  );
}
/** Ends the following of claims by somebody. */
export function endFollows(db: Db, who: string, claimIds: string[]) {
  return db.statement("DELETE FROM followed_claim WHERE who = ?1 AND claim_id IN (SELECT value FROM json_each(?2))", who, claimIds);
}

/** Which of some claims some people follow: (who, claim_id). */
export function selectWatched(db: Db, who: Iterable<string>, claimIds: Iterable<string>) {
  return db.statement(
    `SELECT f.who, f.claim_id FROM json_each(?1) w CROSS JOIN json_each(?2) j
     CROSS JOIN followed_claim f ON f.who = w.value AND f.claim_id = j.value`,
    [...new Set(who)],
    [...new Set(claimIds)],
  );
}

/** A saved view of the desk. */
export interface SavedView {
  id: string;
  name: string;
  path: string;
}
/** A saved view from its row. */
export const savedViewOf = (row: Row): SavedView => ({ id: String(row.id), name: String(row.name), path: String(row.path) });
/** Maximum number of saved views per person. */
const MAX_VIEWS = 20;
/** The saved views of somebody. */
export function selectViews(db: Db, who: string) {
  return db.statement("SELECT id, name, path FROM saved_view WHERE who = ?1 LIMIT ?2", who, MAX_VIEWS);
}
/** Saves a view, unless the maximum is reached: then no row is returned. */
export function insertView(db: Db, who: string, view: SavedView, now: number) {
  return db.statement(
    `INSERT INTO saved_view (who, id, name, path, at) SELECT ?1, ?2, ?3, ?4, ?5
     WHERE (SELECT count(*) FROM saved_view WHERE who = ?1) < ?6 ON CONFLICT DO UPDATE SET name = excluded.name, path = excluded.path RETURNING id`,
    who,
    view.id,
    view.name,
    view.path,
    now,
    MAX_VIEWS,
  );
}
/** Deletes a saved view of somebody. */
export function deleteView(db: Db, who: string, id: string) {
  return db.statement("DELETE FROM saved_view WHERE who = ?1 AND id = ?2", who, id);
}
