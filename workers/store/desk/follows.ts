/** What people keep for themselves: the claims that they watch, and lists of the desk under a name. */
import type { Db, Row } from "../d1.ts";

/** A claim that somebody watches, with what it had when they last said that they had seen it. */
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
export const followOf = (row: Row): Follow => ({
  claimId: String(row.claim_id),
  text: String(row.text),
  visibility: String(row.visibility),
  status: String(row.status),
  mergedInto: row.merged_into as string | null,
  seenAt: Number(row.seen_at),
  changedAt: Number(row.changed_at),
  newSightings: Number(row.new_sightings),
  newResponses: Number(row.new_responses),
});
/** The claims that somebody watches, after an id, in the order of their ids. */
export function selectFollows(db: Db, who: string, after: string, limit: number) {
  return db.statement(
    `SELECT f.claim_id, f.seen_at, h.text, h.visibility, h.status, h.merged_into, h.changed_at, h.sightings - f.sightings AS new_sightings,
       h.responses - f.responses AS new_responses
     FROM (SELECT * FROM followed_claim WHERE who = ?1 AND claim_id > ?2 ORDER BY claim_id LIMIT ?3) f
     CROSS JOIN claim_summary h ON h.claim_id = f.claim_id`,
    who,
    after,
    limit,
  );
}
/** Watches claims from now on; of those that are watched already: all is seen that there is now. */
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
export function endFollows(db: Db, who: string, claimIds: string[]) {
  return db.statement("DELETE FROM followed_claim WHERE who = ?1 AND claim_id IN (SELECT value FROM json_each(?2))", who, claimIds);
}

/** Which of some claims some people watch: (who, claim_id). */
export function selectWatched(db: Db, who: Iterable<string>, claimIds: Iterable<string>) {
  return db.statement(
    `SELECT f.who, f.claim_id FROM json_each(?1) w CROSS JOIN json_each(?2) j
     CROSS JOIN followed_claim f ON f.who = w.value AND f.claim_id = j.value`,
    [...new Set(who)],
    [...new Set(claimIds)],
  );
}

/** A list of the desk under a name. */
export interface SavedView {
  id: string;
  name: string;
  path: string;
}
export const savedViewOf = (row: Row): SavedView => ({ id: String(row.id), name: String(row.name), path: String(row.path) });
/** The most that one person saves. */
const MAX_VIEWS = 20;
export function selectViews(db: Db, who: string) {
  return db.statement("SELECT id, name, path FROM saved_view WHERE who = ?1 LIMIT ?2", who, MAX_VIEWS);
}
/** Keeps a view, unless there are as many as there may be: then no row is given back. */
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
export function deleteView(db: Db, who: string, id: string) {
  return db.statement("DELETE FROM saved_view WHERE who = ?1 AND id = ?2", who, id);
}
