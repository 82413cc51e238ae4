/** Suggestions, which wait for a person, in one list: a projection of sightings, edges and proposed claims, with exact counts. */

import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { CLUSTERER, READER, REPLY } from "../../../shared/model/sighting.ts";
import { summaryChanges } from "../claims/claims.ts";
import { type Db, type Row, whileConflicting } from "../d1.ts";
import type { EdgeRow } from "../relations/edges.ts";
import type { SightingRow } from "../relations/sightings.ts";
import { Columns } from "../rows.ts";
import { type Difference, FOREVER } from "../versions.ts";
import { joinReports, OWN_ACT, SHARED, sourceOn, waitsOn } from "./acts.ts";

export const SUGGESTION_KINDS = ["response", "appearance", "source", "claim"] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];
/** How sure the machine is: 3 near certain, 2 likely, 1 unsure or not measured, 0 doubtful. */
export type Band = 0 | 1 | 2 | 3;

export interface SuggestionRow {
  id: string;
  /** Suggestions with the same act are decided together. */
  act: string;
  kind: SuggestionKind;
  claimId: string;
  /** "" for a claim. */
  documentId: string;
  site: string;
  band: Band;
  /** Whether its line names a person who is not in the claim's wording. */
  named: boolean;
  since: number;
  due: number;
  lead: boolean;
}
const ROW = new Columns("kind, since, id, act, claim_id, document_id, site, band, named flag, due, lead flag");
export const suggestionOf = (row: Row): SuggestionRow => ROW.read(row);

/** SQL of a band by a probability. */
const bandOf = (score: string) =>
  `CASE WHEN ${score} IS NULL THEN 1 WHEN ${score} >= 0.95 THEN 3 WHEN ${score} >= 0.7 THEN 2 WHEN ${score} >= 0.4 THEN 1 ELSE 0 END`;
/** SQL of whether a person's name, if there is one, is not in the claim's wording. */
const isNamed = (party: string) => `coalesce(s.detail ->> '$.${party}.kind' = 'person'
  AND instr(lower(h.text), lower(s.detail ->> '$.${party}.name')) = 0, 0)`;
const COLUMNS = ROW.names.join(", ");
const SITE = "coalesce(s.platform, s.shown ->> 'family', '')";

/** SQL of the waiting sightings of documents d. */
const waitingSightings = (documents: string) => `SELECT CASE WHEN s.role = 'respond' THEN 'response' ELSE 'appearance' END AS kind,
  s.recorded_at AS since, s.id,
  CASE WHEN s.role = 'respond' THEN ${OWN_ACT} ELSE s.id END AS act,
  s.claim_id, s.document_id, ${SITE} AS site, ${bandOf("s.score")} AS band,
  ${isNamed("response.actor")} OR ${isNamed("attributedTo")} AS named, 0 AS due, s.role <> 'respond' AS lead
  FROM ${documents} s.replaced_at = ${FOREVER} AND s.listed = 0 AND s.state = 'suggested'
  JOIN claim_summary h ON h.claim_id = s.claim_id AND h.status <> 'proposed' AND h.merged_into IS NULL`;
const EDGE_ID = "'e:' || e.child_id || ':' || e.parent_id || ':' || e.type";
/** SQL of the sources named in the texts of documents on the timeline of a followed claim: one source is one act, whoever names it. */
const waitingSources = (
  documents: string,
) => `SELECT 'source' AS kind, e.recorded_at AS since, ${EDGE_ID} AS id, min(s.claim_id) || '/' || e.parent_id || ':' || e.type AS act,
  min(s.claim_id) AS claim_id, e.child_id AS document_id, ${SITE} AS site, ${bandOf("e.confidence")} AS band, 0 AS named, 0 AS due, 0 AS lead
  FROM ${documents} s.replaced_at = ${FOREVER} AND s.listed = 1 AND s.role <> 'respond'
  JOIN claim_summary h ON h.claim_id = s.claim_id AND h.status <> 'proposed' AND h.merged_into IS NULL
  CROSS JOIN edge e ON e.child_id = s.document_id AND e.replaced_at = ${FOREVER} AND e.state = 'suggested' AND e.basis = 'stated'
    AND e.parent_id <> '' AND e.method <> 'person'
  GROUP BY e.child_id, e.parent_id, e.type`;
