/**
 * Erasing a document: its words go from every table and version, its place in the graph stays. No statement here goes through a table that
 * grows.
 */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { isToSettle } from "../../../shared/model/sighting.ts";
import { type PublishedTime, UNKNOWN_TIME } from "../../../shared/model/time.ts";
import { REMOVED } from "../../../shared/timeline/availability.ts";
import { type EmbedRow, putEmbeds } from "../claims/embeds.ts";
import { rewordNotes } from "../claims/notes.ts";
import { bumpSpread, type spreadChanges } from "../claims/spread.ts";
import { givenVisitId } from "../crawl/visits.ts";
import type { Db, Row } from "../d1.ts";
import { unindexDocument } from "../documents/document-search.ts";
import { PAGE, unnamePages } from "../documents/packing.ts";
import { REVISIONS } from "../documents/revisions.ts";
import { IS_SHARE } from "../documents/share-trees.ts";
import { type Buckets, deleteBuckets, type EarlierFirst, NO_TIME, putFirst } from "../documents/texts.ts";
import { splitJobs } from "../jobs/jobs.ts";
import { deleteDependencies } from "../relations/dependencies.ts";
import { EDGES_BY_PARENT } from "../relations/edges.ts";
import { FIRST_RESPONSES } from "../relations/responses.ts";
import { type SightingRow, stanceUnsure, UNPRINTED } from "../relations/stored-sighting.ts";
import { FOREVER } from "../versions.ts";
import { forgetWords } from "./idempotency.ts";

/** SQL of the reporting document in a sighting. */
const REPORTER = "shown ->> '$.toldBy.documentId'";
/** An unknown time, as a sighting stores it. */
const UNKNOWN_TIME_JSON = JSON.stringify({ value: UNKNOWN_TIME.value, precision: UNKNOWN_TIME.precision, basis: UNKNOWN_TIME.basis });
/** What is left of a response: its type. Such a response still moves to another claim, or goes, with its row. */
const BLANK_RESPONSE = `json_object('attributedTo', NULL, 'response', json_object('type', detail ->> '$.response.type',
  'standing', detail ->> '$.response.standing', 'seen', detail ->> '$.response.seen', 'actor', json_object('kind', 'unknown'), 'quotes', json_array()))`;
/** SQL that blanks a sighting. Parameter 2 is its time as JSON, for one that had a time: what the erased document tells of may have had none. */
const BLANKED = `stance = iif(${stanceUnsure("sighting")}, 'observe', stance), detail = iif(detail ->> '$.response.type' IS NULL, '{}', ${BLANK_RESPONSE}), shown = json_object('seen', 'reported', 'kind', coalesce(shown ->> 'kind', 'post'),
  'published', json(iif(coalesce(earliest_after, latest_after) IS NULL, '${UNKNOWN_TIME_JSON}', json_remove(?2, '$.earliest', '$.latest'))), 'excerpt', '${REMOVED}'), ${UNPRINTED},
  earliest_after = iif(coalesce(earliest_after, latest_after) IS NULL, NULL, (?2 ->> 'earliest') - at),
  latest_after = iif(coalesce(earliest_after, latest_after) IS NULL, NULL, (?2 ->> 'latest') - at)`;
/** SQL that removes the names from a placeholder's row. */
const NAMELESS = "native_id = NULL, url = NULL, handle = NULL, author = NULL, platform = NULL, family = NULL";
const NO_EVIDENCE = `json_object('quote', NULL, 'why', '${REMOVED}')`;
const IDS = "(SELECT value FROM json_each(?1))";
/** SQL of the aliases of a document, in the words of the index. */
const NAMES = "FROM alias INDEXED BY alias_target WHERE target = ?1 AND target >= 'd' AND target < 'e'";
/** SQL of the other addresses that lead to a document. */
const ADDRESSES = `${NAMES} AND key >= 'url:' AND key < 'url;'`;
/** Purposes of visits whose subject is a document. */
const PURPOSES = ["revisit", "follow", "thread", "archive", "page"];

