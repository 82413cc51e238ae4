-- Pages as they came in may be kept in an R2 bucket instead.
ALTER TABLE text ADD COLUMN object TEXT; -- key in the bucket of the body, by gzip, which is '' then; NULL: the body is here

-- Objects of the bucket that no text names: their write is under way, or was not completed, or their text was erased. They are deleted when they are due.
CREATE TABLE unnamed_page (
  object TEXT PRIMARY KEY,
  due_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