/** SQL of the confidence in the wording of a proposed claim; its sightings are read once. */
const CLAIM_BAND = `(SELECT ${bandOf("score")} FROM (SELECT max(s.score) AS score FROM sighting s
  WHERE s.claim_id = h.claim_id AND s.replaced_at = ${FOREVER} AND s.listed = 1))`;
/** SQL of the proposed claims among claims c. */
const waitingClaims = (claims: string) => `SELECT 'claim' AS kind, h.created_at AS since, h.claim_id AS id, h.claim_id AS act,
  h.claim_id, '' AS document_id, '' AS site, ${CLAIM_BAND} AS band, 0 AS named, 0 AS due, 1 AS lead
  FROM ${claims} h.status = 'proposed' AND h.merged_into IS NULL AND h.sightings > 0`;

/** SQL of all suggestions, from the tables that they are derived from: for checks, and to rebuild the projection. */
export const ALL_WAITING = [
  waitingSightings("sighting s JOIN (SELECT 1) ON"),
  waitingSources("sighting s JOIN (SELECT 1) ON"),
  waitingClaims("claim_summary h WHERE"),
].join("\nUNION ALL ");

/** The documents and claims whose suggestions are derived again. */
interface Rederived {
  /** Documents with a sighting that waits, or may have waited. */
  documentIds: string[];
  /** Documents, among these or others, that have suggestions already. */
  known: string[];
  /** Documents whose text names a source, or may have named one. */
  sourcesOf: string[];
  /** Claims that are proposed, or may have been. */
  proposals: string[];
  /** Those of them whose documents are read, because they become followed claims, or proposals again. */
  crossing: string[];
  /** The claims of reports among these: which of them are one act, and which represents it, may change. */
  answered: string[];
  /** Documents of which nothing is left. */
  erased: string[];
  /** Sightings and edges that are ended: their versions may have been deleted. */
  closed: SuggestionKey[];
  /** Sightings and edges that start to wait. */
  opened: SuggestionKey[];
  /** Whether all of these documents are read for the first time, so that they had no suggestions before. */
  isNew: boolean;
}
/** A suggestion by its id and the instant since which it waits, as the API names it. */
export interface SuggestionKey {
  id: string;
  since: number;
}
/** The id of a source as a suggestion. */
export const sourceId = (e: { childId: string; parentId: string | null; type: string }) => `e:${e.childId}:${e.parentId ?? ""}:${e.type}`;
/** Documents of a list, and all with a sighting of the claims of another. */
const documentsOf = (list: string, claims: string) => `(SELECT value AS id FROM json_each(${list}) UNION
  SELECT x.document_id FROM json_each(${claims}) j CROSS JOIN sighting x ON x.claim_id = j.value AND x.replaced_at = ${FOREVER})`;
const byDocument = (list: string, claims: string) =>
  `${documentsOf(list, claims)} d CROSS JOIN sighting s INDEXED BY sighting_document ON s.document_id = d.id AND`;
/** SQL that adds (claim_id, kind, band, n) to the counts of claims, and to the total counts. */
const addCounts = (rows: string) => `INSERT INTO suggestion_count (claim_id, kind, band, waiting)
  WITH delta AS MATERIALIZED (${rows})
  SELECT claim_id, kind, band, n FROM delta UNION ALL SELECT '', kind, band, sum(n) FROM delta GROUP BY 2, 3 HAVING sum(n) <> 0
  ON CONFLICT DO UPDATE SET waiting = waiting + excluded.waiting`;
/** The parts of a compound SELECT for the lists that are not empty, because an empty list costs rows too. */
const compound = (operator: string, parts: [lists: readonly (readonly unknown[])[], sql: string][]) =>
  parts
    .filter(([lists]) => lists.some((list) => list.length))
    .map(([, sql]) => sql)
    .join(` ${operator} `);
