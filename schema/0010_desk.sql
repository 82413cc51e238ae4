-- The desk: what waits for a person, what people decided, and what they keep beside a claim.

-- What waits for a person: a response or an appearance that is not shown, a source that a text names, a claim that is proposed. A projection of
-- sighting, edge and claim_summary: written in the batch that changes any of them; `npm run verify` recounts it, `npm run rebuild` makes it anew.
CREATE TABLE suggestion (
  kind TEXT NOT NULL CHECK (kind IN ('response', 'appearance', 'source', 'claim')),
  since INTEGER NOT NULL,               -- when it began to wait: recorded_at of the sighting or edge, created_at of the claim
  id TEXT NOT NULL,                     -- id of the sighting; id of the claim; of an edge "e:child:parent:type"
  act TEXT NOT NULL,                    -- what is decided together: reports of one response have the same, which begins with the claim; else the id
  claim_id TEXT NOT NULL,               -- the claim that it is about
  document_id TEXT NOT NULL,            -- the document that says so; '' for a claim
  site TEXT NOT NULL,                   -- the platform, else the registrable domain; '' if neither is known
  band INTEGER NOT NULL,                -- how sure: 3 near certain (0.95 or more), 2 likely (0.7), 1 unsure (0.4, or not measured), 0 doubtful
  named INTEGER NOT NULL CHECK (named IN (0, 1)), -- 1: the line names a person who is not in the claim's wording
  due INTEGER NOT NULL,                 -- not shown before: somebody put it off
  lead INTEGER NOT NULL CHECK (lead IN (0, 1)), -- 1: stands for its act in lists: the surest report, of equal ones that with the smallest id
  PRIMARY KEY (kind, since, id)
) STRICT, WITHOUT ROWID;

-- What waits for a claim, and how much of what sort. One entry an act.
CREATE INDEX suggestion_claim ON suggestion (claim_id, kind, since, id, band) WHERE lead = 1;
-- The reports of a response.
CREATE INDEX suggestion_act ON suggestion (act) WHERE kind = 'response';
-- The queue is read from suggestion.
DROP INDEX sighting_review;

-- How many acts wait, by claim, kind and band; claim_id '': all together. A projection, as suggestion.
CREATE TABLE suggestion_count (
  claim_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  band INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  PRIMARY KEY (claim_id, kind, band)
) STRICT, WITHOUT ROWID;

-- What a person decided, however many things it changed: one undo takes all of it back. No words of documents.
CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,                  -- the versions that it closed end then, those that it made begin then
  until INTEGER NOT NULL,               -- the instant of its last batch: a merge of many sightings takes several
  by TEXT,                              -- who decided; NULL: not known
  did TEXT NOT NULL,                    -- accept, reject, later, edit, follow, drop, merge, undo, …
  why TEXT,                             -- the reason that the person gave
  items TEXT NOT NULL CHECK (json_valid(items)), -- JSON list of {kind, do, and what names it: claim, document, id, parent, type}
  undoes TEXT,                          -- the decision that it takes back
  undone_by TEXT                        -- the decision that took it back
) STRICT, WITHOUT ROWID;

-- Decisions, latest first.
CREATE INDEX decision_at ON decision (at, id);

-- What a decision is about: claims, documents, suggestions, and who decided ("by:" and a name). For history.
CREATE TABLE decision_subject (
  subject TEXT NOT NULL,
  at INTEGER NOT NULL,
  decision_id TEXT NOT NULL,
  PRIMARY KEY (subject, at, decision_id)
) STRICT, WITHOUT ROWID;

-- Who is on a claim.
CREATE TABLE claim_owner (
  claim_id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A note on a claim, for editors only.
CREATE TABLE note (
  claim_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  id TEXT NOT NULL,
  by TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (claim_id, at, id)
) STRICT, WITHOUT ROWID;
