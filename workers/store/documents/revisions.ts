/**
 * Revisions of documents: what came in, and the text read from it. The first text of a post stands in the document's own row, all others
 * in `revision`.
 */
import type { Corrections } from "../../../shared/review/correction.ts";
import type { Db, Row } from "../d1.ts";
import { bodyOf, PAGE } from "./packing.ts";

/** SQL of all revisions, as a table. */
export const REVISIONS = `(
  SELECT id AS document_id, 1 AS seq, text_id AS raw_id, text_id, 'text' AS format, seen_at, text_shared AS raw_shared,
    text_shared AS shared
    FROM document WHERE text_id IS NOT NULL
  UNION ALL SELECT document_id, seq, raw_id, text_id, format, seen_at, raw_shared, shared FROM revision)`;
/** SQL of whether another document is the first with a text. */
export const isLaterHolder = (document: string, text: string) =>
  `EXISTS (SELECT 1 FROM text t WHERE t.id = ${text} AND t.first_document_id <> ${document})`;
/** SQL of the ids of documents with a text that another one had first. */
export const laterHoldersOf = (text: string) =>
  `SELECT document_id FROM revision r WHERE r.text_id = ${text} AND r.shared = 1
   UNION ALL SELECT id FROM document r WHERE r.text_id = ${text} AND r.text_shared = 1`;
/** SQL of an expression over the latest revision r of a document d; `own`: the same expression for a text in the document's own row. */
export const latest = (of: string, own: string) =>
  `coalesce((SELECT ${of} FROM revision r WHERE r.document_id = d.id ORDER BY r.seq DESC LIMIT 1), ${own})`;
/** SQL of the latest text, as read, of a document named d. */
export const LATEST_TEXT = latest("r.text_id", "d.text_id");
/** SQL of whether a document d came with words of its own. */
export const HAS_WORDS = "(d.text_id IS NOT NULL OR EXISTS (SELECT 1 FROM revision r WHERE r.document_id = d.id))";

export interface RevisionRow {
  documentId: string;
  seq: number;
  rawId: string;
  textId: string | null;
  format: "text" | "html";
  seenAt: number;
}
/** Adds revisions. Must come after the texts of the rows. */
export function insertRevisions(db: Db, rows: RevisionRow[]) {
  return db.statement(
    `INSERT INTO revision (document_id, seq, raw_id, text_id, format, seen_at, raw_shared, shared)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
       ${isLaterHolder("value ->> 0", "value ->> 2")}, ${isLaterHolder("value ->> 0", "value ->> 3")}
     FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`,
    rows.map((r) => [r.documentId, r.seq, r.rawId, r.textId, r.format, r.seenAt]),
  );
}
/** Precondition: these documents have as many revisions, and people's corrections, as were read. */
export function requireRevisions(db: Db, rows: { documentId: string; revisions: number; corrections: Corrections | null }[]) {
  return db.conflictIf(
    `FROM json_each(?1) j LEFT JOIN document d ON d.id = j.value ->> 0
     WHERE coalesce((SELECT max(seq) FROM revision r WHERE r.document_id = d.id), d.text_id IS NOT NULL) IS NOT j.value ->> 1
       OR d.corrections IS NOT j.value ->> 2`,
    rows.map((r) => [r.documentId, r.revisions, r.corrections && JSON.stringify(r.corrections)]),
  );
}
/** Sets the text that was read from a revision. */
export function updateReadTexts(db: Db, rows: { documentId: string; seq: number; textId: string }[]) {
  return db.statement(
    `UPDATE revision SET text_id = j.value ->> 2, shared = ${isLaterHolder("j.value ->> 0", "j.value ->> 2")} FROM json_each(?1) j
     WHERE revision.document_id = j.value ->> 0 AND revision.seq = j.value ->> 1`,
    rows.map((r) => [r.documentId, r.seq, r.textId]),
  );
}
/**
 * The latest revision of each document, with its words, and facts about the revision before it. Once the words exceed `characters`, further revisions
 * come without words (null); this count reads four rows each.
 */
export function selectLatestRevisions(db: Db, documentIds: Iterable<string>, characters: number | null = null) {
  const before = "sum(coalesce(t.packed, length(t.body))) OVER (ORDER BY j.key ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)";
  const body = characters === null ? "t.body" : `iif(${before} > ${characters}, NULL, t.body) AS body`;
  return db.statement(
    `SELECT d.id AS document_id, coalesce(r.seq, 1) AS seq, coalesce(r.format, 'text') AS format,
       t.id AS raw_id, iif(r.seq, r.text_id, d.text_id) AS text_id,
       coalesce(r.seen_at, d.seen_at) AS seen_at, coalesce(r.shared, d.text_shared) AS shared,
       ${body}, t.packed, t.object, ${PAGE},
       coalesce(p.format, iif(r.seq > 1, 'text', NULL)) AS before_format, iif(p.seq, p.text_id, d.text_id) AS before_text
     FROM json_each(?1) j JOIN document d ON d.id = j.value
     LEFT JOIN revision r ON r.document_id = d.id AND r.seq = (SELECT max(seq) FROM revision m WHERE m.document_id = d.id)
     LEFT JOIN revision p ON p.document_id = r.document_id AND p.seq = r.seq - 1
     JOIN text t ON t.id = coalesce(r.raw_id, d.text_id)`,
    [...new Set(documentIds)],
  );
}
/** The latest capture of a document, and what is known of the capture before it. */
export interface Capture {
  seq: number;
  format: "text" | "html";
  body: string;
  textId: string | null;
  /** Another document had this text first; that one is compared with other texts. */
  shared: boolean;
  seenAt: number;
  /** The id of the text that was read from the capture before, if that has the same format; else null. */
  beforeId: string | null;
}
/** A row of `selectLatestRevisions`. */
export async function captureOf(row: Row): Promise<Capture> {
  return {
    seq: Number(row.seq),
    format: row.format as Capture["format"],
    body: await bodyOf(row),
    textId: row.text_id as string | null,
    shared: row.shared === 1 && row.text_id === row.raw_id,
    seenAt: Number(row.seen_at),
    // A page that follows a feed's teaser, or a text that somebody sent of it, is its first capture.
    beforeId: row.before_format === row.format ? (row.before_text as string | null) : null,
  };
}
const selectCaptures = (db: Db, documentId: string, until: number, limit: number) =>
  db.statement(
    `SELECT r.seq, r.format, r.seen_at, r.raw_id, r.text_id, raw.body AS raw, t.body AS text FROM ${REVISIONS} r
     JOIN text raw ON raw.id = r.raw_id LEFT JOIN text t ON t.id = r.text_id WHERE r.document_id = ?1 AND r.seq <= ?2 ORDER BY r.seq DESC LIMIT ?3`,
    documentId,
    until,
    limit,
  );
/** The newest revisions of a document, latest first, with what came in and the text read from it. */
export const selectRevisions = (db: Db, documentId: string, limit: number) =>
  selectCaptures(db, documentId, Number.MAX_SAFE_INTEGER, limit);
/** The text of a revision in such a row; "" for a page that has not been read yet. */
export const textOfRevision = (row: Row | undefined): string => String(row?.text ?? (row?.format === "text" ? row.raw : ""));
/** A revision and the one before it, with the same columns. */
export const selectRevisionAndLast = (db: Db, documentId: string, seq: number) => selectCaptures(db, documentId, seq, 2);