/** SQL of what waits of documents (?1, ?3 for their sources, and ?2: all with a sighting of these claims) and of proposed claims (?4). */
const waitingOf = ({ documentIds, crossing, sourcesOf, proposals }: Rederived) =>
  compound("UNION ALL", [
    [[documentIds, crossing], waitingSightings(byDocument("?1", "?2"))],
    [[sourcesOf, crossing], waitingSources(byDocument("?3", "?2"))],
    [[proposals], waitingClaims("json_each(?4) j JOIN claim_summary h ON h.claim_id = j.value AND")],
  ]);
const BY_KEY = `SELECT q.* FROM json_each(?6) j CROSS JOIN suggestion q
  ON q.kind IN ('response', 'appearance', 'source') AND q.since = j.value ->> 1 AND q.id = j.value ->> 0`;
/** SQL of the suggestions of documents (?5, and as above): by any version of their sightings and edges, as the one that waits may be closed by now (?6). */
const suggestionsOf = ({ known, crossing, sourcesOf, proposals, closed }: Rederived) =>
  compound("UNION", [
    [
      [known, crossing],
      `SELECT q.* FROM ${documentsOf("?5", "?2")} d CROSS JOIN sighting s INDEXED BY sighting_document ON s.document_id = d.id
        CROSS JOIN suggestion q ON q.kind IN ('response', 'appearance') AND q.since = s.recorded_at AND q.id = s.id`,
    ],
    [
      [sourcesOf, crossing],
      `SELECT q.* FROM ${documentsOf("?3", "?2")} d CROSS JOIN edge e ON e.child_id = d.id
        CROSS JOIN suggestion q ON q.kind = 'source' AND q.since = e.recorded_at AND q.id = ${EDGE_ID}`,
    ],
    [[proposals], `SELECT q.* FROM json_each(?4) j CROSS JOIN ${waitsOn("claim", "j.value", "q").join(" ON ")}`],
    [[closed], BY_KEY],
  ]);
/** What makes a suggestion another one. Of responses the act depends on others; that of a source follows from these. */
const VALUES = ["kind", "since", "id", "claim_id", "document_id", "site", "band", "named"];
const valuesOf = (alias: string) => `(${VALUES.map((column) => `${alias}.${column}`).join(", ")})`;
const countActs = (changed: string, kinds = `NOT ${SHARED}`) =>
  addCounts(`SELECT claim_id, kind, band, sum(n) AS n FROM (${changed}) WHERE ${kinds} GROUP BY 1, 2, 3 HAVING sum(n) <> 0`);
/** Claims of a list, and all that the documents of others were ever seen with. */
const ANSWERED = `(SELECT value AS id FROM json_each(?1) UNION SELECT x.claim_id
  FROM ${documentsOf("?2", "?3")} d CROSS JOIN sighting x INDEXED BY sighting_document ON x.document_id = d.id)`;
/** SQL of what represents its act: of a response its surest report, of a source who named it first, so that a later one changes no other. */
const LEAD = `(SELECT b.id FROM suggestion b WHERE b.act = suggestion.act AND b.${SHARED}
  ORDER BY iif(b.kind = 'source', b.since, -b.band), b.id LIMIT 1)`;
/** Marks the reports that represent the acts on claims. The key of an act begins with its claim, and a space or a slash. */
const markLeads = (claims: string) => `UPDATE suggestion SET lead = 1 - lead WHERE (kind, since, id) IN (SELECT b.kind, b.since, b.id
  FROM ${claims} k CROSS JOIN suggestion b INDEXED BY suggestion_act
    ON b.${SHARED} AND b.act > k.id || ' ' AND b.act < k.id || '0') AND lead <> (id = ${LEAD})`;
/** Counts the acts on claims again: the difference between those that wait and their stored counts. */
const countShared = (claims: string) =>
  addCounts(`WITH k AS MATERIALIZED (SELECT DISTINCT id FROM ${claims}) SELECT claim_id, kind, band, sum(n) AS n FROM (
    SELECT s.claim_id, s.kind, s.band, 1 AS n FROM k CROSS JOIN ${waitsOn("response", "k.id", "s").join(" ON ")}
    UNION ALL SELECT s.claim_id, s.kind, s.band, 1 AS n FROM k CROSS JOIN ${waitsOn("source", "k.id", "s").join(" ON ")}
    UNION ALL SELECT c.claim_id, c.kind, c.band, -c.waiting FROM k
      CROSS JOIN suggestion_count c ON c.claim_id = k.id AND c.${SHARED})
  GROUP BY 1, 2, 3 HAVING sum(n) <> 0`);
