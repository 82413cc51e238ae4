-- How documents came from each other, and which of them are to be related again when another one changes.

-- Child document <- parent document. Several candidate parents may stand; at most one live edge of a child is primary. Versioned as claim.
CREATE TABLE edge (
  child_id TEXT NOT NULL,
  replaced_at INTEGER NOT NULL DEFAULT 9007199254740991,
  parent_id TEXT NOT NULL,              -- '' for an unknown parent
  type TEXT NOT NULL,                   -- repost, quote, reply, copy, …: see shared/edges
  basis TEXT NOT NULL,                  -- platform, link, stated, similarity, time or human
  confidence REAL NOT NULL,             -- 0 to 1
  state TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected')),
  is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
  evidence TEXT NOT NULL CHECK (json_valid(evidence)), -- JSON {quote, why}
  method TEXT NOT NULL,                 -- as in sighting
  recorded_at INTEGER NOT NULL,
  text_changes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(text_changes)), -- what changed from the parent's wording to the child's: JSON list of {kind, was, now}
  PRIMARY KEY (child_id, replaced_at, parent_id, type),
  CHECK (child_id <> parent_id)
) STRICT, WITHOUT ROWID;

-- The children of a document. The document that a live repost or quote shares stands in its own row (document.parent_id), so those have no entry here.
CREATE INDEX edge_parent ON edge (parent_id)
  WHERE parent_id <> '' AND (basis <> 'platform' OR type = 'reply' OR is_primary = 0 OR replaced_at < 9007199254740991);

-- A document is related again when something with this key arrives or changes.
CREATE TABLE dependency (
  key TEXT NOT NULL,                    -- doc:ID         the document ID is to come, or to be read
                                        -- bucket:N       a text in this bucket of text_bucket: one that has the words that the document quotes
                                        -- account:ID     an earlier post of the account that it names (ID: of its platform and handle)
                                        -- outlet:CLAIM/L pages seen with a claim, of sites whose name begins with the letter L: the report of an outlet that it names
  until INTEGER NOT NULL DEFAULT 9007199254740991, -- what is published after this instant does not concern the document
  document_id TEXT NOT NULL,            -- the document to be related again
  PRIMARY KEY (key, until, document_id)
) STRICT, WITHOUT ROWID;

-- A repost, quote or reply whose parent is named by a caller's ref that nobody has used yet. Goes when a document comes with that ref.
CREATE TABLE pending_relation (
  ref TEXT NOT NULL,
  child_id TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('repost', 'quote', 'reply')),
  PRIMARY KEY (ref, child_id, type)
) STRICT, WITHOUT ROWID;

-- A text that came after later ones, into buckets with more texts than a look-up takes: the others are still to be related again. Goes when all have been.
CREATE TABLE late_arrival (
  text_id TEXT PRIMARY KEY,
  text_buckets TEXT NOT NULL CHECK (json_valid(text_buckets)),           -- JSON list
  statement_buckets TEXT NOT NULL CHECK (json_valid(statement_buckets)), -- JSON list
  at INTEGER NOT NULL,                  -- (at, after): first_at and text_id of the last text that has been related again
  after TEXT NOT NULL,
  since INTEGER NOT NULL,               -- documents that came then or later were compared with it when they came
  due_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
