-- The first capture of a post as it came in is told by the document's own row, a row less for each new post: text_id is its text as it came
-- in and as it is read, text_shared that another document is the first that has it. `capture` has all others, `revision` shows both.
ALTER TABLE document ADD COLUMN text_id TEXT;
ALTER TABLE document ADD COLUMN text_shared INTEGER NOT NULL DEFAULT 0 CHECK (text_shared IN (0, 1));
CREATE INDEX document_text ON document (text_id) WHERE text_shared = 1;
ALTER TABLE revision RENAME TO capture;
CREATE VIEW revision AS SELECT id AS document_id, 1 AS seq, text_id AS raw_id, text_id, 'text' AS format, seen_at, text_shared AS shared FROM document
  WHERE text_id IS NOT NULL UNION ALL SELECT document_id, seq, raw_id, text_id, format, seen_at, shared FROM capture;
