/**
 * The list of suggestions is a projection of sightings, edges and proposed claims. Each step derives again what its changes affect, in the same
 * batch; `npm run rebuild` derives all.
 */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { CLUSTERER, READER, REPLY } from "../../../shared/model/sighting.ts";
import { summaryChanges } from "../claims/claims.ts";
import { type Db, whileConflicting } from "../d1.ts";
import type { EdgeRow } from "../relations/edges.ts";
import { lineKey, type SightingRow } from "../relations/stored-sighting.ts";
import { type Difference, FOREVER } from "../versions.ts";
import { joinReports, OWN_ACT, SHARED, waitsOn } from "./acts.ts";
import { EDGE_ID, SUGGESTION, type SuggestionKey, sourceId } from "./suggestions.ts";

/** SQL of a band by a probability. */
const bandOf = (score: string) =>
  `CASE WHEN ${score} IS NULL THEN 1 WHEN ${score} >= 0.95 THEN 3 WHEN ${score} >= 0.7 THEN 2 WHEN ${score} >= 0.4 THEN 1 ELSE 0 END`;
/** SQL of whether a person's name, if the line has one, is missing in the claim's wording. */
const isNamed = (party: string) => `coalesce(s.detail ->> '$.${party}.kind' = 'person'
  AND instr(lower(h.text), lower(s.detail ->> '$.${party}.name')) = 0, 0)`;
const COLUMNS = SUGGESTION.names.join(", ");
const SITE = "coalesce(s.platform, s.shown ->> 'family', '')";

/** SQL of the waiting sightings of documents d. */
const waitingSightings = (documents: string) => `SELECT CASE WHEN s.role = 'respond' THEN 'response' ELSE 'appearance' END AS kind,
  s.recorded_at AS since, s.id,
  CASE WHEN s.role = 'respond' THEN ${OWN_ACT} ELSE s.id END AS act,
  s.claim_id, s.document_id, ${SITE} AS site, ${bandOf("s.score")} AS band,
  ${isNamed("response.actor")} OR ${isNamed("attributedTo")} AS named, 0 AS due, s.role <> 'respond' AS lead
  FROM ${documents} s.replaced_at = ${FOREVER} AND s.listed = 0 AND s.state = 'suggested'
  JOIN claim_summary h ON h.claim_id = s.claim_id AND h.status <> 'proposed' AND h.merged_into IS NULL`;
/** SQL of the sources that documents on the timeline of a followed claim name: a source is one act, whoever names it. */
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
  /** Documents, among these or others, that already have suggestions. */
  known: string[];
  /** Documents whose text names a source, or may have named one. */
  sourcesOf: string[];
  /** Claims that are proposed, or may have been. */
  proposals: string[];
  /** Claims among these whose documents are read, because they become followed claims, or proposals again. */
  crossing: string[];
  /** Claims whose reports change: which reports are one act, and which one represents it, may change. */
  answered: string[];
  /** Documents that are erased. */
  erased: string[];
  /** Sightings and edges that are ended: their versions may have been deleted. */
  closed: SuggestionKey[];
  /** Sightings and edges that start to wait. */
  opened: SuggestionKey[];
  /** Whether all of these documents are read for the first time, so that they had no suggestions before. */
  isNew: boolean;
}
/** SQL of the documents of a list, and all with a sighting of the claims in another list. */
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
/** SQL of the suggestions that should exist: for documents (?1; ?3: for their sources; ?2: all seen with these claims) and proposals (?4). */
const waitingOf = ({ documentIds, crossing, sourcesOf, proposals }: Rederived) =>
  compound("UNION ALL", [
    [[documentIds, crossing], waitingSightings(byDocument("?1", "?2"))],
    [[sourcesOf, crossing], waitingSources(byDocument("?3", "?2"))],
    [[proposals], waitingClaims("json_each(?4) j JOIN claim_summary h ON h.claim_id = j.value AND")],
  ]);
const BY_KEY = `SELECT q.* FROM json_each(?6) j CROSS JOIN suggestion q
  ON q.kind IN ('response', 'appearance', 'source') AND q.since = j.value ->> 1 AND q.id = j.value ->> 0`;
/** SQL of the suggestions that documents have now (?5, and lists as above): by any version of their rows, and by the keys of closed ones (?6). */
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
/** Columns that identify a suggestion. The act is not among them: for responses it depends on others, for sources it follows from these columns. */
const VALUES = ["kind", "since", "id", "claim_id", "document_id", "site", "band", "named"];
const valuesOf = (alias: string) => `(${VALUES.map((column) => `${alias}.${column}`).join(", ")})`;
const countActs = (changed: string, kinds = `NOT ${SHARED}`) =>
  addCounts(`SELECT claim_id, kind, band, sum(n) AS n FROM (${changed}) WHERE ${kinds} GROUP BY 1, 2, 3 HAVING sum(n) <> 0`);
