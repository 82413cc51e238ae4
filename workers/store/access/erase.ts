/** Erasing a document: its words go from every table and version, its place in the graph stays. */

import { refillSpread } from "../claims/spread.ts";
import type { Db, Row } from "../d1.ts";
import { HOLDS } from "../documents/documents.ts";
import { moveBands } from "../documents/texts.ts";
import { RESPONDED } from "../relations/responses.ts";

/** The document that tells of another, in a version of that one's sighting. */
const TELLER = "shown ->> '$.toldBy.documentId'";
const REMOVED = "'Its source was removed.'";
/** What is left of a sighting; the second parameter is its time. */
const BLANKED = `detail = '{}', shown = json_object('seen', 'reported', 'kind', shown ->> 'kind', 'platform', shown ->> 'platform', 'published', json(?2), 'excerpt', ${REMOVED})`;
const NO_EVIDENCE = `json_object('quote', NULL, 'why', ${REMOVED})`;

/** What is there to be erased. Looks through edges, accounts and refs without an index: an erasure is rare, a row on every write is not. */
export function selectErasable(db: Db, id: string) {
  return [
    db.statement("SELECT id, kind, url, account_id, published_earliest FROM document WHERE id = ?1", id),
    db.statement(
      `SELECT DISTINCT t.id, t.body, NOT EXISTS (SELECT 1 FROM revision o WHERE o.document_id <> ?1 AND t.id IN (o.raw_id, o.text_id)) AS own
       FROM revision r JOIN text t ON t.id IN (r.raw_id, r.text_id) WHERE r.document_id = ?1`,
      id,
    ),
    db.statement("SELECT id FROM document WHERE told ->> 'by' = ?1", id),
    db.statement("SELECT DISTINCT claim_id FROM sighting INDEXED BY sighting_document WHERE document_id = ?1", id),
    db.statement(
      `SELECT DISTINCT document_id AS id FROM sighting WHERE claim_id IN (SELECT claim_id FROM sighting INDEXED BY sighting_document WHERE document_id = ?1) AND ${TELLER} = ?1`,
      id,
    ),
  ];
}

export interface Erasure {
  id: string;
  /** Other ids under which it could come back. */
  otherIds: string[];
  kind: string;
  reason: string;
  accountId: string | null;
  /** Its month, as the columns of a time. */
  month: { value: string; precision: string; earliest: number | null; latest: number | null };
  /** Documents known only from it. */
  told: string[];
  /** Those that ever were. */
  onceTold: string[];
  ownTexts: { id: string; bands: number[] }[];
  sharedTexts: { id: string; bands: number[] }[];
  claims: string[];
}

const inBands = (texts: Erasure["ownTexts"]) => texts.flatMap((t) => t.bands.map((hash) => [hash, t.id]));

