-- Claims, where they were seen, and who responded. Rows are versioned: recorded_at <= t < replaced_at was known at t.

CREATE TABLE claim (
  id TEXT NOT NULL,
  replaced_at INTEGER NOT NULL DEFAULT 9007199254740991,
  recorded_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  ref TEXT,
  text TEXT NOT NULL,
  lang TEXT,
  status TEXT NOT NULL CHECK (status IN ('proposed', 'open', 'settled', 'archived')),
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'unlisted', 'public')),
  subject TEXT,
  PRIMARY KEY (id, replaced_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE phrasing (
  claim_id TEXT NOT NULL,
  text TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (claim_id, text)
) STRICT, WITHOUT ROWID;

-- What lists and timelines print of a claim, in one row: its live version, counts, its first 20 responses and its verdicts, and the revision
-- for the ETag. Written in the batch that changes any of it; `npm run verify` recounts it, `npm run rebuild` makes it anew.
CREATE TABLE claim_head (
  claim_id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  ref TEXT,
  text TEXT NOT NULL,
  lang TEXT,
  status TEXT NOT NULL,
  visibility TEXT NOT NULL,
  subject TEXT,
  revision INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  sightings INTEGER NOT NULL DEFAULT 0,
  responses INTEGER NOT NULL DEFAULT 0,
  platforms TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(platforms)),
  responded TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(responded)),
  verdicts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(verdicts)),
  listed INTEGER NOT NULL CHECK (listed IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Public claims, newest first: the start page and GET /v1/claims. Not by changed_at: that would cost a row a sighting.
CREATE INDEX claim_head_listed ON claim_head (listed, created_at, claim_id);

-- Claim x document, in the order of the timeline; listed = 0 waits for review or was rejected. shown = what a timeline row prints.
CREATE TABLE sighting (
  claim_id TEXT NOT NULL,
  replaced_at INTEGER NOT NULL DEFAULT 9007199254740991,
  listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
  at INTEGER NOT NULL,
  id TEXT NOT NULL,
  document_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('assert', 'report', 'respond', 'evidence')),
  stance TEXT NOT NULL CHECK (stance IN ('support', 'deny', 'query', 'comment', 'observe')),
  certainty TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected')),
  method TEXT NOT NULL,
  score REAL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  shown TEXT NOT NULL CHECK (json_valid(shown)),
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (claim_id, replaced_at, listed, at, id)
) STRICT, WITHOUT ROWID;

-- A document's sightings: reading it again, its page, reposts that inherit.
CREATE INDEX sighting_document ON sighting (document_id);

-- The review queue, oldest first.
CREATE INDEX sighting_review ON sighting (recorded_at, id) WHERE listed = 0 AND state = 'suggested' AND replaced_at = 9007199254740991;

-- What is particular to a response; id = that of its sighting.
CREATE TABLE response (
  claim_id TEXT NOT NULL,
  replaced_at INTEGER NOT NULL DEFAULT 9007199254740991,
  at INTEGER NOT NULL,
  id TEXT NOT NULL,
  document_id TEXT NOT NULL,
  type TEXT NOT NULL,
  standing TEXT NOT NULL,
  actor TEXT NOT NULL CHECK (json_valid(actor)),
  quotes TEXT NOT NULL CHECK (json_valid(quotes)),
  targets TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(targets)),
  seen TEXT NOT NULL CHECK (seen IN ('observed', 'reported')),
  state TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected')),
  url TEXT,
  published TEXT NOT NULL CHECK (json_valid(published)),
  told TEXT CHECK (told IS NULL OR json_valid(told)),
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (claim_id, replaced_at, at, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict (
  claim_id TEXT NOT NULL,
  replaced_at INTEGER NOT NULL DEFAULT 9007199254740991,
  id TEXT NOT NULL,
  publisher TEXT NOT NULL,
  label TEXT NOT NULL,
  url TEXT NOT NULL,
  published TEXT NOT NULL CHECK (json_valid(published)),
  explanation TEXT,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (claim_id, replaced_at, id)
) STRICT, WITHOUT ROWID;