/** SQL of the documents with a text t other than its first one, with the instants (ms) by which they certainly existed. */
const OTHER_HOLDERS = `
  SELECT * FROM (SELECT d.id, d.published_latest AS at FROM document d INDEXED BY document_text
    WHERE d.text_id = t.id AND d.text_shared = 1 AND d.id <> ?1 AND d.published_latest IS NOT NULL
      ORDER BY d.published_latest, d.id LIMIT 1)
  UNION ALL SELECT * FROM (SELECT d.id, ${NO_TIME} AS at FROM document d INDEXED BY document_text
    WHERE d.text_id = t.id AND d.text_shared = 1 AND d.id <> ?1 AND d.published_latest IS NULL ORDER BY d.id LIMIT 1)
  UNION ALL SELECT d.id, coalesce(d.published_latest, ${NO_TIME}) FROM revision r INDEXED BY revision_text
    CROSS JOIN document d ON d.id = r.document_id
    WHERE r.text_id = t.id AND r.text_id IS NOT NULL AND r.shared = 1 AND d.id <> ?1
  UNION ALL SELECT d.id, coalesce(d.published_latest, ${NO_TIME}) FROM revision r INDEXED BY revision_raw
    CROSS JOIN document d ON d.id = r.document_id
    WHERE r.raw_id = t.id AND r.raw_shared = 1 AND d.id <> ?1`;

/** SQL of the placeholders whose address is known only from this document: no other document links to them or shares them. */
const LINKED_ONLY = `
  SELECT p.id FROM edge e JOIN document p ON p.id = e.parent_id WHERE e.child_id = ?1 AND p.seen = 'reported' AND p.reported_by IS NULL
    AND NOT EXISTS (SELECT 1 FROM tombstone x WHERE x.id = p.id)
    AND NOT EXISTS (SELECT 1 FROM edge o INDEXED BY edge_parent WHERE o.parent_id = p.id AND o.child_id <> ?1 AND ${EDGES_BY_PARENT.replaceAll("e.", "o.")})
    AND NOT EXISTS (SELECT 1 FROM document d INDEXED BY document_root WHERE ${IS_SHARE} AND d.id <> ?1)`;

/** SQL of a document and of the documents that it reports or once reported. */
const REPORTED_AND_SELF = "(SELECT ?1 AS id UNION SELECT reported_id FROM report WHERE document_id = ?1)";
/** SQL of the placeholders that were resolved to a document. */
const PLACEHOLDERS = "FROM document INDEXED BY document_resolved WHERE resolved_id = ?1 AND resolved_id IS NOT NULL";

/** The texts of a document, with their first documents. `next`: if it is first itself, the document after it, as JSON [id, at]. */
export function selectTextsHeld(db: Db, id: string) {
  return db.statement(
    `SELECT t.id, t.body, t.packed, t.object, ${PAGE}, t.first_document_id, t.first_at,
       CASE WHEN t.first_document_id = ?1 THEN (SELECT json_array(id, at) FROM (${OTHER_HOLDERS}) ORDER BY at, id LIMIT 1) END AS next
     FROM (SELECT raw_id AS id FROM ${REVISIONS} WHERE document_id = ?1 UNION
       SELECT text_id FROM ${REVISIONS} WHERE document_id = ?1 AND text_id IS NOT NULL) own JOIN text t ON t.id = own.id`,
    id,
  );
}

/** The statements that read what is to be erased. */
export const selectErasable = (db: Db, id: string) => ({
  documents: db.statement("SELECT * FROM document WHERE id = ?1", id),
  /** As in `selectTextsHeld`. */
  texts: selectTextsHeld(db, id),
  /** Other addresses that lead to it. */
  aliases: db.statement(`SELECT name ${ADDRESSES}`, id),
  /** The documents that it reports, or once reported: (id, current). `current`: it is their reporting document now. */
  reported: db.statement(
    `SELECT d.id, d.reported_by IS ?1 AS current FROM report r JOIN document d ON d.id = r.reported_id WHERE r.document_id = ?1`,
    id,
  ),
  /** The placeholders that were resolved to it. */
  placeholders: db.statement(`SELECT id ${PLACEHOLDERS}`, id),
  /** The claims of all of these, and the live sightings of it and of what it reports. */
  claims: db.statement(
    `SELECT DISTINCT s.claim_id FROM ${REPORTED_AND_SELF} r CROSS JOIN sighting s INDEXED BY sighting_document ON s.document_id = r.id
       WHERE r.id = ?1 OR ${REPORTER} = ?1
     UNION SELECT s.claim_id FROM (SELECT id ${PLACEHOLDERS}) t CROSS JOIN sighting s INDEXED BY sighting_document ON s.document_id = t.id
       WHERE s.method = 'person'`,
    id,
  ),
  sightings: db.statement(
    `SELECT s.* FROM ${REPORTED_AND_SELF} r CROSS JOIN sighting s INDEXED BY sighting_document ON s.document_id = r.id
       WHERE s.replaced_at = ${FOREVER} AND (r.id = ?1 OR ${REPORTER} = ?1)`,
    id,
  ),
});

