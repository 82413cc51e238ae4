/** A claim as it was known at an instant, derived from the versions of its rows. */

import type { Db, Row } from "../d1.ts";
import { MAX_SUMMARY_RESPONSES, MAX_SUMMARY_VERDICTS, responseOf, verdictOf } from "../relations/responses.ts";
import { instants, LAST_INSTANT } from "../versions.ts";
import { type ClaimSummary, selectClaim, summaryOf } from "./claims.ts";

/** The claim as known then, its counts and its revision. Reads only the claim's own versions. */
function selectSummaryAt(db: Db, id: string, asOf: number) {
  const then = (table: string) => `${table}.claim_id = ?1 AND ${table}.replaced_at > ?2 AND ${table}.recorded_at <= ?2`;
  return [
    db.statement(
      `SELECT c.id, c.ref, c.text, c.lang, c.status, c.visibility, c.subject, c.merged_into, h.created_at, h.erasures,
        h.visibility AS visibility_now
       FROM claim c JOIN claim_summary h ON h.claim_id = c.id WHERE c.id = ?1 AND c.replaced_at > ?2 AND c.recorded_at <= ?2 LIMIT 1`,
      id,
      asOf,
    ),
    db.statement(
      `SELECT coalesce(shown ->> 'platform', 'web') AS platform, role = 'respond' AS responds, count(*) AS n FROM sighting
       WHERE ${then("sighting")} AND listed = 1 GROUP BY 1, 2 ORDER BY 1, 2`,
      id,
      asOf,
    ),
    db.statement(`SELECT count(*) AS n FROM response WHERE ${then("response")}`, id, asOf),
    db.statement(`SELECT * FROM response WHERE ${then("response")} ORDER BY at, id LIMIT ${MAX_SUMMARY_RESPONSES}`, id, asOf),
    db.statement(`SELECT * FROM verdict WHERE ${then("verdict")} ORDER BY id LIMIT ${MAX_SUMMARY_VERDICTS}`, id, asOf),
    db.statement(`SELECT count(*) AS revision, max(at) AS changed_at FROM (${instants("?1", "?2")})`, id, asOf),
  ];
}

/**
 * The summary of a claim as it was at an instant (ms); null if the claim was not known then. One that has not changed since is read from its live
 * summary; of others all versions are counted.
 */
export async function readClaimAt(db: Db, id: string, asOf: number): Promise<ClaimSummary | null> {
  const [[live] = []] = await db.batch([selectClaim(db, id)]);
  if (live && Number(live.changed_at) <= asOf) {
    const summary = summaryOf(live);
    return { ...summary, hidden: summary.visibility === "private", version: `${summary.revision}.${Number(live.erasures)}` };
  }
  const [found = [], counted = [], answers = [], responses = [], verdicts = [], changes = []] = await db.batch(
    selectSummaryAt(db, id, asOf),
  );
  const claim = found[0];
  if (!claim) return null;
  const platforms: Record<string, number> = {};
  for (const row of counted) if (!row.responds) platforms[String(row.platform)] = Number(row.n);
  const revision = Number(changes[0]?.revision);
  const row: Row = {
    ...claim,
    revision,
    changed_at: changes[0]?.changed_at,
    sightings: counted.reduce((sum, { n }) => sum + Number(n), 0),
    responses: answers[0]?.n,
    platforms: "{}",
    first_responses: "[]",
    verdicts: "[]",
  };
  return {
    ...summaryOf(row),
    platforms,
    firstResponses: responses.map(responseOf),
    verdicts: verdicts.map(verdictOf),
    hidden: claim.visibility === "private" || claim.visibility_now === "private",
    version: `${revision}.${Number(claim.erasures)}`,
  };
}

/** The instant (ms) of a claim's Nth revision; null if it has no such revision. */
export async function instantOfRevision(db: Db, id: string, revision: number): Promise<number | null> {
  const [row] = await db.all(
    `SELECT at FROM (SELECT at, row_number() OVER (ORDER BY at) AS revision FROM (${instants("?1", "?2")})) WHERE revision = ?3`,
    id,
    LAST_INSTANT,
    revision,
  );
  return row ? Number(row.at) : null;
}
