-- Claims, where they were seen, who responded, and what others rated them. Rows are versioned: what was known at an instant t has
-- recorded_at <= t < replaced_at. A change closes a row and adds another.

-- A proposition, whatever its wording.
CREATE TABLE claim (
  id TEXT NOT NULL,
  replaced_at INTEGER NOT NULL DEFAULT 9007199254740991,
  recorded_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  ref TEXT,                             -- the caller's name for it
  text TEXT NOT NULL,
  lang TEXT,
  status TEXT NOT NULL CHECK (status IN ('proposed', 'open', 'settled', 'archived')), -- proposed: by the machine, until a person takes it
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'unlisted', 'public')),
  subject TEXT,                         -- whom it is about
  merged_into TEXT,                     -- from this version on it is that claim: whoever asks for this one is given that
  PRIMARY KEY (id, replaced_at)
) STRICT, WITHOUT ROWID;

-- Other wordings of a claim. Append only.
CREATE TABLE phrasing (
  claim_id TEXT NOT NULL,
  text TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  position INTEGER NOT NULL,            -- the order in which a claim's wordings were given: of fact-checks the headline comes first, and says the most
  PRIMARY KEY (claim_id, text)
) STRICT, WITHOUT ROWID;

-- What lists and timelines print of a claim, in one row: its live version, its counts, its first responses and its verdicts. A projection: written in the
-- batch that changes any of it; `npm run verify` recounts it, `npm run rebuild` makes it anew.
CREATE TABLE claim_summary (
  claim_id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,          -- this and the next seven: as in the live version of claim
  ref TEXT,
  text TEXT NOT NULL,
  lang TEXT,
  status TEXT NOT NULL,
  visibility TEXT NOT NULL,
  subject TEXT,
  merged_into TEXT,
  listed INTEGER NOT NULL CHECK (listed IN (0, 1)), -- 1: public, not only proposed, not merged
  revision INTEGER NOT NULL,            -- the number of instants at which what the public may see of the claim changed
  changed_at INTEGER NOT NULL,          -- the last of them
  version INTEGER NOT NULL DEFAULT 0,   -- counts writes, so that no two states have the same: for ETags
  erasures INTEGER NOT NULL DEFAULT 0,  -- counts erased documents, which change past states too: for ETags of the past
  sightings INTEGER NOT NULL DEFAULT 0, -- number of listed sightings
  responses INTEGER NOT NULL DEFAULT 0, -- number of responses
  platforms TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(platforms)),             -- listed sightings but responses by platform: JSON {platform: number}
  first_responses TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(first_responses)), -- its first 20 responses: JSON list of ResponseView
  verdicts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(verdicts))                -- its verdicts: JSON list of VerdictView
) STRICT, WITHOUT ROWID;

-- Public claims, newest first: the start page and GET /v1/claims. Not by changed_at, which would cost a row a sighting.
CREATE INDEX claim_summary_listed ON claim_summary (listed, created_at, claim_id);
-- Claims that the machine proposes, oldest first: the review queue. One entry for each that waits.
CREATE INDEX claim_summary_proposed ON claim_summary (created_at, claim_id) WHERE status = 'proposed';

-- Claim x document: that a document makes, reports or answers a claim. The key is the order of the timeline, so a page of it is one range.
CREATE TABLE sighting (
  claim_id TEXT NOT NULL,
  replaced_at INTEGER NOT NULL DEFAULT 9007199254740991,
  listed INTEGER NOT NULL CHECK (listed IN (0, 1)), -- 0: waits for review, or was rejected; not shown on the timeline
  at INTEGER NOT NULL,                  -- sort key: the earliest time known; just before the reporting document for what has no time of its own
  id TEXT NOT NULL,                     -- hash of claim and document; of a response also of its party, type and words
  document_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('assert', 'report', 'respond', 'evidence')),
  stance TEXT NOT NULL CHECK (stance IN ('support', 'deny', 'query', 'comment', 'observe')),
  certainty TEXT NOT NULL,              -- how sure the document is of the claim: see shared/model
  state TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected')), -- suggested by a machine; confirmed or rejected by a person or rule
  method TEXT NOT NULL,                 -- who says so: person, or the rule or model and its version
  score REAL,                           -- the matcher's score, where one matched
  detail TEXT NOT NULL CHECK (json_valid(detail)), -- JSON {hedges, quote, attributedTo, reasons, response}
  shown TEXT NOT NULL CHECK (json_valid(shown)),   -- the fields of the document and of its parents that a timeline row prints: JSON
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (claim_id, replaced_at, listed, at, id)
) STRICT, WITHOUT ROWID;

-- A document's own sightings: for reading it again, for its page, for reposts that inherit them. One entry a version.
CREATE INDEX sighting_document ON sighting (document_id);
-- The review queue, oldest first. One entry for each that waits.
CREATE INDEX sighting_review ON sighting (recorded_at, id) WHERE listed = 0 AND state = 'suggested' AND replaced_at = 9007199254740991;

-- What is particular to a response. It has a sighting with role respond and the same claim_id, at and id, and ends with it.
CREATE TABLE response (
  claim_id TEXT NOT NULL,
  replaced_at INTEGER NOT NULL DEFAULT 9007199254740991,
  at INTEGER NOT NULL,
  id TEXT NOT NULL,
  document_id TEXT NOT NULL,            -- the document that is the response, or reports it
  type TEXT NOT NULL,                   -- denial, confirmation, correction, …: see shared/responses
  standing TEXT NOT NULL,               -- of the party towards the claim: subject, publisher, third_party, …
  actor TEXT NOT NULL CHECK (json_valid(actor)),   -- the party: JSON
  quotes TEXT NOT NULL CHECK (json_valid(quotes)), -- its words: JSON list
  seen TEXT NOT NULL CHECK (seen IN ('observed', 'reported')), -- observed: document_id is by the party itself
  state TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected')), -- as of its sighting
  url TEXT,
  published TEXT NOT NULL CHECK (json_valid(published)), -- when it was given: JSON {value, precision, basis, earliest, latest}
  reported_by TEXT CHECK (reported_by IS NULL OR json_valid(reported_by)), -- the document that reports it: JSON {documentId, label}
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (claim_id, replaced_at, at, id)
) STRICT, WITHOUT ROWID;

-- A third party's published rating of a claim.
CREATE TABLE verdict (
  claim_id TEXT NOT NULL,
  replaced_at INTEGER NOT NULL DEFAULT 9007199254740991,
  id TEXT NOT NULL,
  publisher TEXT NOT NULL,
  label TEXT NOT NULL,                  -- in the publisher's words
  url TEXT NOT NULL,
  published TEXT NOT NULL CHECK (json_valid(published)), -- JSON, as in response
  explanation TEXT,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (claim_id, replaced_at, id)
) STRICT, WITHOUT ROWID;

-- How a claim with over 1,000 sightings spread, by day; others are counted from their sightings (workers/store/claims/spread.ts). A projection, as claim_summary.
CREATE TABLE claim_spread (
  claim_id TEXT NOT NULL,
  day INTEGER NOT NULL,                 -- the first day (since 1970) that the time may be on; -1000000: unknown
  until INTEGER NOT NULL,               -- the last such day
  platform TEXT NOT NULL,
  lang TEXT NOT NULL,
  stance TEXT NOT NULL,
  sightings INTEGER NOT NULL,
  PRIMARY KEY (claim_id, day, until, platform, lang, stance)
) STRICT, WITHOUT ROWID;