const markAndCount = (db: Db, claims: string, ...parameters: unknown[][]) => [
  db.statement(markLeads(claims), ...parameters),
  db.statement(countShared(claims), ...parameters),
];

/** The part of a step's changes from which suggestions are derived. */
interface DerivedFrom {
  sightings: Difference<SightingRow>;
  responses: Difference<{ claimId: string }>;
  verdicts: Difference<{ claimId: string }>;
  edges: Difference<EdgeRow>;
  /** Documents that are done, with what the log says about them. */
  done: { documentId: string; event: { type: string } | null }[];
  newClaims: { id: string; status: string }[];
  claims: { id: string }[];
  crossing: string[];
  erasure: { id: string; reported: string[]; onceReported: string[]; claims: string[] } | null;
}

/** Whether a row waits for a person: a sighting that is not shown, or a source that a text names. */
const isWaiting = (row: SightingRow | EdgeRow) => row.state === "suggested" && ("listed" in row ? !row.listed : row.basis === "stated");

/**
 * Sightings with which a document starts or ceases to be on a timeline, other than as a response. With it the suggestions for the sources that
 * it names start or cease.
 */
function movedOnTimelines({ add, close }: DerivedFrom["sightings"]): SightingRow[] {
  const listed = (rows: SightingRow[]) =>
    new Map(rows.filter((s) => s.listed && s.role !== "respond").map((s) => [`${s.claimId} ${s.id}`, s]));
  const [after, before] = [listed(add), listed(close)];
  return [...[...after].filter(([key]) => !before.has(key)), ...[...before].filter(([key]) => !after.has(key))].map(([, s]) => s);
}

/** Whether a sighting is not propagated from a repost's or reply's parent: such sightings never wait for a person. */
const saysItself = ({ method }: SightingRow): boolean => method !== "rule: repost" && method !== REPLY;

/** The documents and claims whose suggestions these changes affect. A new document that is shown at once costs nothing. */
function rederivedBy(changes: DerivedFrom, now: number): Rederived {
  const { sightings, edges, done, newClaims, claims: versions, crossing, erasure } = changes;
  const fresh = new Set(done.flatMap(({ documentId, event }) => (event?.type === "document.read" ? documentId : [])));
  const rows = [...sightings.add, ...sightings.close].filter(saysItself);
  const waiting = rows.filter(isWaiting);
  const moved = movedOnTimelines(sightings).filter((s) => saysItself(s) && !fresh.has(s.documentId));
  const stated = [...edges.add, ...edges.close].filter(isWaiting).map((e) => e.childId);
  const erased = erasure ? [erasure.id, ...erasure.reported, ...erasure.onceReported] : [];
  // A proposal that loses its last sighting no longer waits, whatever the sighting came from.
  const fewer = summaryChanges(changes).filter((claim) => claim.sightings < 0);
  // A claim that is proposed in this step has no report that waits.
  const proposed = new Set(newClaims.filter(({ status }) => status === "proposed").map(({ id }) => id));
  const changed = [...rows.filter((s) => s.method === READER || s.method === CLUSTERER), ...fewer].map(({ claimId }) => claimId);
  const documentIds = [...new Set([...waiting.map((s) => s.documentId), ...erased])];
  const sourcesOf = [...new Set([...moved.map((s) => s.documentId), ...stated, ...erased])];
  const proposals = [...new Set([...[...newClaims, ...versions].map((c) => c.id), ...changed, ...(erasure?.claims ?? [])])];
  const closed = [
    ...sightings.close.filter(isWaiting).map((s) => ({ id: s.id, since: s.recordedAt })),
    ...edges.close.filter(isWaiting).map((e) => ({ id: sourceId(e), since: e.recordedAt })),
  ];
  return {
    documentIds,
    known: documentIds.filter((id) => !fresh.has(id)),
    sourcesOf,
    proposals,
    crossing,
    answered: [...new Set([...rows.filter((s) => s.role === "respond").map((s) => s.claimId), ...(erasure?.claims ?? [])])].filter(
      (id) => !proposed.has(id),
    ),
    erased,
    closed,
    // An edge has the instant at which it is written.
    opened: [
      ...sightings.add.filter(isWaiting).map((s) => ({ id: s.id, since: s.recordedAt })),
      ...edges.add.filter(isWaiting).map((e) => ({ id: sourceId(e), since: now })),
    ],
    isNew: [...documentIds, ...sourcesOf].every((id) => fresh.has(id)) && !proposals.length && !crossing.length && !closed.length,
  };
}

