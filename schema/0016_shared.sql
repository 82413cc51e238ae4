-- A text's first document is named by the text: only others that have it are indexed by it, a row less for each new text.
ALTER TABLE revision ADD COLUMN shared INTEGER NOT NULL DEFAULT 1 CHECK (shared IN (0, 1));
DROP INDEX revision_text;
UPDATE revision SET shared = 0 WHERE document_id = (SELECT first_document_id FROM text WHERE text.id = revision.text_id);
CREATE INDEX revision_text ON revision (text_id) WHERE text_id IS NOT NULL AND shared = 1;
