/**
 * How a claim spread over time. Up to 1,000 sightings it is counted from the rows; of a claim with more a rollup is kept, by day, in the
 * batch that writes its sightings. Which of the two holds follows from the count in the claim's head alone.
 */
import { bucketOf, DAY, nextBucket, type Period, type Timed } from "../../../shared/timeline/spread.ts";
import type { Db, Row } from "../d1.ts";
import type { SightingRow } from "../relations/sightings.ts";
import { FOREVER } from "../versions.ts";
import type { ClaimSummary } from "./claims.ts";

/** Sightings above which a claim has a rollup. */
const HOT = 1000;
/** Rows that one answer is counted from at most. */
const MAX_ROWS = 5000;
/** A day that is not known: before every year that a date can have. */
const UNKNOWN = -1_000_000;

const dayOf = (ms: number | null) => (ms === null ? UNKNOWN : Math.floor(ms / DAY));
/** SQL's division rounds towards 0. */
const daySql = (bound: string) => {
  const ms = `(s.shown ->> '$.published.${bound}')`;
  return `coalesce((${ms} - ((${ms} % ${DAY}) + ${DAY}) % ${DAY}) / ${DAY}, ${UNKNOWN})`;
};
const KEY = `${daySql("earliest")} AS day, ${daySql("latest")} AS until, coalesce(s.shown ->> 'platform', 'web') AS platform, coalesce(s.shown ->> 'lang', '') AS lang, s.stance AS stance`;
const KEYS = "day, until, platform, lang, stance";
const LISTED = `s.replaced_at = ${FOREVER} AND s.listed = 1`;
const RECOUNT = `SELECT h.claim_id AS claim_id, ${KEY}, count(*) AS sightings FROM claim_summary h JOIN sighting s ON s.claim_id = h.claim_id AND ${LISTED} WHERE h.sightings > ${HOT} GROUP BY 1, 2, 3, 4, 5, 6`;

/** Finds the entries of the rollup that differ from a recount, for `verify`: (subject, detail). */
export const SPREAD_CHECK = `SELECT claim_id AS subject, 'day ' || day || ' ' || platform || ' ' || lang || ' ' || stance || ' ' || sightings AS detail FROM (
    SELECT * FROM (SELECT claim_id, ${KEYS}, sightings FROM claim_spread WHERE sightings <> 0 EXCEPT ${RECOUNT})
    UNION ALL SELECT * FROM (${RECOUNT} EXCEPT SELECT claim_id, ${KEYS}, sightings FROM claim_spread))`;

