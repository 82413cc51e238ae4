/** The invariants of the store, as SQL: each statement gives the rows that break one; in a sound database there are none. */

import { IS_FOLLOWED } from "../claims/claims.ts";
import { SAMPLE_RATE } from "../claims/search.ts";
import { SPREAD_CHECK } from "../claims/spread.ts";
import type { Db } from "../d1.ts";
import { ALL_WAITING } from "../desk/derived-suggestions.ts";
import { DOCUMENT_SEARCH_CHECK } from "../documents/document-search.ts";
import { REVISIONS } from "../documents/revisions.ts";
import { NO_TIME } from "../documents/texts.ts";
import { LAST_PACKED } from "../jobs/blocks.ts";
import { FIRST_RESPONSES, VERDICTS } from "../relations/responses.ts";
import { toSettle } from "../relations/stored-sighting.ts";
import { FOREVER, instants, isLive, LAST_INSTANT } from "../versions.ts";
import { circlesOf, INVARIANTS } from "./invariants.ts";

export interface Violation {
  check: string;
  /** The id of the wrong row. */
  subject: string;
  detail: string;
}
/** Maximum number of rows that are reported per check; there may be more. */
const MAX_ROWS = 20;

/** Each check gives (subject, detail) of wrong rows. */
const CHECKS: Record<string, string> = {
  "every claim has one rollup": `SELECT c.id AS subject, 'no rollup' AS detail FROM claim_slice c LEFT JOIN claim_summary h ON h.claim_id = c.id
    WHERE ${isLive("c")} AND h.claim_id IS NULL
    UNION ALL SELECT h.claim_id, 'no live claim' FROM claim_summary_slice h LEFT JOIN claim c ON c.id = h.claim_id AND ${isLive("c")}
      WHERE c.id IS NULL`,
  "rollups equal a recount": `SELECT claim_id AS subject, 'rollup ' || had || ', recount ' || has AS detail
    FROM (SELECT h.claim_id, h.sightings || ' sightings ' || h.responses || ' responses' AS had,
      (SELECT count(*) FROM sighting s WHERE s.claim_id = h.claim_id AND ${isLive("s")} AND s.listed = 1) || ' sightings ' ||
      (SELECT count(*) FROM response r WHERE r.claim_id = h.claim_id AND ${isLive("r")}) || ' responses' AS has FROM claim_summary_slice h)
        WHERE had <> has`,
  "stances to settle equal a recount": `SELECT claim_id AS subject, 'rollup ' || had || ', recount ' || has AS detail FROM (SELECT h.claim_id, h.unsure AS had,
      (SELECT count(*) FROM sighting s WHERE s.claim_id = h.claim_id AND ${isLive("s")} AND ${toSettle("s")}) AS has FROM claim_summary_slice h)
        WHERE had <> has`,
  "platforms equal a recount": `SELECT claim_id AS subject, 'rollup ' || had || ', recount ' || has AS detail FROM (SELECT h.claim_id,
      (SELECT coalesce(group_concat(key || '=' || value), '') FROM (SELECT key, value FROM json_each(h.platforms) ORDER BY key)) AS had,
      (SELECT coalesce(group_concat(key || '=' || n), '')
        FROM (SELECT coalesce(s.platform, 'web') AS key, count(*) AS n FROM sighting s
        WHERE s.claim_id = h.claim_id AND ${isLive("s")} AND s.listed = 1 AND s.role <> 'respond' GROUP BY 1 ORDER BY 1)) AS has
          FROM claim_summary_slice h) WHERE had <> has`,
  "spread by day equals a recount": SPREAD_CHECK,
  "revisions count the instants of change": `SELECT claim_id AS subject, 'rollup ' || had || ', recount ' || has AS detail
    FROM (SELECT h.claim_id, h.revision || ' at ' || h.changed_at AS had,
      (SELECT count(*) || ' at ' || max(at) FROM (${instants("h.claim_id", String(LAST_INSTANT))})) AS has FROM claim_summary_slice h)
        WHERE had <> has`,
  "what claims counted before equals a recount": `SELECT claim_id AS subject, 'kept ' || had || ', recount ' || has AS detail
    FROM (SELECT h.claim_id, h.recent ->> '$[#-1][2]' AS had, (SELECT count(*) FROM sighting s WHERE s.claim_id = h.claim_id AND s.listed = 1
      AND s.replaced_at > h.recent ->> '$[#-1][0]' AND s.recorded_at <= h.recent ->> '$[#-1][0]') AS has
      FROM claim_summary_slice h WHERE h.recent ->> '$[#-1][0]' < h.changed_at) WHERE had <> has`,
  "rollups print the live claim": `SELECT c.id AS subject, 'differs' AS detail FROM claim_slice c JOIN claim_summary h ON h.claim_id = c.id
    WHERE ${isLive("c")} AND (c.ref, c.text, c.lang, c.status, c.visibility, c.subject, c.merged_into) IS NOT (h.ref, h.text, h.lang,
      h.status, h.visibility, h.subject, h.merged_into)`,
  "rollups name the responses and verdicts": `SELECT claim_id AS subject, 'differs' AS detail FROM claim_summary_slice AS claim_summary
    WHERE first_responses <> ${FIRST_RESPONSES} OR verdicts <> ${VERDICTS}`,
  "only public claims are listed": `SELECT c.id AS subject, c.visibility || ' ' || c.status AS detail FROM claim_slice c
    JOIN claim_summary h ON h.claim_id = c.id
    WHERE ${isLive("c")} AND h.listed <> (c.visibility = 'public' AND c.status <> 'proposed' AND c.merged_into IS NULL)`,
  "followed claims are counted by state and visibility": `SELECT status || ' ' || visibility AS subject,
      sum(claims) || ' too many' AS detail FROM (SELECT status, visibility, claims FROM claim_count
        UNION ALL SELECT status, visibility, -1 FROM claim_summary WHERE ${IS_FOLLOWED}) GROUP BY status, visibility HAVING sum(claims) <> 0`,
  "search knows the documents that were read, by the words that they have": DOCUMENT_SEARCH_CHECK,
  "search knows the claims that are not proposed, and no others": `SELECT c.id AS subject, 'not in the index' AS detail FROM claim c
    WHERE ${isLive("c")} AND c.status <> 'proposed' AND c.merged_into IS NULL AND c.id NOT IN (SELECT claim_id FROM claim_search)
    UNION ALL SELECT s.claim_id, 'in the index' FROM claim_search s
      WHERE s.claim_id NOT IN (SELECT c.id FROM claim c WHERE ${isLive("c")} AND c.status <> 'proposed' AND c.merged_into IS NULL)`,
  "every sixteenth claim of the index is in its sample": `SELECT rowid AS subject, 'not in the sample' AS detail FROM claim_search
    WHERE rowid % ${SAMPLE_RATE} = 0 AND rowid NOT IN (SELECT rowid FROM claim_search_sample)
    UNION ALL SELECT rowid, 'in the sample' FROM claim_search_sample
      WHERE rowid NOT IN (SELECT rowid FROM claim_search WHERE rowid % ${SAMPLE_RATE} = 0)`,
  "phrasings are of claims":
    "SELECT p.claim_id AS subject, p.text AS detail FROM phrasing_slice p WHERE p.claim_id NOT IN (SELECT id FROM claim)",
  "a sighting has one live version": `SELECT s.id AS subject, count(*) || ' versions' AS detail FROM sighting_slice s WHERE ${isLive("s")}
    GROUP BY s.claim_id, s.id HAVING count(*) > 1`,
  "a claim that was merged has no sightings, and leads to one that was not": `SELECT h.claim_id AS subject, h.merged_into AS detail
    FROM claim_summary_slice h LEFT JOIN claim_summary i ON i.claim_id = h.merged_into
    WHERE h.merged_into IS NOT NULL AND (h.sightings > 0 OR i.claim_id IS NULL)`,
  "sightings are of claims": `SELECT s.id AS subject, s.claim_id AS detail FROM sighting_slice s
    LEFT JOIN claim_summary h ON h.claim_id = s.claim_id WHERE ${isLive("s")} AND h.claim_id IS NULL`,
  "sightings are of documents": `SELECT s.id AS subject, s.document_id AS detail FROM sighting_slice s
    LEFT JOIN document d ON d.id = s.document_id WHERE ${isLive("s")} AND d.id IS NULL`,
  "a response has one live version": `SELECT r.id AS subject, count(*) || ' versions' AS detail FROM response_slice r WHERE ${isLive("r")}
    GROUP BY r.claim_id, r.id HAVING count(*) > 1`,
  "responses have their sighting": `SELECT r.id AS subject, r.claim_id AS detail FROM response_slice r
    WHERE ${isLive("r")} AND NOT EXISTS (SELECT 1 FROM sighting s
    WHERE s.claim_id = r.claim_id AND ${isLive("s")} AND s.listed = 1 AND s.at = r.at AND s.id = r.id AND s.role = 'respond'
      AND s.document_id = r.document_id)`,
  "responding sightings have their response": `SELECT s.id AS subject, s.claim_id AS detail FROM sighting_slice s
    WHERE ${isLive("s")} AND s.listed = 1 AND s.role = 'respond' AND NOT EXISTS (SELECT 1 FROM response r
    WHERE r.claim_id = s.claim_id AND ${isLive("r")} AND r.at = s.at AND r.id = s.id)`,
  "verdicts are of claims": `SELECT v.id AS subject, v.claim_id AS detail FROM verdict_slice v
    LEFT JOIN claim_summary h ON h.claim_id = v.claim_id WHERE ${isLive("v")} AND h.claim_id IS NULL`,
  "versions end after they begin": `SELECT id AS subject, 'claim' AS detail FROM claim_slice WHERE replaced_at < recorded_at
    UNION ALL SELECT id, 'sighting' FROM sighting_slice WHERE replaced_at < recorded_at UNION ALL SELECT id, 'response' FROM response_slice
      WHERE replaced_at < recorded_at`,
  "versions of edges end after they begin":
    "SELECT child_id AS subject, parent_id AS detail FROM edge_slice WHERE replaced_at < recorded_at",
  "at most one live edge of a child is primary": `SELECT e.child_id AS subject, count(*) || ' primary edges' AS detail FROM edge_slice e
    WHERE ${isLive("e")} AND e.is_primary = 1 GROUP BY e.child_id HAVING count(*) > 1`,
  "edges join documents": `SELECT e.child_id AS subject, CASE WHEN c.id IS NULL THEN 'no such child' ELSE e.parent_id END AS detail
    FROM edge_slice e LEFT JOIN document c ON c.id = e.child_id LEFT JOIN document p ON p.id = e.parent_id
    WHERE ${isLive("e")} AND (c.id IS NULL OR (e.parent_id <> '' AND p.id IS NULL))`,
  "platform edges make no cycle": circlesOf("e.basis = 'platform'"),
  "parents of share trees exist": `SELECT d.id AS subject, d.parent_id AS detail FROM document_slice d LEFT JOIN document p ON p.id = d.parent_id
      WHERE d.parent_id IS NOT NULL AND p.id IS NULL`,
  "root and depth follow the parent": `SELECT d.id AS subject, 'root ' || coalesce(d.root_id, 'none') || ' depth ' || d.depth AS detail
    FROM document_slice d LEFT JOIN document p ON p.id = d.parent_id
    WHERE CASE WHEN d.parent_id IS NULL THEN d.root_id IS NOT NULL OR d.depth <> 0 ELSE d.root_id IS NOT coalesce(p.root_id, p.id)
      OR d.depth <> p.depth + 1 END`,
  "a document hangs where its edge says": `SELECT d.id AS subject, d.parent_id AS detail FROM document_slice d
    WHERE d.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM edge e
      WHERE e.child_id = d.id AND ${isLive("e")} AND e.parent_id = d.parent_id)`,
  "reported documents have no words of their own": `SELECT d.id AS subject, 'revision ' || r.seq AS detail FROM revision_slice r
    CROSS JOIN document d ON d.id = r.document_id WHERE d.seen = 'reported'`,
  "only what is reported is resolved, to what exists": `SELECT d.id AS subject, d.resolved_id AS detail FROM document_slice d LEFT JOIN document r ON r.id = d.resolved_id
      WHERE d.resolved_id IS NOT NULL AND (r.id IS NULL OR d.seen = 'observed')`,
  "revisions have their document and texts": `SELECT r.document_id AS subject, 'revision ' || r.seq AS detail FROM revision_slice r
    LEFT JOIN document d ON d.id = r.document_id LEFT JOIN text w ON w.id = r.raw_id LEFT JOIN text t ON t.id = r.text_id
    WHERE d.id IS NULL OR w.id IS NULL OR (r.text_id IS NOT NULL AND t.id IS NULL)`,
  "revisions are counted from 1 without a gap": `SELECT document_id AS subject, count(*) || ' of ' || max(seq) AS detail FROM revision_slice
    GROUP BY document_id HAVING count(*) <> max(seq) OR min(seq) <> 1`,
  "first documents have the text": `SELECT t.id AS subject, t.first_document_id AS detail FROM text_slice t
    WHERE NOT EXISTS (SELECT 1 FROM revision r WHERE r.document_id = t.first_document_id AND (r.raw_id = t.id OR r.text_id = t.id))
      AND NOT EXISTS (SELECT 1 FROM document d WHERE d.id = t.first_document_id AND d.text_id = t.id)`,
  "who has a text is found by it": `SELECT r.document_id AS subject, t.id AS detail FROM revision_slice r
    CROSS JOIN text t ON t.id = r.text_id
      WHERE r.shared = 0 AND t.first_document_id <> r.document_id
    UNION ALL SELECT r.document_id, t.id FROM revision_slice r CROSS JOIN text t ON t.id = r.raw_id
      WHERE r.raw_shared = 0 AND t.first_document_id <> r.document_id`,
  "no document is earlier than the first of its text": `SELECT t.id AS subject, d.id || ' at ' || coalesce(d.published_latest,
    ${NO_TIME}) AS detail FROM revision_slice r CROSS JOIN text t ON t.id = r.text_id CROSS JOIN document d ON d.id = r.document_id
    WHERE (coalesce(d.published_latest, ${NO_TIME}), d.id) < (t.first_at, t.first_document_id)`,
  "a text with a signature is in its 4 buckets": `SELECT id AS subject, n || ' buckets' AS detail FROM (
      SELECT t.id, t.signature, count(b.text_id) AS n FROM text t LEFT JOIN text_bucket b ON b.text_id = t.id GROUP BY t.id)
    WHERE n <> CASE WHEN signature IS NULL THEN 0 ELSE 4 END`,
  "buckets are of texts, at their time": `SELECT b.text_id AS subject, b.bucket AS detail FROM text_bucket_slice b
    LEFT JOIN text t ON t.id = b.text_id WHERE t.first_at IS NOT b.first_at
    UNION ALL SELECT b.text_id, b.bucket FROM statement_bucket_slice b LEFT JOIN text t ON t.id = b.text_id WHERE t.first_at IS NOT b.first_at`,
  "other names have their target": `SELECT a.target AS subject, a.name AS detail FROM alias_slice a LEFT JOIN document d ON d.id = a.target
    LEFT JOIN claim_summary h ON h.claim_id = a.target WHERE d.id IS NULL AND h.claim_id IS NULL`,
  "who waits for a ref exists, and nobody waits for one that is used": `SELECT p.child_id AS subject, p.ref AS detail
    FROM pending_relation p
      LEFT JOIN document d ON d.id = p.child_id WHERE d.id IS NULL
    UNION ALL SELECT p.child_id, p.ref FROM pending_relation p JOIN alias a ON a.key LIKE 'ref:%' AND a.name = p.ref`,
  "dependencies are of documents, and none waits for a document that is here": `SELECT w.document_id AS subject, w.key AS detail
    FROM dependency w
      LEFT JOIN document d ON d.id = w.document_id WHERE d.id IS NULL
    UNION ALL SELECT w.document_id, w.key FROM dependency w JOIN document d ON d.id = substr(w.key, 5)
      WHERE w.key LIKE 'doc:%' AND NOT EXISTS (SELECT 1 FROM pending_wake p WHERE p.kind = 'arrived' AND p.key = json_array(w.key))
      AND (d.resolved_id IS NOT NULL
      OR (d.seen = 'observed' AND NOT EXISTS (SELECT 1 FROM job o WHERE o.document_id = d.id) AND NOT EXISTS (SELECT 1 FROM dead_letter l
        WHERE l.document_id = d.id)))`,
  "reports are of documents": `SELECT r.document_id AS subject, r.reported_id AS detail FROM report_slice r
    LEFT JOIN document d ON d.id = r.document_id
      LEFT JOIN document o ON o.id = r.reported_id WHERE d.id IS NULL OR o.id IS NULL
    UNION ALL SELECT d.reported_by, d.id FROM document_slice d WHERE d.reported_by IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM report r WHERE r.document_id = d.reported_by AND r.reported_id = d.id)
      AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.id = d.reported_by)`,
  "what is to be done exists":
    "SELECT o.document_id AS subject, o.reason AS detail FROM job o LEFT JOIN document d ON d.id = o.document_id WHERE d.id IS NULL",
  "nothing is both to be done and given up":
    "SELECT o.document_id AS subject, l.reason AS detail FROM job o JOIN dead_letter l ON l.document_id = o.document_id",
  "erased documents have no words": `SELECT t.id AS subject, t.kind AS detail FROM revision_slice r
    CROSS JOIN tombstone t ON t.id = r.document_id`,
  "every source has its visit, and every run of a source its source": `SELECT s.id AS subject, 'no visit' AS detail FROM source s
    LEFT JOIN visit v ON v.id = 'source:' || s.id WHERE v.id IS NULL
    UNION ALL SELECT v.id, 'no source' FROM visit v LEFT JOIN source s ON s.id = v.subject WHERE v.purpose = 'source' AND s.id IS NULL`,
  "sources that are on are due some time, others never": `SELECT s.id AS subject, coalesce(v.due_at, 'never') AS detail FROM source s
    JOIN visit v ON v.id = 'source:' || s.id WHERE s.enabled <> (v.due_at IS NOT NULL)`,
  "what is watched since when is told once": `SELECT s.id AS subject, coalesce(s.watched_since, 'not watched') AS detail FROM source s
    LEFT JOIN watch_period w ON w.source_id = s.id AND w.until = ${FOREVER}
      WHERE s.watched_since IS NOT w.since OR w.name <> s.name
    UNION ALL SELECT w.source_id, count(*) || ' times at once' FROM watch_period w WHERE w.until = ${FOREVER}
      GROUP BY w.source_id HAVING count(*) > 1
    UNION ALL SELECT w.source_id, 'no source' FROM watch_period w LEFT JOIN source s ON s.id = w.source_id
      WHERE w.until = ${FOREVER} AND w.claim_id IS NULL AND s.id IS NULL
    UNION ALL SELECT w.source_id, 'no search' FROM watch_period w LEFT JOIN visit v ON v.id = 'watch:' || w.source_id
      WHERE w.until = ${FOREVER} AND w.claim_id IS NOT NULL AND v.id IS NULL`,
  "events have no holes": `SELECT seq AS subject, 'a seq is missing before it' AS detail 
    FROM (SELECT seq, lag(seq) OVER (ORDER BY seq) AS before FROM event_slice)
      WHERE seq <> before + 1 AND seq > ${LAST_PACKED} + 1`,
  "what waits is listed once, and counted": `SELECT w.id AS subject, 'not listed' AS detail FROM (${ALL_WAITING}) w
    LEFT JOIN suggestion s ON s.id = w.id AND (iif(s.kind = 'response', w.act, s.act), s.kind, s.claim_id, s.document_id, s.band) = (w.act, w.kind, w.claim_id, w.document_id, w.band)
      WHERE s.id IS NULL
    UNION ALL SELECT id, 'does not wait' FROM suggestion WHERE id NOT IN (SELECT id FROM (${ALL_WAITING}))
    UNION ALL SELECT act, sum(lead) || ' leads' FROM suggestion GROUP BY act HAVING sum(lead) <> 1 OR min(claim_id) <> max(claim_id)
    UNION ALL SELECT claim_id, kind || ' ' || band || ': ' || sum(waiting) FROM (
      SELECT claim_id, kind, band, -count(*) AS waiting FROM suggestion WHERE lead = 1 GROUP BY 1, 2, 3
      UNION ALL SELECT '', kind, band, -count(*) FROM suggestion WHERE lead = 1 GROUP BY 2, 3
      UNION ALL SELECT claim_id, kind, band, waiting FROM suggestion_count) GROUP BY claim_id, kind, band HAVING sum(waiting) <> 0`,
  ...INVARIANTS,
};
export const checks: readonly string[] = Object.keys(CHECKS);

