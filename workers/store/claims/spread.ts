/**
 * How a claim spread over time. Up to 1,000 sightings it is counted from the sightings; for a claim with more, a rollup by day is kept in the
 * batch that writes its sightings. Which of the two applies follows from the count in the claim's summary.
 */

import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { DAY } from "../../../shared/durations.ts";
import { settledStance } from "../../../shared/model/sighting.ts";
import { bucketOf, nextBucket, type Period, type Timed } from "../../../shared/timeline/spread.ts";
import type { Db, Row } from "../d1.ts";
import { type SightingRow, stanceUnsure } from "../relations/stored-sighting.ts";
import { Columns } from "../rows.ts";
import { FOREVER } from "../versions.ts";
import type { ClaimSummary } from "./claims.ts";

/** A claim with more sightings has a rollup. */
const MAX_COUNTED = 1000;
/** Maximum number of rows from which one answer is counted. */
const MAX_ROWS = 5000;
/** An unknown day: before every year that a date can have. */
const UNKNOWN_DAY = -1_000_000;

const dayOf = (ms: number | null) => (ms === null ? UNKNOWN_DAY : Math.floor(ms / DAY));
/** SQL of the day of a bound; SQL's division rounds towards 0. */
const daySql = (bound: string) => {
  const ms = `(s.at + s.${bound}_after)`;
  return `coalesce((${ms} - ((${ms} % ${DAY}) + ${DAY}) % ${DAY}) / ${DAY}, ${UNKNOWN_DAY})`;
};
/** A stance that nobody has settled is counted apart. */
const UNSETTLED = "unsettled";
const KINDS = `coalesce(s.platform, 'web') AS platform, coalesce(s.lang, '') AS lang,
  iif(${stanceUnsure("s")}, '${UNSETTLED}', s.stance) AS stance`;
const KEY = `${daySql("earliest")} AS day, ${daySql("latest")} AS until, ${KINDS}`;
const KEYS = "day, until, platform, lang, stance";
const LISTED = `s.replaced_at = ${FOREVER} AND s.listed = 1`;
/** SQL of a recount of the claims of a table with the columns of claim_summary. */
const recount = (claims: string) => `SELECT h.claim_id AS claim_id, ${KEY}, count(*) AS sightings FROM ${claims} h
  JOIN sighting s ON s.claim_id = h.claim_id AND ${LISTED} WHERE h.sightings > ${MAX_COUNTED} GROUP BY 1, 2, 3, 4, 5, 6`;

/** SQL of the entries of the rollup that differ from a recount, for `verify`: (subject, detail). */
export const SPREAD_CHECK = `SELECT claim_id AS subject,
  'day ' || day || ' ' || platform || ' ' || lang || ' ' || stance || ' ' || sightings AS detail FROM (
    SELECT * FROM (SELECT claim_id, ${KEYS}, sightings FROM claim_spread_slice WHERE sightings <> 0 EXCEPT ${recount("claim_summary_slice")})
    UNION ALL SELECT * FROM (${recount("claim_summary_slice")} EXCEPT SELECT claim_id, ${KEYS}, sightings FROM claim_spread_slice))`;

/**
 * The changes to the rollups of claims when sightings begin and end: `net`, the change in the number of sightings, and the cells of the rollup with
 * their changes.
 */
export function spreadChanges(
  add: SightingRow[],
  close: SightingRow[],
): { claimId: string; net: number; cells: [...(string | number)[]][] }[] {
  const claims = new Map<string, { net: number; cells: Map<string, { key: (string | number)[]; count: number }> }>();
  const count = (sighting: SightingRow, n: number) => {
    if (!sighting.listed) return;
    const claim = claims.get(sighting.claimId) ?? { net: 0, cells: new Map() };
    const key = [
      dayOf(sighting.published.earliest),
      dayOf(sighting.published.latest),
      sighting.platform ?? "web",
      sighting.lang ?? "",
      settledStance(sighting) ?? UNSETTLED,
    ];
    const name = JSON.stringify(key);
    const cell = claim.cells.get(name) ?? { key, count: 0 };
    cell.count += n;
    claim.net += n;
    claim.cells.set(name, cell);
    claims.set(sighting.claimId, claim);
  };
  for (const s of add) count(s, 1);
  for (const s of close) count(s, -1);
  return [...claims].map(([claimId, { net, cells }]) => ({
    claimId,
    net,
    cells: [...cells.values()].flatMap(({ key, count }) => (count ? [[...key, count]] : [])),
  }));
}

/**
 * Updates the rollups of claims with over 1,000 sightings. Must come after the sightings and `bumpSummaries`, in the same batch. A claim that has
 * just passed 1,000 gets a rollup from its sightings; one that fell below loses it. Other claims cost two read rows.
 */
