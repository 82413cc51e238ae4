-- Documents, their texts, and the accounts that published them.
--
-- In all files: ids are text, a letter and 26 characters of a hash (d document, t text, a account or actor, c claim, s sighting).
-- Instants (columns named _at, since, until, at) are INTEGER milliseconds since 1970 UTC. A column that holds JSON says so.
-- 9007199254740991 (the largest safe integer) as replaced_at or until means: still holds.

-- Anything published once: a post, a comment, an article. What is only reported (another document mentions it) is a row too.
CREATE TABLE document (
  id TEXT PRIMARY KEY,                  -- hash of platform and native id, else of the canonical URL, else of the caller's ref
  seen TEXT NOT NULL CHECK (seen IN ('observed', 'reported')), -- observed: we hold it; reported: we know of it because another document links to it or reports it
  kind TEXT NOT NULL,                   -- post, comment, article, press_release, fact_check, transcript, other
  platform TEXT,                        -- x, bluesky, mastodon, …; NULL for a page of a site
  native_id TEXT,                       -- the platform's own id of it
  url TEXT,                             -- canonical URL
  account_id TEXT,                      -- the account that published it; that account has a row only if more than its handle is known
  handle TEXT,                          -- the account's handle at that time, lower case without the @, as other posts write it
  author TEXT,                          -- name of the author as shown: a display name or @handle
  title TEXT,
  lang TEXT,                            -- BCP 47 tag
  published_value TEXT NOT NULL DEFAULT '',              -- when it was published, as EDTF at the precision that is known
  published_precision TEXT NOT NULL DEFAULT 'unknown',   -- second, minute, day, month, year, …
  published_basis TEXT NOT NULL DEFAULT 'unknown',       -- the kind of evidence for it, strongest first: see shared/model
  published_earliest INTEGER,           -- the first instant that published_value may mean
  published_latest INTEGER,             -- the last one
  seen_at INTEGER,                      -- when we first got it; NULL if it is only reported
  parent_id TEXT,                       -- the document that it reposts, else quotes
  parent_type TEXT,                     -- repost or quote
  root_id TEXT,                         -- root of its share tree; NULL for a root
  depth INTEGER NOT NULL DEFAULT 0,     -- steps from that root
  family TEXT,                          -- the publisher: registrable domain of its site, or who an aggregator names; NULL on platforms
  wire_credit TEXT,                     -- the news agency that it credits
  categories TEXT CHECK (categories IS NULL OR json_valid(categories)), -- what its publisher files it under: JSON list
  reported_by TEXT,                     -- of a reported document: the document that reports it (the one with the smallest id, if several do)
  report TEXT CHECK (report IS NULL OR json_valid(report)), -- what that one says of it: JSON {sentence, place, actorKind, description, translated, byWords}
  resolved_id TEXT,                     -- of a reported document: the observed one that it turned out to be
  availability TEXT CHECK (availability IS NULL OR json_valid(availability)), -- when it changed, was corrected, was missing or gone, is archived: JSON, see shared/timeline/availability.ts
  text_id TEXT,                         -- the text that a post came with: its first revision, which has no row in revision
  text_shared INTEGER NOT NULL DEFAULT 0 CHECK (text_shared IN (0, 1)) -- 1: another document is the first with this text
) STRICT, WITHOUT ROWID;

-- A share tree (reposts and quotes below a root) in one range: its shape and pace are read from this index alone. One entry a repost or quote.
CREATE INDEX document_root ON document (root_id, depth, parent_id, published_earliest, published_latest) WHERE root_id IS NOT NULL;
-- What an account that a post names published before. One entry a post of an account, none for reposts.
CREATE INDEX document_handle ON document (platform, handle, published_earliest)
  WHERE handle IS NOT NULL AND seen = 'observed' AND parent_type IS NOT 'repost';
-- Documents of accounts without a handle: erasing one asks whether the account has others.
CREATE INDEX document_account ON document (account_id) WHERE account_id IS NOT NULL AND handle IS NULL;
-- Documents with a text that another document had first, earliest first: related again when an earlier one turns up. One entry an exact copy.
CREATE INDEX document_text ON document (text_id, published_latest) WHERE text_shared = 1;

-- That a document reports another one: its words say that there is, or was, such a document. Append only, until the first is erased.
CREATE TABLE report (
  document_id TEXT NOT NULL,            -- the document that reports
  reported_id TEXT NOT NULL,
  PRIMARY KEY (document_id, reported_id)
) STRICT, WITHOUT ROWID;

