/** Pages with a sighting of a claim: one of them may be the report of an outlet that a text names. */
import type { Db } from "../d1.ts";
import { FOREVER } from "../versions.ts";

/** How many of a claim's earliest sightings are examined. */
const MAX_SIGHTINGS = 30;

/** The earliest sightings of a claim before a time. */
export function selectEarliestSightings(db: Db, { claimId, before }: { claimId: string; before: number }) {
  return db.statement(
    `SELECT * FROM sighting WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND listed = 1 AND at < ?2
      ORDER BY at, id LIMIT ${MAX_SIGHTINGS}`,
    claimId,
    before,
  );
}