/** Tables by the key in whose order they are checked, a slice at a time; each check goes through tables of one order only. */
const ORDERS = {
  claim: { of: "claim_summary", key: "claim_id", size: 500, start: "" },
  document: { of: "document", key: "id", size: 4000, start: "" },
  text: { of: "text", key: "id", size: 4000, start: "" },
  bucket: { of: "text_bucket", key: "bucket", size: 20_000, start: Number.MIN_SAFE_INTEGER },
  alias: { of: "alias", key: "key", size: 10_000, start: "" },
  event: { of: "event", key: "seq", size: 20_000, start: Number.MIN_SAFE_INTEGER },
} as const;
type Order = keyof typeof ORDERS;
/** By order: the tables of a slice, with the column of the order's key. Checks read their rows under the table's name and `_slice`. */
const SLICES: Record<Order, Record<string, string>> = {
  claim: {
    claim: "id",
    claim_summary: "claim_id",
    claim_spread: "claim_id",
    phrasing: "claim_id",
    sighting: "claim_id",
    response: "claim_id",
    verdict: "claim_id",
  },
  document: { document: "id", edge: "child_id", report: "document_id", revision: "document_id" },
  text: { text: "id" },
  bucket: { text_bucket: "bucket", statement_bucket: "bucket" },
  alias: { alias: "key" },
  event: { event: "seq" },
};
const SOURCES: Record<string, string> = { revision: REVISIONS };

