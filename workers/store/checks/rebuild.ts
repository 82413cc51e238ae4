/** Rebuilds derived rows, one page at a time. */

import { bucketsOf } from "../../../shared/cluster/buckets.ts";
import { fingerprint } from "../../../shared/text/fingerprint.ts";
import { remakeHistories } from "../claims/asof.ts";
import { ACTIVE_AT, forgetStates, recountClaims } from "../claims/claims.ts";
import { clearSpread, refillSpread } from "../claims/spread.ts";
import { type Db, type Row, whileConflicting } from "../d1.ts";
import { rebuildSuggestions, rejoinReports } from "../desk/derived-suggestions.ts";
import { clearDocuments, indexDocuments } from "../documents/document-search.ts";
import { laterHoldersOf } from "../documents/revisions.ts";
import { insertBuckets, moveBuckets, NO_TIME, storedSignature } from "../documents/texts.ts";
import { LAST_PACKED, readEvents } from "../jobs/blocks.ts";
import { followLog } from "../jobs/log-projections.ts";
import { FIRST_RESPONSES, VERDICTS } from "../relations/responses.ts";
import { toSettle } from "../relations/stored-sighting.ts";
import { instants, isLive, LAST_INSTANT } from "../versions.ts";

/** Rebuilds the page after an id. Gives the last id of the page; null at the end. */
type Rebuild = (db: Db, after: string) => Promise<string | null>;
const PAGE_SIZE = 500;
/** Number of texts per page: fewer, because texts are long. */
const TEXT_PAGE_SIZE = 50;

const lastOf = (rows: Row[], size: number) => (rows.length === size ? String(rows.at(-1)?.id) : null);

/** Summaries of claims, and the rollups of those with many sightings. */
const rollups: Rebuild = async (db, after) => {
  const rows = await db.all("SELECT claim_id AS id FROM claim_summary WHERE claim_id > ?1 ORDER BY claim_id LIMIT ?2", after, PAGE_SIZE);
  const ids = rows.map((row) => row.id);
  const of = (table: string) => `${table}.claim_id = claim_summary.claim_id AND ${isLive(table)}`;
  await db.batch([
    db.statement(
      `UPDATE claim_summary SET
         sightings = (SELECT count(*) FROM sighting WHERE ${of("sighting")} AND listed = 1),
         responses = (SELECT count(*) FROM response WHERE ${of("response")}),
         unsure = (SELECT count(*) FROM sighting WHERE ${of("sighting")} AND ${toSettle("sighting")}),
         platforms = (SELECT json_group_object(key, n)
           FROM (SELECT coalesce(platform, 'web') AS key, count(*) AS n FROM sighting
           WHERE ${of("sighting")} AND listed = 1 AND role <> 'respond' GROUP BY 1)),
         (ref, text, lang, status, visibility, subject, merged_into, listed) = (SELECT ref, text, lang, status, visibility, subject,
           merged_into, visibility = 'public' AND status <> 'proposed' AND merged_into IS NULL
           FROM claim WHERE claim.id = claim_summary.claim_id AND ${isLive("claim")}),
         (revision, changed_at) = (SELECT count(*), max(at) FROM (${instants("claim_summary.claim_id", String(LAST_INSTANT))})),
         version = version + 1, first_responses = ${FIRST_RESPONSES}, verdicts = ${VERDICTS}
       WHERE claim_id IN (SELECT value FROM json_each(?1))`,
      ids,
    ),
    db.statement(`UPDATE claim_summary SET active_at = ${ACTIVE_AT} WHERE claim_id IN (SELECT value FROM json_each(?1))`, ids),
    ...forgetStates(db, ids),
    ...(after === "" ? [clearSpread(db), ...recountClaims(db)] : []),
    ...refillSpread(db, ids),
  ]);
  return lastOf(rows, PAGE_SIZE);
};

/** Number of claims per page: fewer, because all their versions are read. */
const HISTORY_PAGE_SIZE = 20;
/** The histories of claims. Until they are rebuilt, the past of a claim is counted from all versions when it is needed. */
const history: Rebuild = async (db, after) => {
  const rows = await db.all(
    "SELECT claim_id AS id, version FROM claim_summary WHERE claim_id > ?1 ORDER BY claim_id LIMIT ?2",
    after,
    HISTORY_PAGE_SIZE,
  );
  await remakeHistories(
    db,
    rows.map((row) => ({ id: String(row.id), version: Number(row.version) })),
  );
  return lastOf(rows, HISTORY_PAGE_SIZE);
};

/** Root and depth of documents in share trees, from their parents. */
const places: Rebuild = async (db, after) => {
  const rows = await db.all("SELECT id FROM document WHERE id > ?1 AND parent_id IS NOT NULL ORDER BY id LIMIT ?2", after, PAGE_SIZE);
  await db.batch([
    db.statement(
      `WITH RECURSIVE up (id, at, depth) AS (
         SELECT value, value, 0 FROM json_each(?1)
         UNION ALL SELECT up.id, d.parent_id, up.depth + 1 FROM up JOIN document d ON d.id = up.at
           WHERE d.parent_id IS NOT NULL AND up.depth < 100000)
       UPDATE document SET root_id = top.root, depth = top.depth
       FROM (SELECT up.id AS id, up.at AS root, up.depth AS depth FROM up JOIN document d ON d.id = up.at WHERE d.parent_id IS NULL) top
       WHERE document.id = top.id AND (document.root_id IS NOT top.root OR document.depth <> top.depth)`,
      rows.map((row) => row.id),
    ),
    ...(after === ""
      ? [db.statement("UPDATE document SET root_id = NULL, depth = 0 WHERE root_id IS NOT NULL AND parent_id IS NULL")]
      : []),
  ]);
  return lastOf(rows, PAGE_SIZE);
};

