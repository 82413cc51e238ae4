/** Captures of documents: what came in, and the text read from it. The first one of a post as it came in is told by the document's own row, all others by `capture`. */
import type { Db } from "../d1.ts";

/** SQL of whether a document is not a text's first. */
export const sharing = (document: string, text: string) =>
  `EXISTS (SELECT 1 FROM text t WHERE t.id = ${text} AND t.first_document_id <> ${document})`;
/** SQL of the ids of documents that have a text which another one had first. */
export const sharersOf = (text: string) =>
  `SELECT document_id FROM capture c WHERE c.text_id = ${text} AND c.shared = 1 UNION ALL SELECT id FROM document c WHERE c.text_id = ${text} AND c.text_shared = 1`;
/** SQL of something of the latest capture of a document named d, and of the same where its own row tells it. */
export const latest = (of: string, own: string) =>
  `coalesce((SELECT ${of} FROM capture c WHERE c.document_id = d.id ORDER BY c.seq DESC LIMIT 1), ${own})`;
/** SQL of the latest text, as read, of a document named d. */
export const LATEST_TEXT = latest("c.text_id", "d.text_id");
/** SQL of whether a document named d came with words of its own. */
export const HAS_WORDS = "(d.text_id IS NOT NULL OR EXISTS (SELECT 1 FROM capture c WHERE c.document_id = d.id))";

export interface RevisionRow {
  documentId: string;
  seq: number;
  rawId: string;
  textId: string | null;
  format: "text" | "html";
  seenAt: number;
}
/** Comes after the texts of the rows. */
export function insertRevisions(db: Db, rows: RevisionRow[]) {
  return db.statement(
    `INSERT INTO capture (document_id, seq, raw_id, text_id, format, seen_at, shared) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3,
       value ->> 4, value ->> 5, ${sharing("value ->> 0", "value ->> 3")} FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`,
    rows.map((r) => [r.documentId, r.seq, r.rawId, r.textId, r.format, r.seenAt]),
  );
}
/** Names the text that was read from a capture. */
export function updateRead(db: Db, rows: { documentId: string; seq: number; textId: string }[]) {
  return db.statement(
    `UPDATE capture SET text_id = j.value ->> 2, shared = ${sharing("j.value ->> 0", "j.value ->> 2")} FROM json_each(?1) j
     WHERE capture.document_id = j.value ->> 0 AND capture.seq = j.value ->> 1`,
    rows.map((r) => [r.documentId, r.seq, r.textId]),
  );
}
/** The latest capture of each document, with its words and what the one before it was. */
export function selectCaptures(db: Db, documentIds: Iterable<string>) {
  return db.statement(
    `SELECT d.id AS document_id, coalesce(r.seq, 1) AS seq, coalesce(r.format, 'text') AS format, t.id AS raw_id, iif(r.seq, r.text_id, d.text_id) AS text_id,
       coalesce(r.seen_at, d.seen_at) AS seen_at, coalesce(r.shared, d.text_shared) AS shared, t.body,
       coalesce(p.format, iif(r.seq > 1, 'text', NULL)) AS before_format, iif(p.seq, p.text_id, d.text_id) AS before_text
     FROM json_each(?1) j JOIN document d ON d.id = j.value
     LEFT JOIN capture r ON r.document_id = d.id AND r.seq = (SELECT max(seq) FROM capture m WHERE m.document_id = d.id)
     LEFT JOIN capture p ON p.document_id = r.document_id AND p.seq = r.seq - 1 JOIN text t ON t.id = coalesce(r.raw_id, d.text_id)`,
    [...new Set(documentIds)],
  );
}
export function selectRevisions(db: Db, documentId: string, limit: number) {
  return db.statement(
    `SELECT r.seq, r.format, r.seen_at, r.raw_id, r.text_id, raw.body AS raw, t.body AS text FROM revision r
     JOIN text raw ON raw.id = r.raw_id LEFT JOIN text t ON t.id = r.text_id WHERE r.document_id = ?1 ORDER BY r.seq DESC LIMIT ?2`,
    documentId,
    limit,
  );
}