/** The order of a check; null if it reads small tables, or a whole table at once. */
function orderOf(sql: string): Order | null {
  const names = new Set([...sql.matchAll(/\b(\w+)_slice\b/g)].map((match) => match[1] ?? ""));
  const orders = (Object.keys(SLICES) as Order[]).filter((order) => Object.keys(SLICES[order]).some((table) => names.has(table)));
  if (orders.length > 1) throw new TypeError(`a check mixes the orders of ${orders.join(" and ")}`);
  return orders[0] ?? null;
}
const ORDERED = Map.groupBy(Object.entries(CHECKS), ([, sql]) => orderOf(sql));
const IN_ORDER: readonly (Order | null)[] = [...(Object.keys(ORDERS) as Order[]), null];

/** The position of a full check: it has checked an order up to and including this key. */
export interface VerifyPlace {
  order: Order | null;
  after: string | number;
}
export const VERIFY_START: VerifyPlace = { order: "claim", after: "" };
/** Parses a position from JSON; null for any other text. */
export function verifyPlaceIn(text: string): VerifyPlace | null {
  const parts = /^\[(null|"[a-z]+"),("[^"\\]*"|-?\d{1,16})\]$/.exec(text);
  const [order, after] = (parts ? JSON.parse(text) : []) as unknown[];
  const known = IN_ORDER.find((one) => one === order);
  return known !== undefined && (typeof after === "string" || typeof after === "number") ? { order: known, after } : null;
}
/** The JSON of a position, for `verifyPlaceIn`. */
export const verifyPlaceText = ({ order, after }: VerifyPlace): string => JSON.stringify([order, after]);

/** The last key of the slice after a place; null if it is the last slice. */
async function endOf(db: Db, order: Order, after: string | number, most: number): Promise<string | number | null> {
  const { of, key } = ORDERS[order];
  const size = Math.min(most, ORDERS[order].size);
  const [row] = await db.all(
    `SELECT max(k) AS k, count(*) AS n FROM (SELECT ${key} AS k FROM ${of} WHERE ${key} > ?1 ORDER BY 1 LIMIT ${size})`,
    after,
  );
  return Number(row?.n) < size ? null : ((row?.k ?? null) as string | number | null);
}

/**
 * Runs the checks of one slice of up to `most` keys, each statement in under a second. Gives up to 20 rows of each, and the place of the next slice;
 * null after the last.
 */
export async function verifySlice(
  db: Db,
  { order, after }: VerifyPlace,
  most = Number.MAX_SAFE_INTEGER,
): Promise<{ found: Violation[]; next: VerifyPlace | null }> {
  const end = order === null ? null : await endOf(db, order, after, most);
  const ofOrder = ORDERED.get(order) ?? [];
  const slices = order === null ? "" : `WITH ${slicesOf(order, end).join(", ")} `;
  const keys = [order === null ? null : after, end].filter((key) => key !== null);
  const rows = await db.batch(
    ofOrder.map(([, sql]) => db.statement(`${slices}SELECT subject, detail FROM (${sql}) LIMIT ${MAX_ROWS}`, ...keys)),
  );
  const found = ofOrder.flatMap(([check], i) =>
    (rows[i] ?? []).map((row) => ({ check, subject: String(row.subject), detail: String(row.detail).slice(0, 300) })),
  );
  if (end !== null) return { found, next: { order, after: end } };
  const following = IN_ORDER[IN_ORDER.indexOf(order) + 1];
  if (following === undefined) return { found, next: null };
  return { found, next: { order: following, after: following === null ? "" : ORDERS[following].start } };
}

/** SQL of the slices of an order's tables between two keys. That of the log includes the event before, with which the next one is compared. */
function slicesOf(order: Order, end: string | number | null): string[] {
  const above = order === "event" ? ">=" : ">";
  return Object.entries(SLICES[order]).map(
    ([table, key]) =>
      `${table}_slice AS NOT MATERIALIZED (SELECT * FROM ${SOURCES[table] ?? table} WHERE ${key} ${above} ?1${end === null ? "" : ` AND ${key} <= ?2`})`,
  );
}

/** Runs every check over everything, slice by slice. Gives up to 20 rows of each check and slice. */
export async function verify(db: Db): Promise<Violation[]> {
  const found: Violation[] = [];
  for (let place: VerifyPlace | null = VERIFY_START; place; ) {
    const slice: Awaited<ReturnType<typeof verifySlice>> = await verifySlice(db, place);
    found.push(...slice.found);
    place = slice.next;
  }
  return found;
}
