-- What is still to be done, what went wrong, and what happened.

-- The outbox: a document that is still to be read or related. Written in the batch that makes it necessary; the queue only hints at it, a sweeper does
-- what the queue forgot. Deleted in the batch that does it.
CREATE TABLE job (
  document_id TEXT PRIMARY KEY,
  reason TEXT NOT NULL CHECK (reason IN ('new', 'again', 'tell')), -- new: accepted, to be read; again: to be related again; tell: read, and has many others to be related again
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,  -- counted before the work where it may be cut off, so that what kills its invocation is counted, too
  error TEXT                            -- of the last
) STRICT, WITHOUT ROWID;

-- A job that was given up after five attempts, until somebody redrives it.
CREATE TABLE dead_letter (
  document_id TEXT PRIMARY KEY,
  reason TEXT NOT NULL,                 -- the last error
  attempts INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What happened, in order. Append only; seq is given in the batch that makes the change visible, so readers see no holes. No words of documents.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,                  -- never before that of the event before it
  type TEXT NOT NULL,                   -- document.read, claim.merged, …
  subject TEXT NOT NULL,                -- id of the document, claim or account
  detail TEXT NOT NULL CHECK (json_valid(detail)) -- JSON; "by": the id of the key whose holder decided it
) STRICT;

-- Compare and set: a batch inserts a row with 0 when what it was derived from has changed, which fails the CHECK and undoes the batch. Always empty.
CREATE TABLE precondition (
  holds INTEGER NOT NULL CHECK (holds = 1)
) STRICT;
