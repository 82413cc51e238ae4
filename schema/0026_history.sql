-- What claims counted before: an answer as of a past instant reads it, where it would count all versions of a claim's rows.

-- The states of the summary before its last changes, oldest first: JSON list of [changed_at, revision, sightings, responses, platforms]; [instant, null]: what held then is to be counted.
ALTER TABLE claim_summary ADD COLUMN recent TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recent));

-- The states before those. A projection, as claim_summary.
CREATE TABLE claim_history (
  claim_id TEXT NOT NULL,
  at INTEGER NOT NULL,                  -- of the first of them
  states TEXT NOT NULL CHECK (json_valid(states)), -- as claim_summary.recent
  PRIMARY KEY (claim_id, at)
) STRICT, WITHOUT ROWID;