/** The facts from which the changes of an erasure were derived, besides the sightings. */
export interface Erasable {
  /** Its texts, as `selectTextsHeld` gives them. */
  texts: Row[];
  /** How many documents it reports, or once reported; how many other addresses lead to it; how many placeholders were resolved to it. */
  reports: number;
  aliases: number;
  placeholders: number;
  /** How many notes its claims have. */
  notes: { claims: string[]; count: number };
}
/** Precondition: a document is not erased; its texts, numbers of reports and addresses, and notes on its claims are as they were read. */
export function requireErasable(db: Db, id: string, { texts, reports, aliases, placeholders, notes }: Erasable) {
  return [
    db.conflictIf("FROM tombstone WHERE id = ?1", id),
    ...requireTextsHeld(db, id, texts),
    db.conflictIf("WHERE (SELECT count(*) FROM report WHERE document_id = ?1) <> ?2", id, reports),
    db.conflictIf(`WHERE (SELECT count(*) ${ADDRESSES}) <> ?2`, id, aliases),
    db.conflictIf(`WHERE (SELECT count(*) ${PLACEHOLDERS}) <> ?2`, id, placeholders),
    db.conflictIf(`WHERE (SELECT count(*) FROM json_each(?1) j JOIN note n ON n.claim_id = j.value) <> ?2`, notes.claims, notes.count),
  ];
}
/** Precondition: a document has exactly these texts, and their first or next documents are those that were read. */
export function requireTextsHeld(db: Db, id: string, texts: Erasable["texts"]) {
  return [
    db.conflictIf(
      `FROM ${REVISIONS} r WHERE r.document_id = ?1
         AND (instr(?2, r.raw_id) = 0 OR (r.text_id IS NOT NULL AND instr(?2, r.text_id) = 0))`,
      id,
      texts.map((t) => t.id).join(" "),
    ),
    db.conflictIf(
      `FROM json_each(?2) j LEFT JOIN text t ON t.id = j.value ->> 0 WHERE t.id IS NULL
         OR CASE WHEN t.first_document_id = ?1 THEN (SELECT json_array(id, at) FROM (${OTHER_HOLDERS}) ORDER BY at, id LIMIT 1) END IS NOT j.value ->> 1`,
      id,
      texts.map((t) => [t.id, t.next]),
    ),
  ];
}

interface TextInBuckets {
  textId: string;
  buckets: Buckets;
}
/** A claim that loses its words (`before`) in all versions, and gets others. */
export interface Rewording {
  claimId: string;
  before: string;
  after: string;
}
export interface Erasure {
  id: string;
  /** Other ids under which it could come back. */
  otherIds: string[];
  /** Its address, and others that lead to it. */
  addresses: string[];
  /** The placeholders that were resolved to it, and what its addresses stood for: what persons said of these, they said of it. */
  placeholders: string[];
  kind: string;
  reason: string;
  account: { id: string; platform: string | null; handle: string | null } | null;
  /** The month of its publication. */
  month: PublishedTime;
  /** Its live sightings before the erasure. */
  live: SightingRow[];
  /** Documents known only from it. */
  reported: string[];
  /** Documents that it reported and that others report as well, or that we hold. */
  onceReported: string[];
  /** Texts that no other document has. */
  ownTexts: TextInBuckets[];
  /** Texts with which it was first, with the documents that are first now. */
  inherited: EarlierFirst[];
  claims: string[];
  /** Changes to the spread of its claims: its times are replaced by its month. */
  spread: ReturnType<typeof spreadChanges>;
  /** Keys of the accounts that it names, with the ends of these dependencies. */
  dependencies: { key: string; until: number }[];
  /** Proposed claims whose words stood in it alone, with those of another of their documents. */
  reworded: readonly Rewording[];
  /** Notes on its claims that quoted its words, now without these words. */
  notes: { claimId: string; at: number; id: string; text: string }[];
  /** Embed settings of its claims that had its words or pictures, now without them. */
  embeds: EmbedRow[];
}