-- A captured text of a document. The first text of a post stands in the document's own row; all others are here. Append only.
CREATE TABLE revision (
  document_id TEXT NOT NULL,
  seq INTEGER NOT NULL,                 -- counts from 1; from 2 if the document's row has the first
  raw_id TEXT NOT NULL,                 -- what came in, as text or HTML: a row of text
  text_id TEXT,                         -- the text that was read from it: a row of text; NULL until it is read
  format TEXT NOT NULL CHECK (format IN ('text', 'html')), -- of raw_id
  seen_at INTEGER NOT NULL,             -- when we got it
  raw_shared INTEGER NOT NULL DEFAULT 1 CHECK (raw_shared IN (0, 1)), -- 0: this document is the first with raw_id
  shared INTEGER NOT NULL DEFAULT 1 CHECK (shared IN (0, 1)),         -- 0: this document is the first with text_id
  PRIMARY KEY (document_id, seq)
) STRICT, WITHOUT ROWID;

-- As document_text, for texts read from pages and for later revisions.
CREATE INDEX revision_text ON revision (text_id) WHERE text_id IS NOT NULL AND shared = 1;
-- Whether a page as it came in is also another document's.
CREATE INDEX revision_raw ON revision (raw_id) WHERE raw_shared = 1;

-- A body of text, once per distinct text. Its first document is the earliest by (published_latest, id): the parent of exact copies in one read.
CREATE TABLE text (
  id TEXT PRIMARY KEY,                  -- t and 26 characters of the hash
  hash TEXT NOT NULL,                   -- the whole SHA-256, compared when the id is met again
  body TEXT NOT NULL,
  signature TEXT,                       -- MinHash signature; NULL if its near copies are not looked for
  first_document_id TEXT NOT NULL,
  first_at INTEGER NOT NULL             -- published_latest of that document; 9007199254740991 if unknown
) STRICT, WITHOUT ROWID;

-- Near-duplicate index (LSH): a text is in 8 buckets of its MinHash signature, in the order of publication. A look-up takes the earliest 8 of a bucket.
CREATE TABLE text_bucket (
  bucket INTEGER NOT NULL,              -- hash of one band of the signature
  first_at INTEGER NOT NULL,            -- as in text
  text_id TEXT NOT NULL,
  PRIMARY KEY (bucket, first_at, text_id)
) STRICT, WITHOUT ROWID;

-- Posts that make no claim that is followed, by the two rarest words of their statement: those that state the same in other words are found here.
CREATE TABLE statement_bucket (
  bucket INTEGER NOT NULL,              -- hash of the word
  first_at INTEGER NOT NULL,            -- as in text
  text_id TEXT NOT NULL,
  PRIMARY KEY (bucket, first_at, text_id)
) STRICT, WITHOUT ROWID;

-- Other names of a document or claim: a caller's ref, or a URL that does not spell the id.
CREATE TABLE alias (
  key TEXT PRIMARY KEY,                 -- "ref:" or "url:" and a hash of the name
  name TEXT NOT NULL,
  target TEXT NOT NULL                  -- id of the document or claim
) STRICT, WITHOUT ROWID;

-- The other names of a document, which go when it is erased.
CREATE INDEX alias_target ON alias (target);

-- Who publishes on a platform or site. An account of which only the handle is known has no row until a person says whose it is.
CREATE TABLE account (
  id TEXT PRIMARY KEY,                  -- hash of platform and native id, else of platform and handle; never of a display name
  platform TEXT NOT NULL,
  native_id TEXT NOT NULL,
  handle TEXT,
  name TEXT,                            -- display name
  url TEXT,
  actor_id TEXT                         -- whose account it is, as a person said
) STRICT, WITHOUT ROWID;

-- A person or organisation to whom an account belongs. One row an account: two accounts under one name are not joined by it.
CREATE TABLE actor (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'outlet', 'account', 'anonymous', 'unknown')),
  name TEXT NOT NULL,
  role TEXT,
  affiliation TEXT,
  family TEXT,                          -- the publisher that it belongs to
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What remains of an erased document: its id and shape, none of its words. It wins over every later arrival.
CREATE TABLE tombstone (
  id TEXT PRIMARY KEY,                  -- the document's id, or another id under which it could come back
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
