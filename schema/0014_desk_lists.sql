-- The desk's lists: claims by state and by when something last changed, documents by their words, and what people keep for themselves.

-- When the claim last changed, to the hour: lists are in this order. Derived from the log some time later, so that no sighting pays for it.
ALTER TABLE claim_summary ADD COLUMN active_at INTEGER NOT NULL DEFAULT 0;
-- Claims that are followed, by state and by who sees them, latest change last. One entry a claim.
CREATE INDEX claim_summary_active ON claim_summary (status, visibility, active_at, claim_id) WHERE merged_into IS NULL AND status <> 'proposed';
-- The claims that somebody is on. One entry a claim that has an owner.
CREATE INDEX claim_owner_of ON claim_owner (owner, claim_id);

-- How many claims are followed, by state and by who sees them. A projection, as claim_summary.
CREATE TABLE claim_count (
  status TEXT NOT NULL,
  visibility TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (status, visibility)
) STRICT, WITHOUT ROWID;

-- A claim that somebody watches: they are told what changed since they looked.
CREATE TABLE followed_claim (
  who TEXT NOT NULL,                    -- as events tell it: "person:ID", "key:ID/OWNER"
  claim_id TEXT NOT NULL,
  since INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,             -- when they last said that they had seen it
  sightings INTEGER NOT NULL,           -- how many sightings and responses it had then
  responses INTEGER NOT NULL,
  PRIMARY KEY (who, claim_id)
) STRICT, WITHOUT ROWID;

-- A list of the desk with its filters, under a name, for whoever saved it.
CREATE TABLE saved_view (
  who TEXT NOT NULL,                    -- as in followed_claim
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  path TEXT NOT NULL,                   -- path and query of the page
  at INTEGER NOT NULL,
  PRIMARY KEY (who, id)
) STRICT, WITHOUT ROWID;

-- Documents that we hold, but for reposts, by the words of their title and beginning, their author and their site. Derived from the log, some time
-- after they were read: `npm run rebuild` makes it anew. The row number is that of the event that says so: the last ones are found without sorting.
CREATE VIRTUAL TABLE document_search USING fts5(words, author, site, document_id, detail = column, columnsize = 0, tokenize = "unicode61 remove_diacritics 2");
-- Words of an erased document are overwritten, and not only marked as deleted.
INSERT INTO document_search (document_search, rank) VALUES ('secure-delete', 1);
-- How far the log was followed for active_at and document_search. One row.
CREATE TABLE log_cursor (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL                  -- of the last event
) STRICT;
INSERT INTO log_cursor (id, seq) VALUES (1, 0);