/** The statements of one transaction that erases its words, and all that was known only from it. */
export function eraseDocument(db: Db, erasure: Erasure, now: number): D1PreparedStatement[] {
  const unsure = Map.groupBy(erasure.live.filter(isToSettle), (s) => s.claimId);
  return [
    ...eraseRow(db, erasure, now),
    ...eraseTexts(db, erasure, now),
    ...eraseAccount(db, erasure),
    forgetWords(db),
    ...eraseSightings(db, erasure),
    ...eraseEdges(db, erasure),
    ...eraseWork(db, erasure, now),
    ...(erasure.notes.length ? [rewordNotes(db, erasure.notes)] : []),
    ...(erasure.embeds.length ? [putEmbeds(db, erasure.embeds, now)] : []),
    ...eraseProposals(db, erasure),
    ...rewordProposals(db, erasure.reworded),
    // This adds no revision: the erased words go from every revision.
    db.statement(
      `UPDATE claim_summary SET version = version + 1, erasures = erasures + 1, first_responses = ${FIRST_RESPONSES}
        WHERE claim_id IN ${IDS}`,
      erasure.claims,
    ),
    ...(unsure.size
      ? [
          db.statement(
            "UPDATE claim_summary SET unsure = unsure - (j.value ->> 1) FROM json_each(?1) j WHERE claim_summary.claim_id = j.value ->> 0",
            [...unsure].map(([claimId, lines]) => [claimId, lines.length]),
          ),
        ]
      : []),
    ...(erasure.spread.length ? bumpSpread(db, erasure.spread) : []),
  ];
}

/** The tombstone, the document's own row, and the rows of what only it reports. */
function eraseRow(db: Db, erasure: Erasure, now: number) {
  return [
    unindexDocument(db, erasure.id),
    db.statement(
      "INSERT OR IGNORE INTO tombstone (id, kind, reason, at) SELECT value, ?2, ?3, ?4 FROM json_each(?1)",
      [erasure.id, ...erasure.otherIds],
      erasure.kind,
      erasure.reason,
      now,
    ),
    db.statement(
      `UPDATE document SET seen = 'reported', native_id = NULL, url = NULL, account_id = NULL, handle = NULL, author = NULL, title = NULL,
        lang = NULL,
         family = NULL, wire_credit = NULL, categories = NULL, availability = NULL, corrections = NULL, reported_by = NULL, report = NULL, seen_at = NULL,
         text_id = NULL, text_shared = 0, published_value = ?2, published_precision = ?3, published_basis = 'unknown',
         published_earliest = ?4, published_latest = ?5 WHERE id = ?1`,
      erasure.id,
      erasure.month.value,
      erasure.month.precision,
      erasure.month.earliest,
      erasure.month.latest,
    ),
    db.statement(
      `UPDATE document SET author = NULL, title = NULL,
         report = json_object('sentence', '', 'place', NULL, 'actorKind', 'unknown', 'description', NULL, 'translated', json('false'))
       WHERE id IN ${IDS}`,
      erasure.reported,
    ),
    // Placeholders of its other addresses.
    db.statement(`UPDATE document SET ${NAMELESS} WHERE id IN ${IDS} AND seen = 'reported'`, erasure.otherIds),
    db.statement("DELETE FROM report WHERE document_id = ?1", erasure.id),
    db.statement(`DELETE ${NAMES}`, erasure.id),
  ];
}

function eraseTexts(db: Db, erasure: Erasure, now: number) {
  const own = erasure.ownTexts.map((t) => t.textId);
  const inBuckets = (kind: keyof Buckets) => erasure.ownTexts.map((t) => ({ textId: t.textId, buckets: t.buckets[kind] }));
  return [
    db.statement("DELETE FROM revision WHERE document_id = ?1", erasure.id),
    deleteBuckets(db, "text_bucket", inBuckets("text")),
    deleteBuckets(db, "statement_bucket", inBuckets("statement")),
    unnamePages(db, own, now),
    db.statement(`DELETE FROM text WHERE id IN ${IDS}`, own),
    ...putFirst(db, erasure.inherited, []),
  ];
}

