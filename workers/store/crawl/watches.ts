/** Watched claims, and the searches of sources for them. */

import type { Db, Row } from "../d1.ts";
import { Columns } from "../rows.ts";
import { type Visit, visitOf } from "./visits.ts";

interface ClaimWatch {
  claimId: string;
  since: number;
  words: string[];
}
const SEARCH = new Columns("source_id, name, watched as since");
const WATCH = new Columns("claim_id, since, words json");
const watchOf = (row: Row): ClaimWatch => WATCH.read(row);

/** Sets a watch on a claim, or changes its words. */
export function setWatch(db: Db, claimId: string, words: string[], now: number) {
  return db.statement(
    "INSERT INTO watched_claim (claim_id, since, words) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET words = excluded.words",
    claimId,
    now,
    words,
  );
}
/** Ends the watch on a claim. */
export function endClaimWatch(db: Db, claimId: string) {
  return db.statement("DELETE FROM watched_claim WHERE claim_id = ?1", claimId);
}
/** Moves the watch of a merged claim to the claim that stays, unless that one is watched already. */
export function moveWatch(db: Db, from: string, to: string) {
  return [
    db.statement("UPDATE OR IGNORE watched_claim SET claim_id = ?2 WHERE claim_id = ?1", from, to),
    db.statement("DELETE FROM watched_claim WHERE claim_id = ?1", from),
  ];
}
export interface Watches {
  watches: ClaimWatch[];
  sources: { id: string; kind: string; config: unknown }[];
  searches: { subject: string; kind: string; config: string }[];
}
/** Three statements for `watchesOf`: watches on open claims, enabled sources, existing searches. */
export function selectWatches(db: Db) {
  return [
    db.statement(
      `SELECT w.claim_id, w.since, w.words FROM watched_claim w
        CROSS JOIN claim_summary h ON h.claim_id = w.claim_id AND h.status = 'open'`,
    ),
    db.statement("SELECT id, kind, config FROM source WHERE enabled = 1 AND EXISTS (SELECT 1 FROM watched_claim) ORDER BY id"),
    db.statement("SELECT subject, kind, config FROM visit WHERE id >= 'watch:' AND id < 'watch;'"),
  ];
}
/** The watches from the rows of `selectWatches`. */
export function watchesOf([watches = [], sources = [], searches = []]: Row[][]): Watches {
  return {
    watches: watches.map(watchOf),
    sources: sources.map((row) => ({ id: String(row.id), kind: String(row.kind), config: JSON.parse(String(row.config)) as unknown })),
    searches: searches.map((row) => ({ subject: String(row.subject), kind: String(row.kind), config: String(row.config) })),
  };
}
/** The watch on a claim, with its searches by source. */
export async function findWatch(
  db: Db,
  claimId: string,
): Promise<{ watch: ClaimWatch | null; searches: { sourceId: string; name: string; visit: Visit; since: number | null }[] }> {
  const [watches = [], searches = []] = await db.batch([
    db.statement("SELECT claim_id, since, words FROM watched_claim WHERE claim_id = ?1", claimId),
    db.statement(
      `SELECT v.*, s.id AS source_id, s.name, (SELECT max(w.since) FROM watch_period w
        WHERE w.source_id = v.subject AND w.until > 9e15) AS watched
       FROM visit v JOIN source s ON s.id = substr(v.subject, 29) WHERE v.id >= 'watch:' || ?1 || '.' AND v.id < 'watch:' || ?1 || '/'
         ORDER BY v.id`,
      claimId,
    ),
  ]);
  return {
    watch: watches[0] ? watchOf(watches[0]) : null,
    searches: searches.map((row) => ({ ...SEARCH.read(row), visit: visitOf(row) })),
  };
}