/** SQL of the claims of a list (?1), and of all claims with which documents of two other lists were ever seen. */
const ANSWERED = `(SELECT value AS id FROM json_each(?1) UNION SELECT x.claim_id
  FROM ${documentsOf("?2", "?3")} d CROSS JOIN sighting x INDEXED BY sighting_document ON x.document_id = d.id)`;
/** SQL of the one that represents its act: the surest report of a response; the first that named a source, so that later ones change nothing. */
const LEAD = `(SELECT b.id FROM suggestion b WHERE b.act = suggestion.act AND b.${SHARED}
  ORDER BY iif(b.kind = 'source', b.since, -b.band), b.id LIMIT 1)`;
/** SQL that marks the suggestions that represent the acts on claims. The key of an act begins with its claim and a space or a slash. */
const markLeads = (claims: string) => `UPDATE suggestion SET lead = 1 - lead WHERE (kind, since, id) IN (SELECT b.kind, b.since, b.id
  FROM ${claims} k CROSS JOIN suggestion b INDEXED BY suggestion_act
    ON b.${SHARED} AND b.act > k.id || ' ' AND b.act < k.id || '0') AND lead <> (id = ${LEAD})`;
/** SQL that corrects the counts of acts on claims by the difference between waiting and counted acts. */
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
  /** Documents that are done, with the events that the log gets. */
  done: { documentId: string; event: { type: string } | null }[];
  newClaims: { id: string; status: string }[];
  claims: { id: string }[];
  crossing: string[];
  erasure: { id: string; reported: string[]; onceReported: string[]; claims: string[] } | null;
}

/** Whether a row waits for a person: a suggested sighting that is not listed, or a suggested source that a text names. */
const isWaiting = (row: SightingRow | EdgeRow) => row.state === "suggested" && ("listed" in row ? !row.listed : row.basis === "stated");

/**
 * Sightings, other than responses, that put a document on a timeline or take it off. The suggestions for the sources that it names begin or end with
 * them.
 */
function movedOnTimelines({ add, close }: DerivedFrom["sightings"]): SightingRow[] {
  const listed = (rows: SightingRow[]) => new Map(rows.filter((s) => s.listed && s.role !== "respond").map((s) => [lineKey(s), s]));
  const after = listed(add);
  const before = listed(close);
  return [...[...after].filter(([key]) => !before.has(key)), ...[...before].filter(([key]) => !after.has(key))].map(([, s]) => s);
}

/** Whether a sighting is not propagated from a repost's or reply's parent: such sightings never wait by themselves. */
const saysItself = ({ method }: SightingRow): boolean => method !== "rule: repost" && method !== REPLY;

/** The documents and claims whose suggestions these changes affect. A new document that is shown at once costs nothing. */
function rederivedBy(changes: DerivedFrom, now: number): Rederived {
  const { sightings, edges, done, newClaims, claims: versions, crossing, erasure } = changes;
  const fresh = new Set(done.flatMap(({ documentId, event }) => (event?.type === "document.read" ? documentId : [])));
  const rows = [...sightings.add, ...sightings.close].filter(saysItself);
  // A propagated one waits where a person said so.
  const waiting = [...sightings.add, ...sightings.close].filter(isWaiting);
  const moved = movedOnTimelines(sightings).filter((s) => saysItself(s) && !fresh.has(s.documentId));
  const stated = [...edges.add, ...edges.close].filter(isWaiting).map((e) => e.childId);
  const erased = erasure ? [erasure.id, ...erasure.reported, ...erasure.onceReported] : [];
  // A proposal that loses its last sighting no longer waits, by whatever method the sighting was made.
  const fewer = summaryChanges(changes).filter((claim) => claim.sightings < 0);
  // A claim that is proposed in this step has no waiting reports.
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
    // An edge is recorded at the instant of the write.
    opened: [
      ...sightings.add.filter(isWaiting).map((s) => ({ id: s.id, since: s.recordedAt })),
      ...edges.add.filter(isWaiting).map((e) => ({ id: sourceId(e), since: now })),
    ],
    isNew: [...documentIds, ...sourcesOf].every((id) => fresh.has(id)) && !proposals.length && !crossing.length && !closed.length,
  };
}

/** The conditions of a step's write, and its statements for suggestions. */
interface Rederivation {
  conditions: D1PreparedStatement[];
  statements: D1PreparedStatement[];
}
/**
 * Derives the suggestions that changes affect, and updates the counts of their claims. Its statements must come after the sightings, edges and
 * rollups of the same batch. One D1 call if reports of claims change.
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
/** The columns of a new suggestion w: the first one that names a source represents it. */
const firstOf = (several: boolean) => `${SUGGESTION.names.filter((name) => name !== "lead").map((name) => `w.${name}`)},
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
/** Writes only suggestions that are new or gone; unchanged ones are not written again. */
function changedSuggestions(db: Db, rederived: Rederived): D1PreparedStatement[] {
  const waiting = waitingOf(rederived);
  const before = suggestionsOf(rederived);
  const lists = listsOf(rederived);
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

/** Rebuilds the whole projection. Each report is then an act of its own. */
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
    // SQLite takes the index suggestion_claim only where its condition is spelt out.
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