/**
 * Deletes its account and that account's actor if no other document of the account is left. Reposts do not count, because they state their account
 * themselves.
 */
function eraseAccount(db: Db, { account }: Erasure) {
  if (!account) return [];
  const unused = `NOT EXISTS (SELECT 1 FROM document d INDEXED BY document_handle
    WHERE d.platform = ?2 AND d.handle = ?3 AND d.handle IS NOT NULL
      AND d.seen = 'observed' AND d.parent_type IS NOT 'repost' AND d.account_id = ?1)
    AND NOT EXISTS (SELECT 1 FROM document d INDEXED BY document_account
      WHERE d.account_id = ?1 AND d.account_id IS NOT NULL AND d.handle IS NULL)`;
  const statement = (sql: string) => db.statement(`${sql} AND ${unused}`, account.id, account.platform, account.handle);
  return [
    statement("DELETE FROM actor WHERE id = (SELECT actor_id FROM account WHERE id = ?1)"),
    statement("DELETE FROM account WHERE id = ?1"),
  ];
}

/** Blanks its sightings and responses, those of documents that only it reports, and its words about documents held or reported by others. */
function eraseSightings(db: Db, erasure: Erasure) {
  const ids = [erasure.id, ...erasure.reported];
  const published = JSON.stringify(erasure.month);
  const answers = (where = "") =>
    `UPDATE response SET actor = json_object('kind', 'unknown', 'name', NULL, 'description', NULL, 'role', NULL, 'affiliation', NULL),
         quotes = '[]', url = NULL, reported_by = NULL, published = ?2
       WHERE (claim_id, replaced_at, at, id) IN (SELECT s.claim_id, s.replaced_at, s.at, s.id
         FROM json_each(?1) j CROSS JOIN sighting s INDEXED BY sighting_document ON s.document_id = j.value${where})`;
  return [
    // Responses first: they are found by their sightings.
    db.statement(answers(), ids, published),
    db.statement(`UPDATE sighting SET ${BLANKED} WHERE document_id IN ${IDS}`, ids, published),
    // People's decisions from before the document arrived.
    db.statement(answers(" AND s.method = 'person'"), erasure.placeholders, published),
    db.statement(`UPDATE sighting SET ${BLANKED} WHERE document_id IN ${IDS} AND method = 'person'`, erasure.placeholders, published),
    db.statement(
      `UPDATE sighting SET ${BLANKED} WHERE document_id IN ${IDS} AND ${REPORTER} = ?3`,
      erasure.onceReported,
      published,
      erasure.id,
    ),
  ];
}

/** Removes the evidence of its edges, and what its children say about it: its name, and text changes from its wording. */
function eraseEdges(db: Db, erasure: Erasure) {
  const ids = [erasure.id, ...erasure.reported, ...erasure.otherIds];
  const children = `SELECT e.child_id FROM json_each(?1) j
    CROSS JOIN edge e INDEXED BY edge_parent ON e.parent_id = j.value AND ${EDGES_BY_PARENT}
    UNION SELECT d.id FROM json_each(?1) j CROSS JOIN document p ON p.id = j.value CROSS JOIN document d INDEXED BY document_root
      ON ${IS_SHARE}`;
  const nameless = `json_set(json_remove(value, '$.textChanges'), '$.label', NULL)`;
  return [
    // Addresses that only it links to or shares are its words, too: the placeholders stay without them.
    db.statement(`DELETE FROM visit WHERE id IN (SELECT 'follow:' || id FROM (${LINKED_ONLY}))`, erasure.id),
    db.statement(`UPDATE document SET ${NAMELESS} WHERE id IN (${LINKED_ONLY})`, erasure.id),
    db.statement(`UPDATE edge SET evidence = ${NO_EVIDENCE}, text_changes = '[]' WHERE child_id IN ${IDS}`, ids),
    db.statement(
      `UPDATE edge SET evidence = ${NO_EVIDENCE}, text_changes = '[]' WHERE child_id IN ${IDS} AND method = 'person'`,
      erasure.placeholders,
    ),
    db.statement(
      `UPDATE edge SET evidence = ${NO_EVIDENCE}, text_changes = '[]' WHERE child_id IN ${IDS} AND replaced_at < ${FOREVER}`,
      erasure.onceReported,
    ),
    // A person's note on an edge to it may name its author.
    db.statement(
      `UPDATE edge SET evidence = json_set(json_remove(evidence, '$.note'), '$.why', 'A person says so.')
       WHERE child_id IN (${children}) AND parent_id IN ${IDS} AND method = 'person'`,
      [...ids, ...erasure.placeholders],
    ),
    db.statement(`UPDATE edge SET text_changes = '[]' WHERE child_id IN (${children}) AND parent_id IN ${IDS}`, ids),
    db.statement(
      `UPDATE sighting SET parent_label = NULL, shown = json_remove(shown, '$.parent')
       WHERE document_id IN (${children}) AND parent_id IN ${IDS}`,
      ids,
    ),
    db.statement(
      `UPDATE sighting SET shown = json_set(shown, '$.otherParents', (SELECT json_group_array(json(
         CASE WHEN value ->> 'documentId' IN ${IDS} THEN ${nameless} ELSE value END)) FROM json_each(shown, '$.otherParents')))
       WHERE document_id IN (${children}) AND EXISTS (SELECT 1 FROM json_each(shown, '$.otherParents') o
         WHERE o.value ->> 'documentId' IN ${IDS})`,
      ids,
    ),
  ];
}

