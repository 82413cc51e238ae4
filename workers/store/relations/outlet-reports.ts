/** Pages seen with a claim, in which the report of an outlet may be that a text names. */
import type { Db } from "../d1.ts";
import { FOREVER } from "../versions.ts";

/** So many of a claim's earliest sightings are looked at. */
const EARLIEST = 30;

/** The earliest sightings of a claim before a time. */
export function selectEarliestSightings(db: Db, { claimId, before }: { claimId: string; before: number }) {
  return db.statement(
    `SELECT * FROM sighting WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND listed = 1 AND at < ?2 ORDER BY at, id LIMIT ${EARLIEST}`,
    claimId,
    before,
  );
}
/** Undoes the batch when one of these claims (id, version) has changed: nothing would end the wait for what is seen with it by now. */
export function requireClaimVersions(db: Db, claims: [string, string | null][]) {
  return db.statement(
    `INSERT INTO precondition (holds) SELECT 0 FROM json_each(?1) j LEFT JOIN claim_summary h ON h.claim_id = j.value ->> 0
     WHERE CAST(h.version AS TEXT) IS NOT j.value ->> 1`,
    claims,
  );
}