/** What must still hold when a step is written, and what is written of suggestions. */
interface Rederivation {
  conditions: D1PreparedStatement[];
  statements: D1PreparedStatement[];
}
/**
 * Derives again the suggestions that changes affect, and updates the counts of their claims. Its statements must come after the sightings, edges and
 * rollups of the same batch. Reads the reports of claims where any of these change: one call to D1.
 */
export async function rederiveSuggestions(db: Db, changes: DerivedFrom, now: number): Promise<Rederivation> {
  const rederived = rederivedBy(changes, now);
  const { documentIds, known, sourcesOf, proposals, crossing, answered, erased } = rederived;
  if (![documentIds, sourcesOf, proposals, answered].some(({ length }) => length)) return { conditions: [], statements: [] };
  const { add, close } = changes.sightings;
  const isAnswered = answered.length + crossing.length + known.length > 0;
  const acts = isAnswered
    ? await joinReports(db, { claims: ANSWERED, parameters: [answered, known, crossing] }, { add, close, erased })
    : { conditions: [], statements: [] };
  const named = rederived.isNew ? known : [...new Set([...known, ...sourcesOf])];
  const joined = [...acts.statements, ...(isAnswered || named.length ? markAndCount(db, ANSWERED, answered, named, crossing) : [])];
  const some = (list: readonly unknown[], sql: string, ...parameters: unknown[][]) =>
    list.length ? [db.statement(sql, ...parameters)] : [];
  return {
    conditions: acts.conditions,
    statements: [
      ...(rederived.isNew ? newSuggestions(db, rederived) : changedSuggestions(db, rederived)),
      ...joined,
      ...some(
        rederived.isNew ? [] : [...known, ...crossing, ...rederived.closed],
        `DELETE FROM suggestion_count WHERE waiting = 0 AND claim_id IN (SELECT '' UNION SELECT value FROM json_each(?1) UNION SELECT id FROM ${ANSWERED.replaceAll("?1", "?4")})`,
        proposals,
        named,
        crossing,
        answered,
      ),
    ],
  };
}
// Parameters are bound by number, so the last one is always named.
const ALL_LISTS = "(SELECT 1 WHERE ?1 IS ?1 AND ?2 IS ?2 AND ?3 IS ?3 AND ?4 IS ?4 AND ?5 IS ?5 AND ?6 IS ?6)";
const listsOf = ({ documentIds, crossing, sourcesOf, proposals, known, closed }: Rederived) => [
  documentIds,
  crossing,
  sourcesOf,
  proposals,
  known,
  keysOf(closed),
];
const keysOf = (keys: readonly SuggestionKey[]) => keys.map((key) => [key.id, key.since]);
/** The columns of a new suggestion w: the first that names a source stands for it. */
const firstOf = (several: boolean) => `${ROW.names.filter((name) => name !== "lead").map((name) => `w.${name}`)},
  w.lead OR (w.kind = 'source' AND NOT EXISTS (SELECT 1 FROM suggestion x WHERE x.${SHARED} AND x.act = w.act)
    ${several ? "AND row_number() OVER (PARTITION BY w.act ORDER BY w.since, w.id) = 1" : ""}) AS lead`;
