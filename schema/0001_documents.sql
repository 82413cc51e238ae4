-- Documents, their texts, and the accounts that published them. Instants are INTEGER milliseconds since 1970 UTC.
-- A column replaced_at holds 9007199254740991 (the largest safe integer) while the row still holds.

CREATE TABLE actor (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'outlet', 'account', 'anonymous', 'unknown')),
  name TEXT NOT NULL,
  role TEXT,
  affiliation TEXT,
  family TEXT,
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Identity is platform + native id (or handle), never a display name. actor_id is set by a person only: a bound account.
CREATE TABLE account (
  id TEXT PRIMARY KEY,
  platform TEXT NOT NULL,
  native_id TEXT NOT NULL,
  handle TEXT,
  name TEXT,
  url TEXT,
  actor_id TEXT
) STRICT, WITHOUT ROWID;

-- Everything published once. seen = reported: we know of it only because another document names or tells of it.
CREATE TABLE document (
  id TEXT PRIMARY KEY,
  seen TEXT NOT NULL CHECK (seen IN ('observed', 'reported')),
  kind TEXT NOT NULL,
  platform TEXT,
  native_id TEXT,
  url TEXT,
  account_id TEXT,
  author TEXT,
  title TEXT,
  lang TEXT,
  published_value TEXT NOT NULL DEFAULT '',
  published_precision TEXT NOT NULL DEFAULT 'unknown',
  published_basis TEXT NOT NULL DEFAULT 'unknown',
  published_earliest INTEGER,
  published_latest INTEGER,
  seen_at INTEGER,
  parent_id TEXT,
  parent_type TEXT,
  root_id TEXT,
  depth INTEGER NOT NULL DEFAULT 0,
  family TEXT,
  wire_credit TEXT,
  told TEXT CHECK (told IS NULL OR json_valid(told)),
  resolved_id TEXT
) STRICT, WITHOUT ROWID;

-- A share tree in one range: size, depth, breadth and virality read n + 1 rows. Roots are not in it.
CREATE INDEX document_root ON document (root_id, depth, parent_id) WHERE root_id IS NOT NULL;

-- A body of text once per distinct text; id = 128 bits of hash, hash = the full SHA-256, compared when the id is met again.
-- first_* name the earliest published document that has it: the parent of exact copies in one read.
CREATE TABLE text (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  body TEXT NOT NULL,
  signature TEXT,
  first_document_id TEXT NOT NULL,
  first_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Near-duplicate index: every text in each of its 8 bands, so that the pairs found do not depend on the order of arrival.
CREATE TABLE band (
  hash INTEGER NOT NULL,
  text_id TEXT NOT NULL,
  PRIMARY KEY (hash, text_id)
) STRICT, WITHOUT ROWID;

-- One capture of a document; a changed text is a new revision. raw_id = what came in (text or HTML), text_id = the text read from it.
CREATE TABLE revision (
  document_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  raw_id TEXT NOT NULL,
  text_id TEXT,
  format TEXT NOT NULL CHECK (format IN ('text', 'html')),
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (document_id, seq)
) STRICT, WITHOUT ROWID;

-- Which documents have this text: those to look at again when an earlier one turns up.
CREATE INDEX revision_text ON revision (text_id) WHERE text_id IS NOT NULL;

-- Other names of a document or claim: the caller's ref, or a URL that does not spell the id. key = hash of kind and name.
CREATE TABLE alias (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  target TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A child that named its parent by a ref that nobody has used yet; or (link) one that hangs on a document, ref = its id, which we do not
-- hold or have not read yet: it is related again once that is done.
CREATE TABLE awaited (
  ref TEXT NOT NULL,
  child_id TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('repost', 'quote', 'reply', 'link')),
  PRIMARY KEY (ref, child_id, type)
) STRICT, WITHOUT ROWID;

-- What remains of an erased document: its id and shape, none of its words. Wins over every later or earlier arrival.
CREATE TABLE tombstone (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
