-- What is fetched, from whom and when, and what we have watched.

-- What a crawl visits, as people configure it.
CREATE TABLE source (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,                   -- its adapter: feed, page, mastodon, …
  name TEXT NOT NULL,
  config TEXT NOT NULL CHECK (json_valid(config)), -- what the adapter is told: JSON
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  created_at INTEGER NOT NULL DEFAULT 0,
  watched_since INTEGER                 -- since when it has been watched without a break; NULL: not now
) STRICT, WITHOUT ROWID;

-- Something that is fetched, once or again and again: the runs of a source, and whatever else has a purpose (workers/crawl/purposes).
CREATE TABLE visit (
  id TEXT PRIMARY KEY,                  -- purpose:subject
  purpose TEXT NOT NULL,
  subject TEXT NOT NULL,                -- id of the source or document, or a URL
  kind TEXT,                            -- the adapter; NULL: that of the source
  config TEXT CHECK (config IS NULL OR json_valid(config)), -- what the adapter is told: JSON; NULL: that of the source
  host TEXT NOT NULL,                   -- of its next request
  due_at INTEGER,                       -- NULL: not until somebody says so
  lease TEXT,                           -- the run that has it
  lease_until INTEGER NOT NULL DEFAULT 0, -- when a run that died loses it
  interval INTEGER NOT NULL,            -- ms to the next run when all goes well
  failures INTEGER NOT NULL DEFAULT 0,  -- runs in a row that did not go well
  validators TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(validators)), -- ETag and Last-Modified by URL: JSON
  pending TEXT CHECK (pending IS NULL OR json_valid(pending)),          -- a run that is not finished: JSON
  good_at INTEGER,                      -- when the last run that went well began
  ran_at INTEGER,                       -- when the last run began
  outcome TEXT,                         -- how it ended
  why TEXT,                             -- and why so
  yield TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(yield)), -- what it found, by kind: JSON
  memo TEXT CHECK (memo IS NULL OR json_valid(memo))          -- what its purpose keeps from one run to the next: JSON
) STRICT, WITHOUT ROWID;

-- What is due, oldest first, with its host: a run reads exactly what is due.
CREATE INDEX visit_due ON visit (due_at, host) WHERE due_at IS NOT NULL;

-- How a host is to be treated. One run has it at a time.
CREATE TABLE host (
  host TEXT PRIMARY KEY,
  lease TEXT,                           -- the run that has it
  lease_until INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL DEFAULT 0,   -- no request before
  why TEXT,                             -- why not, if it is longer than the usual gap
  latency INTEGER,                      -- of its answers, in ms
  failures INTEGER NOT NULL DEFAULT 0,  -- in a row
  day INTEGER NOT NULL DEFAULT 0,       -- the day (since 1970, UTC) that requests counts
  requests INTEGER NOT NULL DEFAULT 0,
  robots TEXT CHECK (robots IS NULL OR json_valid(robots)), -- what its robots.txt says to us: JSON
  robots_of TEXT,                       -- the origin of that robots.txt
  robots_until INTEGER NOT NULL DEFAULT 0 -- when it is to be fetched again
) STRICT, WITHOUT ROWID;

-- A period in which a source was watched: from its first good run until it was switched off, deleted or changed. Or in which it was searched for a claim.
-- Kept for good, for ?asOf=.
CREATE TABLE watch_period (
  source_id TEXT NOT NULL,              -- of a claim's search: the subject of its visit (claim and source)
  since INTEGER NOT NULL,
  until INTEGER NOT NULL DEFAULT 9007199254740991,
  name TEXT NOT NULL,                   -- of the source, then
  claim_id TEXT,                        -- of a claim's search: only its timeline tells of it
  PRIMARY KEY (source_id, since)
) STRICT, WITHOUT ROWID;

-- All of watch_period in one row, so that a timeline reads one row for it. A projection.
CREATE TABLE coverage (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  periods TEXT NOT NULL CHECK (json_valid(periods)) -- JSON list of [name, since, until, claim]
) STRICT;

-- A claim for whose rarest words the sources that can be searched are searched, until somebody ends it. The searches are visits (purpose watch).
CREATE TABLE watched_claim (
  claim_id TEXT PRIMARY KEY,
  since INTEGER NOT NULL,
  words TEXT NOT NULL CHECK (json_valid(words)) -- JSON list
) STRICT, WITHOUT ROWID;

-- How far the events were looked through for documents that are to be visited again. One row.
CREATE TABLE crawl_cursor (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL                  -- of the last event
) STRICT;

-- How many links were followed for a claim on a day: there is a daily limit.
CREATE TABLE follow_quota (
  day INTEGER NOT NULL,                 -- since 1970, UTC
  claim_id TEXT NOT NULL,
  visits INTEGER NOT NULL,
  PRIMARY KEY (day, claim_id)
) STRICT, WITHOUT ROWID;
