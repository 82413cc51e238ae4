/** Pages seen with a claim, in which the report of an outlet may be that a text names. */
import type { Db } from "./d1.ts";
import { HOLDS } from "./documents.ts";

/** So many of a claim's earliest sightings are looked at. */
const EARLIEST = 30;
const OF = `FROM sighting WHERE claim_id = ?1 AND replaced_at = ${HOLDS} AND listed = 1 AND at < ?2 ORDER BY at, id LIMIT ${EARLIEST}`;

/** The earliest sightings of a claim before a time. */
export function selectReports(db: Db, { claimId, before }: { claimId: string; before: number }) {
  return db.statement(`SELECT * ${OF}`, claimId, before);
}
/** Undoes the batch when these are no longer the earliest sightings: nothing would end the wait for them. */
export function guardReports(db: Db, { claimId, before }: { claimId: string; before: number }, ids: string[]) {
  return db.statement(
    `INSERT INTO guard (holds) SELECT 0 WHERE (SELECT json_group_array(id) FROM (SELECT id ${OF})) <> ?3`,
    claimId,
    before,
    ids,
  );
}