/** One transaction that leaves none of its words, nor of what was known only from it. */
export function eraseDocument(db: Db, e: Erasure, now: number): D1PreparedStatement[] {
  const ids = [e.id, ...e.told];
  const published = JSON.stringify({
    value: e.month.value,
    precision: e.month.precision,
    basis: "unknown",
    earliest: e.month.earliest,
    latest: e.month.latest,
  });
  // Claims that were proposed from its words alone.
  const orphan = `SELECT c.id FROM json_each(?1) j JOIN claim c ON c.id = j.value AND c.replaced_at = ${HOLDS} AND c.status = 'proposed'
    WHERE NOT EXISTS (SELECT 1 FROM sighting s WHERE s.claim_id = c.id AND s.document_id NOT IN (SELECT value FROM json_each(?2)) AND s.shown ->> 'excerpt' IS NOT ${REMOVED})`;
  const inOrphans = (table: string, column: string) => db.statement(`DELETE FROM ${table} WHERE ${column} IN (${orphan})`, e.claims, ids);
  return [
    db.statement(
      "INSERT OR IGNORE INTO tombstone (id, kind, reason, at) SELECT value, ?2, ?3, ?4 FROM json_each(?1)",
      [e.id, ...e.otherIds],
      e.kind,
      e.reason,
      now,
    ),
    db.statement(
      `UPDATE document SET seen = 'reported', native_id = NULL, url = NULL, account_id = NULL, handle = NULL, author = NULL, title = NULL, lang = NULL, family = NULL,
         wire_credit = NULL, categories = NULL, availability = NULL, told = NULL, seen_at = NULL, text_id = NULL, text_shared = 0, published_value = ?2, published_precision = ?3, published_basis = 'unknown',
         published_earliest = ?4, published_latest = ?5 WHERE id = ?1`,
      e.id,
      e.month.value,
      e.month.precision,
      e.month.earliest,
      e.month.latest,
    ),
    db.statement(
      `UPDATE document SET author = NULL, title = NULL, told = json_object('by', ?2, 'sentence', '', 'place', NULL, 'actorKind', 'unknown', 'description', NULL, 'translated', json('false'))
       WHERE id IN (SELECT value FROM json_each(?1))`,
      e.told,
      e.id,
    ),
    db.statement("DELETE FROM capture WHERE document_id = ?1", e.id),
    db.statement("DELETE FROM band WHERE (hash, text_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?1))", inBands(e.ownTexts)),
    ...["DELETE FROM latecomer WHERE text_id IN", "DELETE FROM text WHERE id IN"].map((which) =>
      db.statement(
        `${which} (SELECT value FROM json_each(?1))`,
        e.ownTexts.map((t) => t.id),
      ),
    ),
    db.statement(
      `UPDATE text SET (first_document_id, first_at) = (SELECT d.id, coalesce(d.published_latest, ${HOLDS}) FROM revision r JOIN document d ON d.id = r.document_id
         WHERE text.id IN (r.text_id, r.raw_id) ORDER BY 2, 1 LIMIT 1)
       WHERE id IN (SELECT value FROM json_each(?1)) AND first_document_id = ?2`,
      e.sharedTexts.map((t) => t.id),
      e.id,
    ),
    moveBands(db, inBands(e.sharedTexts)),
    db.statement("DELETE FROM alias WHERE target = ?1", e.id),
    db.statement(
      "DELETE FROM actor WHERE id = (SELECT actor_id FROM account WHERE id = ?1) AND NOT EXISTS (SELECT 1 FROM document WHERE account_id = ?1)",
      e.accountId,
    ),
    db.statement("DELETE FROM account WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM document WHERE account_id = ?1)", e.accountId),
    db.statement(`UPDATE sighting SET ${BLANKED} WHERE document_id IN (SELECT value FROM json_each(?1))`, ids, published),
    // What it told of a document that somebody else told of later, or that came itself.
    db.statement(
      `UPDATE sighting SET ${BLANKED} WHERE claim_id IN (SELECT value FROM json_each(?1)) AND ${TELLER} = ?3`,
      e.claims,
      published,
      e.id,
    ),
    db.statement(
      `UPDATE edge SET evidence = ${NO_EVIDENCE}, text_changes = '[]' WHERE child_id IN (SELECT value FROM json_each(?1)) AND replaced_at < ${HOLDS}`,
      e.onceTold,
    ),
    db.statement(
      `UPDATE sighting SET shown = json_remove(shown, '$.parent.label', '$.parent.textChanges')
       WHERE document_id IN (SELECT child_id FROM edge WHERE parent_id IN (SELECT value FROM json_each(?1))) AND shown ->> '$.parent.documentId' IN (SELECT value FROM json_each(?1))`,
      ids,
    ),
    db.statement(
      `UPDATE response SET actor = json_object('kind', 'unknown', 'name', NULL, 'description', NULL, 'role', NULL, 'affiliation', NULL), quotes = '[]', url = NULL,
         told = NULL, published = ?3 WHERE claim_id IN (SELECT value FROM json_each(?1)) AND document_id IN (SELECT value FROM json_each(?2))`,
      e.claims,
      ids,
      published,
    ),
    db.statement(`UPDATE edge SET evidence = ${NO_EVIDENCE}, text_changes = '[]' WHERE child_id IN (SELECT value FROM json_each(?1))`, ids),
    db.statement("UPDATE edge SET text_changes = '[]' WHERE parent_id IN (SELECT value FROM json_each(?1))", ids),
    db.statement("DELETE FROM log WHERE key = ?1", e.id),
    db.statement("DELETE FROM dead_letter WHERE document_id = ?1", e.id),
    db.statement("DELETE FROM awaited WHERE child_id = ?1", e.id),
    db.statement("UPDATE document SET awaited_by = NULL WHERE awaited_by = ?1", e.id),
    db.statement("DELETE FROM mention WHERE child_id = ?1", e.id),
    inOrphans("response", "claim_id"),
    inOrphans("phrasing", "claim_id"),
    inOrphans("claim_head", "claim_id"),
    // Sightings last but the claims themselves: they say which claims are orphans.
    db.statement(`DELETE FROM claim WHERE id IN (${orphan})`, e.claims, ids),
    db.statement(
      "DELETE FROM sighting WHERE claim_id IN (SELECT value FROM json_each(?1)) AND claim_id NOT IN (SELECT id FROM claim)",
      e.claims,
    ),
    db.statement(
      // No revision: what is erased goes from all of them.
      `UPDATE claim_head SET writes = writes + 1, erasures = erasures + 1, responded = ${RESPONDED} WHERE claim_id IN (SELECT value FROM json_each(?1))`,
      e.claims,
    ),
    ...refillSpread(db, e.claims),
  ];
}
export function isErased(db: Db, id: string) {
  return db.statement("SELECT 1 FROM tombstone WHERE id = ?1", id);
}
export type ErasableRows = [Row[], Row[], Row[], Row[], Row[]];