/** The suggestions of documents that have none yet. */
function newSuggestions(db: Db, rederived: Rederived): D1PreparedStatement[] {
  const waiting = waitingOf(rederived);
  if (!waiting) return [];
  const found = `SELECT claim_id, kind, band, 1 AS n FROM (${BY_KEY}) WHERE lead = 1`;
  return [
    db.statement(
      `INSERT INTO suggestion (${COLUMNS}) SELECT ${firstOf(rederived.sourcesOf.length > 1)} FROM ${ALL_LISTS} CROSS JOIN (${waiting}) w WHERE true ON CONFLICT DO NOTHING`,
      ...listsOf(rederived),
    ),
    db.statement(countActs(found.replaceAll("?6", "?1"), "kind <> 'response'"), keysOf(rederived.opened)),
  ];
}
/** The suggestions that are new or gone; those that stay as they are are not written again. */
function changedSuggestions(db: Db, rederived: Rederived): D1PreparedStatement[] {
  const [waiting, before, lists] = [waitingOf(rederived), suggestionsOf(rederived), listsOf(rederived)];
  const fresh =
    waiting &&
    `SELECT w.* FROM ${ALL_LISTS} CROSS JOIN (${waiting}) w WHERE NOT EXISTS (SELECT 1 FROM suggestion q WHERE ${valuesOf("q")} = ${valuesOf("w")})`;
  const isGone = waiting ? `NOT EXISTS (SELECT 1 FROM (${waiting}) w WHERE ${valuesOf("w")} = ${valuesOf("old")})` : "true";
  const gone = before && `SELECT old.* FROM ${ALL_LISTS} CROSS JOIN (${before}) old WHERE ${isGone}`;
  const changed = [
    fresh && `SELECT claim_id, kind, band, 1 AS n FROM (${fresh})`,
    gone && `SELECT claim_id, kind, band, -1 AS n FROM (${gone})`,
  ].filter(Boolean);
  return [
    ...(changed.length ? [db.statement(countActs(changed.join(" UNION ALL ")), ...lists)] : []),
    ...(gone ? [db.statement(`DELETE FROM suggestion WHERE (kind, since, id) IN (SELECT kind, since, id FROM (${gone}))`, ...lists)] : []),
    ...(fresh
      ? [db.statement(`INSERT INTO suggestion (${COLUMNS}) SELECT * FROM (${fresh}) WHERE true ON CONFLICT DO NOTHING`, ...lists)]
      : []),
  ];
}

/** Rebuilds the whole projection, each report as an act of its own. */
export function rebuildSuggestions(db: Db): D1PreparedStatement[] {
  return [
    db.statement("DELETE FROM suggestion"),
    db.statement("DELETE FROM suggestion_count"),
    db.statement(`INSERT INTO suggestion (${COLUMNS}) SELECT * FROM (${ALL_WAITING}) WHERE true ON CONFLICT DO NOTHING`),
    db.statement(`UPDATE suggestion SET lead = 1 WHERE ${SHARED} AND id = ${LEAD}`),
    db.statement(`INSERT INTO suggestion_count (claim_id, kind, band, waiting)
      SELECT claim_id, kind, band, count(*) FROM suggestion WHERE lead = 1 GROUP BY 1, 2, 3
      UNION ALL SELECT '', kind, band, count(*) FROM suggestion WHERE lead = 1 GROUP BY 2, 3`),
  ];
}
/** Joins the reports of the next claims after an id; gives the last of them, null at the end. */
export function rejoinReports(db: Db, after: string, limit: number): Promise<string | null> {
  return whileConflicting(async () => {
    const rows = await db.all(
      `SELECT claim_id AS id FROM suggestion WHERE lead = 1 AND kind <> 'source' AND kind = 'response' AND claim_id > ?1
        GROUP BY claim_id HAVING count(*) > 1 ORDER BY claim_id LIMIT ?2`,
      after,
      limit,
    );
    const ids = rows.map((row) => String(row.id));
    if (!ids.length) return null;
    const acts = await joinReports(db, { claims: ANSWERED, parameters: [ids, [], []] }, { add: [], close: [], erased: [] });
    await db.batch([...acts.conditions, ...acts.statements, ...markAndCount(db, ANSWERED, ids, [], [])]);
    return ids.length === limit ? (ids.at(-1) ?? null) : null;
  });
}