/** Signatures, near-duplicate buckets and first documents of texts. Until the last page is done, some near copies are not found. */
const texts: Rebuild = (db, after) => whileConflicting(() => rebuildTexts(db, after));
const rebuildTexts: Rebuild = async (db, after) => {
  // While first documents are not known, all documents with a text are indexed as sharing it.
  if (after === "")
    await db.batch([
      db.statement("UPDATE revision SET raw_shared = 1, shared = 1 WHERE raw_shared = 0 OR shared = 0"),
      db.statement("UPDATE document SET text_shared = 1 WHERE text_shared = 0 AND text_id IS NOT NULL"),
    ]);
  const rows = await db.all(
    `SELECT id, body, EXISTS (${laterHoldersOf("text.id")}) AS compared FROM text WHERE id > ?1 ORDER BY id LIMIT ?2`,
    after,
    TEXT_PAGE_SIZE,
  );
  const prints = rows.map((row) => ({
    id: String(row.id),
    body: String(row.body),
    print: row.compared ? fingerprint(String(row.body)) : null,
  }));
  const compared = rows.filter((row) => row.compared).map((row) => row.id);
  const last = lastOf(rows, TEXT_PAGE_SIZE);
  await db.batch([
    // A text of the page that came meanwhile, or was read, would be left without its buckets.
    db.conflictIf(
      `FROM text LEFT JOIN json_each(?3) j ON j.value ->> 0 = text.id
       WHERE text.id > ?1 AND (?2 IS NULL OR text.id <= ?2) AND (EXISTS (${laterHoldersOf("text.id")})) IS NOT j.value ->> 1`,
      after,
      last,
      rows.map((row) => [row.id, row.compared]),
    ),
    ...(after === "" ? [db.statement("DELETE FROM text_bucket")] : []),
    db.statement(
      "UPDATE text SET signature = j.value ->> 1 FROM json_each(?1) j WHERE text.id = j.value ->> 0",
      prints.map(({ id, body, print }) => [id, storedSignature(body, print?.signature ?? null)]),
    ),
    db.statement(
      `UPDATE text SET (first_document_id, first_at) = (SELECT d.id, coalesce(d.published_latest, ${NO_TIME}) FROM document d
         WHERE d.id IN (${laterHoldersOf("text.id")}) ORDER BY 2, 1 LIMIT 1)
       WHERE id IN (SELECT value FROM json_each(?1))`,
      compared,
    ),
    moveBuckets(
      db,
      "statement_bucket",
      rows.flatMap((row) => (row.compared ? [{ textId: String(row.id), buckets: bucketsOf(String(row.body)) }] : [])),
    ),
    insertBuckets(
      db,
      "text_bucket",
      prints.map(({ id, print }) => ({ textId: id, places: print?.buckets ?? [] })),
    ),
    db.statement(
      `UPDATE revision SET raw_shared = 0 FROM json_each(?1) j JOIN text t ON t.id = j.value
       WHERE document_id = t.first_document_id AND raw_id = t.id`,
      rows.map((row) => row.id),
    ),
    db.statement(
      `UPDATE revision SET shared = 0 FROM json_each(?1) j JOIN text t ON t.id = j.value
       WHERE document_id = t.first_document_id AND text_id = t.id`,
      compared,
    ),
    db.statement(
      `UPDATE document SET text_shared = 0 FROM json_each(?1) j JOIN text t ON t.id = j.value
       WHERE document.id = t.first_document_id AND text_id = t.id`,
      compared,
    ),
  ]);
  return last;
};

/** Number of claims whose reports are joined per step. */
const JOINED_AT_ONCE = 20;
/** The suggestions in one step, then their acts. */
const suggestions: Rebuild = async (db, after) => {
  if (after === "") await db.batch(rebuildSuggestions(db));
  return rejoinReports(db, after, JOINED_AT_ONCE);
};

/** Number of events of a block per step. */
const EVENTS_AT_ONCE = 1000;
/** The search index of documents, from the log and the blocks that contain the earlier events. */
const documents: Rebuild = async (db, after) => {
  const clear = after === "" ? clearDocuments(db) : [];
  const [[row] = []] = await db.batch([db.statement(`SELECT ${LAST_PACKED} AS packed`), ...clear]);
  if (Number(after) < Number(row?.packed)) {
    const { events } = await readEvents(db, Number(after), EVENTS_AT_ONCE);
    await db.batch(indexDocuments(db, events));
    return String(events.at(-1)?.seq);
  }
  const rows = await db.batch(followLog(db));
  const next = rows.at(-1)?.[0];
  return next ? String(next.seq) : null;
};

/** The parts that can be rebuilt here. The search index, which needs the matcher's words, is rebuilt in workers/editing/claims/search-index.ts. */
export const derived = { rollups, history, places, texts, suggestions, documents } satisfies Record<string, Rebuild>;
