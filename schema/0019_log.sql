-- What happened, in order, and what is still to be done: a document's row stands under its id until it is done, and is then the next event of the
-- log, under its number. A written row less for each. type of what is to be done: new, again, or tell (it is read, and has many others looked at again). `event` shows the one, `outbox` the other.
CREATE TABLE log (
  key TEXT PRIMARY KEY,
  at INTEGER NOT NULL DEFAULT 0,
  type TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)),
  due_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  CHECK ((key < ':') = (due_at IS NULL) AND (due_at IS NULL OR type IN ('new', 'again', 'tell')))
) STRICT, WITHOUT ROWID;
INSERT INTO log (key, at, type, subject, detail) SELECT printf('%016d', seq), at, type, subject, detail FROM event;
INSERT INTO log (key, type, due_at, attempts, error) SELECT document_id, reason, due_at, attempts, error FROM outbox;
DROP TABLE event;
DROP TABLE outbox;
CREATE VIEW event AS SELECT CAST(key AS INTEGER) AS seq, at, type, subject, detail FROM log WHERE key < ':';
CREATE VIEW outbox AS SELECT key AS document_id, type AS reason, due_at, attempts, error FROM log WHERE key > ':';