/** Filters of the queue; a field that is missing does not filter. */
export interface SuggestionFilter {
  kind?: SuggestionKind | undefined;
  claim?: string | undefined;
  site?: string | undefined;
  band?: Band | undefined;
  /** Only suggestions of at least this band. */
  atLeast?: Band | undefined;
  named?: boolean | undefined;
}
/** Maximum number of suggestions that a page of the queue examines. */
export const MAX_LOOKED_THROUGH = 80;

/** SQL of the next ?5 suggestions after (?2, ?3), those that wait longest first, merged from a range a kind; and of whether a filter finds one. */
function queueOf({ kind, claim, site, band, atLeast, named }: SuggestionFilter): { from: string; isFound: string } {
  const range = (one: SuggestionKind) => {
    const [table, condition] = claim === undefined ? ["suggestion q", `q.kind = '${one}'`] : waitsOn(one, "?1", "q");
    return `SELECT q.* FROM ${table} WHERE ${condition} AND (q.since, q.id) > (?2, ?3)`;
  };
  const tests = [
    "lead = 1",
    "due <= ?4",
    site !== undefined && "site = ?6",
    band !== undefined && `band = ${band}`,
    atLeast !== undefined && `band >= ${atLeast}`,
    named !== undefined && `named = ${named ? 1 : 0}`,
  ].filter(Boolean);
  return {
    from: `(${(kind ? [kind] : SUGGESTION_KINDS).map(range).join(" UNION ALL ")} ORDER BY since, id LIMIT ?5)`,
    isFound: `(${tests.join(" AND ")} AND ?1 IS ?1 AND ?6 IS ?6)`,
  };
}
interface QueueRange {
  after: { at: number; id: string } | null;
  now: number;
  limit: number;
}
const queueParameters = (filter: SuggestionFilter, { after, now }: QueueRange, most: number) =>
  [filter.claim ?? null, after?.at ?? 0, after?.id ?? "", now, most, filter.site ?? null] as const;
/** The next suggestions after a position, each with whether the filter finds it (`is_found`): at most `limit`, found or not. */
export function selectQueue(db: Db, filter: SuggestionFilter, range: QueueRange): D1PreparedStatement {
  const { from, isFound } = queueOf(filter);
  return db.statement(`SELECT *, ${isFound} AS is_found FROM ${from}`, ...queueParameters(filter, range, range.limit));
}
/** The suggestions that a filter finds, however many others come before them. */
export function selectSuggestions(db: Db, filter: SuggestionFilter, range: QueueRange): D1PreparedStatement {
  const { from, isFound } = queueOf(filter);
  return db.statement(`SELECT * FROM ${from} WHERE ${isFound} LIMIT ${range.limit}`, ...queueParameters(filter, range, -1));
}
/** Maximum count of new suggestions: more are "9 or more". */
export const MAX_NEW = 9;
/** The number of suggestions since an instant: (fresh). */
export function selectNew(db: Db, since: number): D1PreparedStatement {
  const range = (kind: SuggestionKind) => `SELECT lead FROM suggestion WHERE kind = '${kind}' AND since > ?1`;
  return db.statement(
    `SELECT count(*) AS fresh FROM (SELECT 1 FROM (${SUGGESTION_KINDS.map(range).join(" UNION ALL ")}) WHERE lead = 1 LIMIT ${MAX_NEW})`,
    since,
  );
}
/** The other members of acts, by (act, id of the suggestion that is known). */
const OTHERS = `json_each(?1) j CROSS JOIN suggestion m INDEXED BY suggestion_act ON m.${SHARED} AND m.act = j.value ->> 0 AND m.id <> j.value ->> 1`;
/** The live sightings of the other reports of acts, and of the documents that name a source, each with its `act`. */
export function selectReportsOf(db: Db, known: [act: string, id: string][]): D1PreparedStatement {
  return db.statement(
    `SELECT s.*, m.act FROM ${OTHERS} CROSS JOIN sighting s INDEXED BY sighting_document
      ON s.document_id = m.document_id AND s.claim_id = m.claim_id AND s.replaced_at = ${FOREVER}
      AND iif(m.kind = 'source', s.role <> 'respond', s.listed = 0 AND s.id = m.id)`,
    known,
  );
}
/** The live edges to a source of the other documents that name it, each with its `act`. */
export function selectNamingOf(db: Db, known: [act: string, id: string][]): D1PreparedStatement {
  return db.statement(
    `SELECT e.*, m.act FROM ${OTHERS} CROSS JOIN edge e ON e.child_id = m.document_id AND e.replaced_at = ${FOREVER} AND ${EDGE_ID} = m.id`,
    known,
  );
}
/** How many documents that name sources a claim's page shows. */
const MAX_NAMING = 24;
/**
 * The sources that wait on a claim: their suggestions, the edges and what the documents tell of the claim, each with its `act`, and the sources. Of each
 * a statement, for `sourcesOn`.
 */