/** What is added to and taken from claims, by what the rollup counts. */
export function spreadChanges(
  add: SightingRow[],
  close: SightingRow[],
): { claimId: string; net: number; cells: [...(string | number)[]][] }[] {
  const claims = new Map<string, { net: number; cells: Map<string, { key: (string | number)[]; count: number }> }>();
  const count = (s: SightingRow, n: number) => {
    if (!s.listed) return;
    const claim = claims.get(s.claimId) ?? { net: 0, cells: new Map() };
    const key = [dayOf(s.published.earliest), dayOf(s.published.latest), s.platform ?? "web", s.lang ?? "", s.stance];
    const name = JSON.stringify(key);
    const cell = claim.cells.get(name) ?? { key, count: 0 };
    cell.count += n;
    claim.net += n;
    claim.cells.set(name, cell);
    claims.set(s.claimId, claim);
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
 * Keeps the rollups of claims with over 1,000 sightings; comes after the sightings and `bumpSummaries`, in the same batch. One that has just
 * passed 1,000 is filled from its rows, one that fell back loses its entries. Reads two rows of any other claim, and writes none.
 */
export function bumpSpread(db: Db, changes: ReturnType<typeof spreadChanges>): D1PreparedStatement[] {
  const rows = changes.map((c) => [c.claimId, c.net, c.cells]);
  const filled = `(SELECT json_group_array(json_array(${KEYS}, n)) FROM (SELECT ${KEY}, count(*) AS n FROM sighting s WHERE s.claim_id = h.claim_id AND ${LISTED} GROUP BY 1, 2, 3, 4, 5))`;
  return [
    db.statement(
      `INSERT INTO claim_spread (claim_id, ${KEYS}, sightings)
       SELECT h.claim_id, c.value ->> 0, c.value ->> 1, c.value ->> 2, c.value ->> 3, c.value ->> 4, c.value ->> 5
       FROM json_each(?1) j CROSS JOIN claim_summary h ON h.claim_id = j.value ->> 0 AND h.sightings > ${HOT}
       CROSS JOIN json_each(CASE WHEN h.sightings - (j.value ->> 1) > ${HOT} THEN j.value -> 2 ELSE ${filled} END) c WHERE true
       ON CONFLICT DO UPDATE SET sightings = claim_spread.sightings + excluded.sightings`,
      rows,
    ),
    ...(changes.some((c) => c.net < 0)
      ? [
          db.statement(
            `DELETE FROM claim_spread WHERE claim_id IN (SELECT h.claim_id FROM json_each(?1) j JOIN claim_summary h ON h.claim_id = j.value ->> 0
             WHERE h.sightings <= ${HOT} AND h.sightings - (j.value ->> 1) > ${HOT})`,
            rows,
          ),
        ]
      : []),
  ];
}

/** Makes the rollups of claims anew from their rows; after their heads. */
export function refillSpread(db: Db, claimIds: readonly unknown[]): D1PreparedStatement[] {
  return [
    db.statement("DELETE FROM claim_spread WHERE claim_id IN (SELECT value FROM json_each(?1))", claimIds),
    db.statement(
      `INSERT INTO claim_spread (claim_id, ${KEYS}, sightings) SELECT * FROM (${RECOUNT.replace("WHERE", "WHERE h.claim_id IN (SELECT value FROM json_each(?1)) AND")})`,
      claimIds,
    ),
  ];
}

/** Entries of claims that are no more go too. */
export function clearSpread(db: Db) {
  return db.statement("DELETE FROM claim_spread WHERE claim_id NOT IN (SELECT claim_id FROM claim_summary)");
}

export interface SpreadOptions {
  by: Period;
  /** ms; null = open. */
  from: number | null;
  to: number | null;
  asOf: number | null;
}
/**
 * What the buckets from that of `from` to that of `to` are counted from: the sightings themselves, or the claim's rollup by day where it
 * has one that will do. At most 5,000 rows in the order of time; `more` = the instant (ms) of the first that was left out.
 */
export async function readSpread(
  db: Db,
  claim: ClaimSummary,
  { by, from, to, asOf }: SpreadOptions,
): Promise<{ rows: Timed[]; more: number | null }> {
  const start = from === null ? null : bucketOf(from, by);
  const end = to === null ? null : nextBucket(to, by) - 1;
  const hot = claim.sightings > HOT;
  if (hot && asOf === null && by !== "hour") {
    const [undated = [], dated = []] = await db.batch(
      selectDays(db, claim.id, dayOf(start), end === null ? Number.MAX_SAFE_INTEGER : dayOf(end)),
    );
    const rows = dated.map(dailyOf);
    const more = rows.length > MAX_ROWS ? (rows.pop()?.earliest ?? null) : null;
    return { rows: [...undated.map(dailyOf), ...rows], more };
  }
  // Few enough to be read whole: a sort key may stand before or after the time itself.
  const bounds = hot ? { start, end } : { start: null, end: null };
  const [found = []] = await db.batch([selectTimes(db, claim.id, bounds.start, bounds.end, asOf)]);
  const more = found.length > MAX_ROWS ? Number(found.pop()?.at) : null;
  return { rows: found.map(timeOf), more };
}

/** The rollup of a claim from one day to another, in the order of days; before it what has no first day. */
function selectDays(db: Db, claimId: string, from: number, to: number) {
  return [
    db.statement(`SELECT ${KEYS}, sightings FROM claim_spread WHERE claim_id = ?1 AND day = ${UNKNOWN} AND sightings > 0`, claimId),
    db.statement(
      `SELECT ${KEYS}, sightings FROM claim_spread WHERE claim_id = ?1 AND day BETWEEN ?2 AND ?3 AND sightings > 0 ORDER BY day LIMIT ${MAX_ROWS + 1}`,
      claimId,
      Math.max(UNKNOWN + 1, from),
      to,
    ),
  ];
}
function dailyOf(row: Row): Timed {
  const [day, until] = [Number(row.day), Number(row.until)];
  return {
    earliest: day === UNKNOWN ? null : day * DAY,
    latest: until === UNKNOWN ? null : (until + 1) * DAY - 1,
    platform: String(row.platform),
    lang: String(row.lang),
    stance: String(row.stance),
    sightings: Number(row.sightings),
  };
}

/** The times of a claim's sightings in the order of their sort keys (ms), as known at an instant. */
function selectTimes(db: Db, claimId: string, from: number | null, to: number | null, asOf: number | null) {
  const known = asOf === null ? "s.replaced_at = ?4" : "s.replaced_at > ?4 AND s.recorded_at <= ?4";
  return db.statement(
    `SELECT s.at AS at, s.shown ->> '$.published.earliest' AS earliest, s.shown ->> '$.published.latest' AS latest, coalesce(s.shown ->> 'platform', 'web') AS platform,
       coalesce(s.shown ->> 'lang', '') AS lang, s.stance AS stance FROM sighting s
     WHERE s.claim_id = ?1 AND ${known} AND s.listed = 1 AND s.at BETWEEN ?2 AND ?3 ORDER BY s.at LIMIT ${MAX_ROWS + 1}`,
    claimId,
    from ?? Number.MIN_SAFE_INTEGER,
    to ?? Number.MAX_SAFE_INTEGER,
    asOf ?? FOREVER,
  );
}
function timeOf(row: Row): Timed {
  return {
    earliest: row.earliest as number | null,
    latest: row.latest as number | null,
    platform: String(row.platform),
    lang: String(row.lang),
    stance: String(row.stance),
    sightings: 1,
  };
}