/** Ends its open tasks. Other dependency keys contain none of its words and do not wake an erased document, so they stay. */
function eraseWork(db: Db, erasure: Erasure, now: number) {
  return [
    ...splitJobs(db, [erasure.id], 0, now),
    db.statement("DELETE FROM job WHERE document_id = ?1", erasure.id),
    db.statement("DELETE FROM dead_letter WHERE document_id = ?1", erasure.id),
    db.statement(
      `DELETE FROM dependency WHERE document_id = ?1 AND until = ${FOREVER} AND key IN (SELECT 'doc:' || parent_id FROM edge
        WHERE child_id = ?1)`,
      erasure.id,
    ),
    deleteDependencies(
      db,
      erasure.dependencies.map((d) => ({ ...d, documentId: erasure.id })),
    ),
    db.statement(`DELETE FROM visit WHERE id IN ${IDS}`, [
      ...[erasure.id, ...erasure.otherIds].flatMap((id) => PURPOSES.map((purpose) => `${purpose}:${id}`)),
      ...erasure.addresses.map(givenVisitId),
    ]),
  ];
}

/** Deletes claims that were proposed from its words alone. */
function eraseProposals(db: Db, erasure: Erasure) {
  const orphans = `SELECT c.id FROM json_each(?1) j JOIN claim c ON c.id = j.value AND c.replaced_at = ${FOREVER} AND c.status = 'proposed'
    WHERE NOT EXISTS (SELECT 1 FROM sighting s WHERE s.claim_id = c.id AND s.document_id NOT IN (SELECT value FROM json_each(?2))
      AND s.shown ->> 'excerpt' IS NOT '${REMOVED}')`;
  const ids = [erasure.id, ...erasure.reported];
  const remove = (table: string, column: string) =>
    db.statement(`DELETE FROM ${table} WHERE ${column} IN (${orphans})`, erasure.claims, ids);
  return [
    remove("response", "claim_id"),
    remove("phrasing", "claim_id"),
    remove("claim_history", "claim_id"),
    remove("claim_embed", "claim_id"),
    remove("claim_summary", "claim_id"),
    // Claims first: `orphans` reads the sightings.
    remove("claim", "id"),
    db.statement(
      `DELETE FROM sighting WHERE claim_id IN (SELECT j.value FROM json_each(?1) j WHERE NOT EXISTS (SELECT 1 FROM claim c
        WHERE c.id = j.value))`,
      erasure.claims,
    ),
  ];
}

/** Gives proposed claims other words, in all versions. They keep their ids, and are in no search index. */
function rewordProposals(db: Db, rewordings: readonly Rewording[]) {
  if (!rewordings.length) return [];
  const rows = rewordings.map(({ claimId, before, after }) => [claimId, before, after]);
  const reword = (table: string, column: string) =>
    db.statement(
      `UPDATE ${table} SET text = j.value ->> 2 FROM json_each(?1) j WHERE ${column} = j.value ->> 0 AND text = j.value ->> 1`,
      rows,
    );
  return [reword("claim", "id"), reword("claim_summary", "claim_id")];
}
