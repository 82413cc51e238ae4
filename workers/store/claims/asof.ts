/** A claim as it was known at an instant: its counts from the states that its summary had, the rest from the versions of its rows. */

import { sumOf } from "../../../shared/collections.ts";
import { chunks, type Db, type Row } from "../d1.ts";
import { MAX_SUMMARY_RESPONSES, MAX_SUMMARY_VERDICTS, responseOf, selectResponses, verdictOf } from "../relations/responses.ts";
import { instants, LAST_INSTANT } from "../versions.ts";
import { type ClaimSummary, forgetStates, selectClaim, summaryOf } from "./claims.ts";

/** The counts of a claim at an instant. */
type Counts = Pick<ClaimSummary, "revision" | "changedAt" | "sightings" | "responses" | "platforms">;
/** A stored state: [changed_at, revision, sightings, responses, platforms]; without numbers if it has to be counted. */
type State = [at: number, revision: number | null, sightings: number, responses: number, platforms: Record<string, number>];
const statesIn = (rows: Row[]) => rows.flatMap((row) => JSON.parse(String(row.states)) as State[]);

/** The stored states of a claim up to an instant, and some later ones: two rows. */
function selectStates(db: Db, id: string, asOf: number) {
  return db.statement(
    `SELECT states FROM (SELECT states FROM claim_history WHERE claim_id = ?1 AND at <= ?2 ORDER BY at DESC LIMIT 1)
     UNION ALL SELECT recent FROM claim_summary WHERE claim_id = ?1`,
    id,
    asOf,
  );
}
function countsOf(state: State | undefined): Counts | null {
  if (!state || state[1] === null) return null;
  const [changedAt, revision, sightings, responses, platforms] = state;
  return { changedAt, revision, sightings, responses, platforms };
}
/** The counts at an instant, from all versions of the claim's rows. */
async function count(db: Db, id: string, asOf: number): Promise<Counts> {
  const then = "claim_id = ?1 AND replaced_at > ?2 AND recorded_at <= ?2";
  const [sightings = [], responses = [], changes = []] = await db.batch([
    db.statement(
      `SELECT coalesce(platform, 'web') AS platform, role = 'respond' AS responds, count(*) AS n FROM sighting
       WHERE ${then} AND listed = 1 GROUP BY 1, 2 ORDER BY 1, 2`,
      id,
      asOf,
    ),
    db.statement(`SELECT count(*) AS n FROM response WHERE ${then}`, id, asOf),
    db.statement(`SELECT count(*) AS revision, max(at) AS changed_at FROM (${instants("?1", "?2")})`, id, asOf),
  ]);
  return {
    revision: Number(changes[0]?.revision),
    changedAt: Number(changes[0]?.changed_at),
    sightings: sumOf(sightings, ({ n }) => Number(n)),
    responses: Number(responses[0]?.n),
    platforms: Object.fromEntries(sightings.flatMap((row) => (row.responds ? [] : [[String(row.platform), Number(row.n)]]))),
  };
}

/**
 * The summary of a claim as it was at an instant (ms); null if the claim was not known then. One that has not changed since is read from its live
 * summary.
 */
export async function readClaimAt(db: Db, id: string, asOf: number): Promise<ClaimSummary | null> {
  const [[live] = [], kept = []] = await db.batch([selectClaim(db, id), selectStates(db, id, asOf)]);
  if (live && Number(live.changed_at) <= asOf) {
    const summary = summaryOf(live);
    return { ...summary, hidden: summary.visibility === "private", version: `${summary.revision}.${Number(live.erasures)}` };
  }
  const [[claim] = [], responses = [], verdicts = []] = await db.batch([
    db.statement(
      `SELECT c.id, c.ref, c.text, c.lang, c.status, c.visibility, c.subject, c.merged_into, h.created_at, h.erasures,
        m.visibility AS visibility_now
       FROM claim c JOIN claim_summary h ON h.claim_id = c.id JOIN claim_summary m ON m.claim_id = ?3
       WHERE c.id = ?1 AND c.replaced_at > ?2 AND c.recorded_at <= ?2 LIMIT 1`,
      id,
      asOf,
      // The current visibility of the claim that it was merged into counts, too.
      live?.merged_into ?? id,
    ),
    selectResponses(db, id, { at: Number.MIN_SAFE_INTEGER, id: "" }, MAX_SUMMARY_RESPONSES, asOf),
    db.statement(
      `SELECT * FROM verdict WHERE claim_id = ?1 AND replaced_at > ?2 AND recorded_at <= ?2 ORDER BY id LIMIT ${MAX_SUMMARY_VERDICTS}`,
      id,
      asOf,
    ),
  ]);
  if (!claim) return null;
  const counts = countsOf(statesIn(kept).findLast(([at]) => at <= asOf)) ?? (await count(db, id, asOf));
  const row: Row = { ...claim, platforms: "{}", first_responses: "[]", verdicts: "[]" };
  return {
    ...summaryOf(row),
    ...counts,
    firstResponses: responses.map(responseOf),
    verdicts: verdicts.map(verdictOf),
    hidden: claim.visibility === "private" || claim.visibility_now === "private",
    version: `${counts.revision}.${Number(claim.erasures)}`,
  };
}

