-- What is still to be done, what went wrong, and what happened.

-- Accepted and not yet read (new), or to be related again because an earlier document turned up (again).
-- Committed with its document: the queue may forget, this does not.
CREATE TABLE outbox (
  document_id TEXT PRIMARY KEY,
  reason TEXT NOT NULL CHECK (reason IN ('new', 'again')),
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  error TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE dead_letter (
  document_id TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The answer to a request with an Idempotency-Key, committed with what it did. Pruned after 24 hours.
CREATE TABLE idempotency (
  key TEXT PRIMARY KEY,
  request_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Append-only. seq is given in the batch that makes the change visible, so readers see no holes.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  type TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  config TEXT NOT NULL CHECK (json_valid(config)),
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  watched_since INTEGER,
  next_run_at INTEGER,
  state TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(state))
) STRICT, WITHOUT ROWID;

-- Only the SHA-256 of a key is kept.
CREATE TABLE api_key (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  scopes TEXT NOT NULL CHECK (json_valid(scopes)),
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;

-- Compare and set: a batch inserts a row here when what it read has changed since, which fails the CHECK and undoes the batch.
CREATE TABLE guard (
  holds INTEGER NOT NULL CHECK (holds = 1)
) STRICT;
