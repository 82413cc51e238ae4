-- Who may ask, and what was answered.

-- A key. Only its SHA-256 is kept.
CREATE TABLE api_key (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL,                     -- its public name: events tell who decided by it
  name TEXT NOT NULL,
  scopes TEXT NOT NULL CHECK (json_valid(scopes)), -- JSON list of read, ingest, review, admin
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;

-- The answer to a request with an Idempotency-Key, written in the batch that did what it asked. Deleted after 24 hours.
CREATE TABLE idempotency (
  key TEXT PRIMARY KEY,                 -- hash of caller, path and key
  request_hash TEXT NOT NULL,           -- of the body: the same key with another body is refused
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The answers that are old enough to go.
CREATE INDEX idempotency_at ON idempotency (at);