/** The instant (ms) of a claim's Nth revision; null if it has no such revision. */
export async function instantOfRevision(db: Db, id: string, revision: number): Promise<number | null> {
  const [[live] = [], kept = []] = await db.batch([
    selectClaim(db, id),
    db.statement(
      `SELECT states FROM (SELECT states FROM claim_history WHERE claim_id = ?1 AND states ->> '$[0][1]' <= ?2 ORDER BY at DESC LIMIT 1)
       UNION ALL SELECT recent FROM claim_summary WHERE claim_id = ?1`,
      id,
      revision,
    ),
  ]);
  if (live && Number(live.revision) === revision) return Number(live.changed_at);
  const state = statesIn(kept).findLast((one) => one[1] === revision);
  if (state) return state[0];
  const [row] = await db.all(
    `SELECT at FROM (SELECT at, row_number() OVER (ORDER BY at) AS revision FROM (${instants("?1", "?2")})) WHERE revision = ?3`,
    id,
    LAST_INSTANT,
    revision,
  );
  return row ? Number(row.at) : null;
}

/**
 * SQL of how the rows of a table change the counts of claims (`j.value`, of ?1): (claim_id, instant, platform, n). `platform`: SQL of the platform of
 * a row r; `only`: SQL of whether the row counts.
 */
const changesOf = (table: string, platform: string, only = "true") => {
  const instant = `iif(e.value, r.replaced_at, r.recorded_at)`;
  return `SELECT r.claim_id, ${instant} AS instant, ${platform} AS platform, sum(iif(e.value, -1, 1)) AS n
    FROM json_each(?1) j CROSS JOIN ${table} r ON r.claim_id = j.value AND ${only} CROSS JOIN json_each('[0,1]') e
    WHERE ${instant} <= ${LAST_INSTANT} GROUP BY 1, 2, 3`;
};
/** SQL of the other instants at which claims change. */
const OTHER_INSTANTS = ["claim", "verdict"]
  .map((table) => changesOf(table, "NULL").replaceAll("r.claim_id", table === "claim" ? "r.id" : "r.claim_id"))
  .join(" UNION ALL ");

interface Changed {
  sightings: number;
  responses: number;
  platforms: Map<string, number>;
}
/** The states of a claim without the current one, from the changes at each instant. */
function statesOf(changes: ReadonlyMap<number, Changed>): State[] {
  const states: State[] = [];
  const platforms = new Map<string, number>();
  let sightings = 0;
  let responses = 0;
  for (const [at, changed] of [...changes].sort(([a], [b]) => a - b)) {
    sightings += changed.sightings;
    responses += changed.responses;
    for (const [name, n] of changed.platforms) platforms.set(name, (platforms.get(name) ?? 0) + n);
    states.push([at, states.length + 1, sightings, responses, Object.fromEntries([...platforms].filter(([, n]) => n > 0).sort())]);
  }
  return states.slice(0, -1);
}
/** Number of states in one row of a claim's history. */
const STATES_IN_ROW = 48;
/** Rebuilds the histories of claims from all versions of their rows. A claim that changes meanwhile gets none, and is counted when needed. */
export async function remakeHistories(db: Db, claims: { id: string; version: number }[]): Promise<void> {
  const ids = claims.map(({ id }) => id);
  const { sightings, responses, others, phrasings } = await db.load({
    sightings: db.statement(changesOf("sighting", "iif(r.role = 'respond', NULL, coalesce(r.platform, 'web'))", "r.listed = 1"), ids),
    responses: db.statement(changesOf("response", "NULL"), ids),
    others: db.statement(OTHER_INSTANTS, ids),
    phrasings: db.statement(
      "SELECT p.claim_id, p.recorded_at AS instant FROM json_each(?1) j CROSS JOIN phrasing p ON p.claim_id = j.value",
      ids,
    ),
  });
  const changes = new Map(ids.map((id) => [id, new Map<number, Changed>()]));
  const at = (row: Row): Changed => {
    const ofClaim = changes.get(String(row.claim_id ?? row.id)) ?? new Map<number, Changed>();
    const changed = ofClaim.get(Number(row.instant)) ?? { sightings: 0, responses: 0, platforms: new Map() };
    ofClaim.set(Number(row.instant), changed);
    return changed;
  };
  for (const row of [...others, ...phrasings]) at(row);
  for (const row of responses) at(row).responses += Number(row.n);
  for (const row of sightings) {
    at(row).sightings += Number(row.n);
    if (typeof row.platform === "string") at(row).platforms.set(row.platform, Number(row.n));
  }
  const rows = claims.flatMap(({ id, version }) => {
    const states = statesOf(changes.get(id) ?? new Map());
    return Array.from({ length: Math.ceil(states.length / STATES_IN_ROW) }, (_, i) =>
      states.slice(i * STATES_IN_ROW, (i + 1) * STATES_IN_ROW),
    ).map((some) => [id, version, some[0]?.[0] ?? 0, JSON.stringify(some)]);
  });
  await db.batch([
    ...forgetStates(db, ids),
    ...chunks(rows).map((part) =>
      db.statement(
        `INSERT INTO claim_history (claim_id, at, states) SELECT h.claim_id, j.value ->> 2, j.value ->> 3
         FROM json_each(?1) j CROSS JOIN claim_summary h ON h.claim_id = j.value ->> 0 AND h.version = j.value ->> 1`,
        part,
      ),
    ),
  ]);
}