export function bumpSpread(db: Db, changes: ReturnType<typeof spreadChanges>): D1PreparedStatement[] {
  const rows = changes.map((c) => [c.claimId, c.net, c.cells]);
  const filled = `(SELECT json_group_array(json_array(${KEYS}, n))
    FROM (SELECT ${KEY}, count(*) AS n FROM sighting s WHERE s.claim_id = h.claim_id AND ${LISTED} GROUP BY 1, 2, 3, 4, 5))`;
  return [
    db.statement(
      `INSERT INTO claim_spread (claim_id, ${KEYS}, sightings)
       SELECT h.claim_id, c.value ->> 0, c.value ->> 1, c.value ->> 2, c.value ->> 3, c.value ->> 4, c.value ->> 5
       FROM json_each(?1) j CROSS JOIN claim_summary h ON h.claim_id = j.value ->> 0 AND h.sightings > ${MAX_COUNTED}
       CROSS JOIN json_each(CASE WHEN h.sightings - (j.value ->> 1) > ${MAX_COUNTED} THEN j.value -> 2 ELSE ${filled} END) c WHERE true
       ON CONFLICT DO UPDATE SET sightings = claim_spread.sightings + excluded.sightings`,
      rows,
    ),
    ...(changes.some((c) => c.net < 0)
      ? [
          db.statement(
            `DELETE FROM claim_spread WHERE claim_id IN (SELECT h.claim_id FROM json_each(?1) j
              JOIN claim_summary h ON h.claim_id = j.value ->> 0
             WHERE h.sightings <= ${MAX_COUNTED} AND h.sightings - (j.value ->> 1) > ${MAX_COUNTED})`,
            rows,
          ),
        ]
      : []),
  ];
}

/** Rebuilds the rollups of claims from their sightings; comes after their summaries. */
export function refillSpread(db: Db, claimIds: readonly unknown[]): D1PreparedStatement[] {
  return [
    db.statement("DELETE FROM claim_spread WHERE claim_id IN (SELECT value FROM json_each(?1))", claimIds),
    db.statement(
      `INSERT INTO claim_spread (claim_id, ${KEYS}, sightings) SELECT *
        FROM (${recount("claim_summary").replace("WHERE", "WHERE h.claim_id IN (SELECT value FROM json_each(?1)) AND")})`,
      claimIds,
    ),
  ];
}

/** Deletes rollups of claims that do not exist. */
export function clearSpread(db: Db) {
  return db.statement("DELETE FROM claim_spread WHERE claim_id NOT IN (SELECT claim_id FROM claim_summary)");
}

interface SpreadOptions {
  by: Period;
  /** ms; null: open. */
  from: number | null;
  to: number | null;
  asOf: number | null;
}
/**
 * The rows from which the periods between `from` and `to` are counted: the sightings, or the claim's rollup by day if it has one that is
 * fine enough. At most 5,000 rows in the order of time; `more` is the instant (ms) of the first row that was left out.
 */
export async function readSpread(
  db: Db,
  claim: ClaimSummary,
  { by, from, to, asOf }: SpreadOptions,
): Promise<{ rows: Timed[]; more: number | null }> {
  const start = from === null ? null : bucketOf(from, by);
  const end = to === null ? null : nextBucket(to, by) - 1;
  const hasRollup = claim.sightings > MAX_COUNTED;
  if (hasRollup && asOf === null && by !== "hour") {
    const [undated = [], dated = []] = await db.batch(
      selectDays(db, claim.id, dayOf(start), end === null ? Number.MAX_SAFE_INTEGER : dayOf(end)),
    );
    const rows = dated.map(dailyOf);
    const more = rows.length > MAX_ROWS ? (rows.pop()?.earliest ?? null) : null;
    return { rows: [...undated.map(dailyOf), ...rows], more };
  }
  // If there are few sightings all are read, because a sort key may lie before or after the time itself.
  const bounds = hasRollup ? { start, end } : { start: null, end: null };
  const found = await db.rows(selectTimes(db, claim.id, { from: bounds.start, to: bounds.end, asOf }));
  const more = found.length > MAX_ROWS ? Number(found.pop()?.at) : null;
  return { rows: found.map(timeOf), more };
}

/** The rollup of a claim: entries without a first day, and those from one day to another in order. */
function selectDays(db: Db, claimId: string, from: number, to: number) {
  return [
    db.statement(`SELECT ${KEYS}, sightings FROM claim_spread WHERE claim_id = ?1 AND day = ${UNKNOWN_DAY} AND sightings > 0`, claimId),
    db.statement(
      `SELECT ${KEYS}, sightings FROM claim_spread WHERE claim_id = ?1 AND day BETWEEN ?2 AND ?3 AND sightings > 0
        ORDER BY day LIMIT ${MAX_ROWS + 1}`,
      claimId,
      Math.max(UNKNOWN_DAY + 1, from),
      to,
    ),
  ];
}
const COUNTED = new Columns("platform, lang, stance, sightings");
function dailyOf(row: Row): Timed {
  const day = Number(row.day);
  const until = Number(row.until);
  return {
    earliest: day === UNKNOWN_DAY ? null : day * DAY,
    latest: until === UNKNOWN_DAY ? null : (until + 1) * DAY - 1,
    ...COUNTED.read(row),
  };
}

/** The times of a claim's sightings in the order of their sort keys (ms); `asOf`: as known at an instant. */
function selectTimes(db: Db, claimId: string, { from, to, asOf }: Record<"from" | "to" | "asOf", number | null>) {
  const known = asOf === null ? "s.replaced_at = ?4" : "s.replaced_at > ?4 AND s.recorded_at <= ?4";
  return db.statement(
    `SELECT s.at AS at, s.at + s.earliest_after AS earliest, s.at + s.latest_after AS latest,
      ${KINDS} FROM sighting s
     WHERE s.claim_id = ?1 AND ${known} AND s.listed = 1 AND s.at BETWEEN ?2 AND ?3 ORDER BY s.at LIMIT ${MAX_ROWS + 1}`,
    claimId,
    from ?? Number.MIN_SAFE_INTEGER,
    to ?? Number.MAX_SAFE_INTEGER,
    asOf ?? FOREVER,
  );
}
const TIME = new Columns("earliest, latest, platform, lang, stance");
const timeOf = (row: Row): Timed => ({ ...TIME.read(row), sightings: 1 });