export function selectSourcesOn(db: Db, claimId: string) {
  const from = `(SELECT q.* FROM suggestion q INDEXED BY suggestion_act WHERE ${sourceOn("?1", "q")} LIMIT ${MAX_NAMING}) m`;
  const edges = `${from} CROSS JOIN edge e ON e.child_id = m.document_id AND e.replaced_at = ${FOREVER} AND ${EDGE_ID} = m.id`;
  return {
    waiting: db.statement(`SELECT * FROM ${from}`, claimId),
    namings: db.statement(`SELECT e.*, m.act FROM ${edges}`, claimId),
    reports: db.statement(
      `SELECT s.*, m.act FROM ${from} CROSS JOIN sighting s INDEXED BY sighting_document
        ON s.document_id = m.document_id AND s.claim_id = m.claim_id AND s.replaced_at = ${FOREVER} AND s.role <> 'respond'`,
      claimId,
    ),
    parents: db.statement(
      `SELECT d.* FROM (SELECT DISTINCT e.parent_id FROM ${edges}) p CROSS JOIN document d ON d.id = p.parent_id`,
      claimId,
    ),
  };
}
/** The number of suggestions per act: (act, told). */
export function selectSizesOfActs(db: Db, acts: string[]): D1PreparedStatement {
  return db.statement(
    `SELECT j.value AS act, (SELECT count(*) FROM suggestion m INDEXED BY suggestion_act WHERE m.act = j.value AND m.${SHARED}) AS told
     FROM json_each(?1) j`,
    acts,
  );
}
/** Suggestions, each with all of its act. */
export function selectActs(db: Db, keys: SuggestionKey[]): D1PreparedStatement {
  const found = `json_each(?1) j CROSS JOIN suggestion s ON s.since = j.value ->> 1 AND s.id = j.value ->> 0 AND s.kind`;
  return db.statement(
    `SELECT m.* FROM ${found} IN ('response', 'source') CROSS JOIN suggestion m INDEXED BY suggestion_act ON m.act = s.act AND m.${SHARED}
     UNION SELECT s.* FROM ${found} IN ('appearance', 'claim')`,
    keys.map((key) => [key.id, key.since]),
  );
}
/** The number of waiting acts: (kind, band, waiting), of all claims or of one. */
export function selectCounts(db: Db, claimId = ""): D1PreparedStatement {
  return db.statement("SELECT kind, band, waiting FROM suggestion_count WHERE claim_id = ?1", claimId);
}
/** The number of waiting acts per claim: (claim_id, kind, band, waiting). */
export function selectCountsOf(db: Db, claimIds: Iterable<string>): D1PreparedStatement {
  return db.statement("SELECT c.* FROM json_each(?1) j CROSS JOIN suggestion_count c ON c.claim_id = j.value", [...new Set(claimIds)]);
}
/** Postpones suggestions, with all of their acts, until an instant (ms); with 0 they are due again at once. */
export function putOff(db: Db, keys: SuggestionKey[], due: number): D1PreparedStatement[] {
  const list = keys.map((key) => [key.id, key.since]);
  const named = "SELECT value ->> 1, value ->> 0 FROM json_each(?1)";
  return [
    db.statement(
      `UPDATE suggestion SET due = ?2 WHERE ${SHARED} AND act IN (SELECT act FROM suggestion WHERE ${SHARED} AND (since, id) IN (${named}))`,
      list,
      due,
    ),
    db.statement(`UPDATE suggestion SET due = ?2 WHERE kind IN ('appearance', 'claim') AND (since, id) IN (${named})`, list, due),
  ];
}
