/** Coverage: the periods in which sources were watched, and the one row of them that timelines read. */
import type { Db, Row } from "../d1.ts";
import { FOREVER } from "../versions.ts";

/** Writes the row that timelines read. Must come after every change of the periods. */
export function writeCoverage(db: Db) {
  return db.statement(
    `INSERT INTO coverage (id, periods) SELECT 1, (SELECT json_group_array(json_array(name, since, until, claim_id)) FROM
       (SELECT name, since, until, claim_id FROM watch_period ORDER BY until DESC, since, source_id LIMIT ${MAX_PERIODS})) WHERE true
     ON CONFLICT (id) DO UPDATE SET periods = excluded.periods, version = version + 1 WHERE periods <> excluded.periods`,
  );
}
/** Maximum number of periods in that row, those that end last first: about 60 KB. */
const MAX_PERIODS = 1000;

/** Starts a watch period of a source. A period that was interrupted by a long silence ends with its last successful run. */
export function beginWatch(db: Db, id: string, lastGoodAt: number | null, at: number) {
  return [
    db.statement(
      `UPDATE watch_period SET until = coalesce(?2, since)
        WHERE source_id = ?1 AND until = ${FOREVER} AND EXISTS (SELECT 1 FROM source WHERE id = ?1)`,
      id,
      lastGoodAt,
    ),
    db.statement(
      `INSERT INTO watch_period (source_id, since, name) SELECT id, ?2, name FROM source WHERE id = ?1 AND enabled = 1
       ON CONFLICT DO UPDATE SET until = ${FOREVER}`,
      id,
      at,
    ),
    db.statement("UPDATE source SET watched_since = ?2 WHERE id = ?1 AND enabled = 1", id, at),
  ];
}
/** Ends the watch period of a source, or of a search of one. */
export function endWatch(db: Db, id: string, at: number) {
  return [
    db.statement(`UPDATE watch_period SET until = max(since, ?2) WHERE source_id = ?1 AND until = ${FOREVER}`, id, at),
    db.statement("UPDATE source SET watched_since = NULL WHERE id = ?1", id),
  ];
}

/** The same for a search of a source for a claim's words. `subject`: the ids of claim and source, joined by a dot. */
export function beginSearch(db: Db, subject: string, lastGoodAt: number | null, at: number) {
  return [
    db.statement(`UPDATE watch_period SET until = coalesce(?2, since) WHERE source_id = ?1 AND until = ${FOREVER}`, subject, lastGoodAt),
    db.statement(
      `INSERT INTO watch_period (source_id, since, name, claim_id)
       SELECT ?1, ?2, 'search for “' || (SELECT group_concat(value, ' ') FROM json_each(w.words)) || '” in ' || s.name, w.claim_id
       FROM watched_claim w JOIN source s ON s.id = substr(?1, 29) WHERE w.claim_id = substr(?1, 1, 27) ON CONFLICT DO UPDATE
         SET until = ${FOREVER}`,
      subject,
      at,
    ),
  ];
}
/** Ends the watch periods of searches. */
export function endSearches(db: Db, subjects: string[], at: number) {
  return db.statement(
    `UPDATE watch_period SET until = max(since, ?2)
      WHERE source_id IN (SELECT value FROM json_each(?1)) AND claim_id IS NOT NULL AND until = ${FOREVER}`,
    subjects,
    at,
  );
}

/** All periods, in one row. */
export function selectCoverage(db: Db) {
  return db.statement("SELECT periods, version FROM coverage WHERE id = 1");
}
/** The number of changes of the periods so far. */
export function selectCoverageVersion(db: Db) {
  return db.statement("SELECT version FROM coverage WHERE id = 1");
}
/** The sources that were watched at an instant (null: now), and the searches for this claim, each with the start of its period. */
export function watchedOf(row: Row | undefined, asOf: number | null, claimId: string): { name: string; since: number }[] {
  const periods = row ? (JSON.parse(String(row.periods)) as [string, number, number, string?][]) : [];
  return periods
    .filter(
      ([, since, until, claim]) =>
        (claim == null || claim === claimId) && (asOf === null ? until === FOREVER : since <= asOf && asOf < until),
    )
    .map(([name, since]) => ({ name, since }));
}
