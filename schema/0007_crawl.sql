-- What is to be fetched, from whom, and what we have watched. Nothing wrote sources before: what a run leaves behind is now in visit.
ALTER TABLE source DROP COLUMN next_run_at;
ALTER TABLE source DROP COLUMN state;
ALTER TABLE source ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;

-- Everything that is fetched again and again, or once: the runs of a source, and whatever else has a purpose (workers/ingest/crawl/purposes).
-- id = purpose:subject; kind and config NULL: those of the source whose run it is. due_at NULL: not until somebody says so. lease and lease_until: the run that has it, and when a run that died loses it.
CREATE TABLE visit (
  id TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT,
  config TEXT CHECK (config IS NULL OR json_valid(config)),
  host TEXT NOT NULL,
  due_at INTEGER,
  lease TEXT,
  lease_until INTEGER NOT NULL DEFAULT 0,
  interval INTEGER NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  validators TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(validators)),
  pending TEXT CHECK (pending IS NULL OR json_valid(pending)),
  good_at INTEGER,
  ran_at INTEGER,
  outcome TEXT,
  why TEXT,
  yield TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(yield))
) STRICT, WITHOUT ROWID;

-- What is due, oldest first, with its host: a run reads exactly what is due.
CREATE INDEX visit_due ON visit (due_at, host) WHERE due_at IS NOT NULL;

-- How a host is to be treated: one run has it at a time, and none before next_at. robots = what its robots.txt says to us.
CREATE TABLE host (
  host TEXT PRIMARY KEY,
  lease TEXT,
  lease_until INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL DEFAULT 0,
  why TEXT,
  latency INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
  day INTEGER NOT NULL DEFAULT 0,
  requests INTEGER NOT NULL DEFAULT 0,
  robots TEXT CHECK (robots IS NULL OR json_valid(robots)),
  robots_of TEXT,
  robots_until INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- When a source was watched: from its first good run until it was switched off, deleted or changed. Kept for good, for ?asOf=.
CREATE TABLE watch (
  source_id TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL DEFAULT 9007199254740991,
  name TEXT NOT NULL,
  PRIMARY KEY (source_id, since)
) STRICT, WITHOUT ROWID;

-- All of watch in one row (id = 1), as JSON: a timeline tells what is watched and reads one row for it.
CREATE TABLE coverage (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  watched TEXT NOT NULL CHECK (json_valid(watched))
) STRICT;
