-- Claims for whose rarest words the sources that can be searched are searched, until somebody ends it. The searches are visits (purpose watch).
CREATE TABLE claim_watch (
  claim_id TEXT PRIMARY KEY,
  since INTEGER NOT NULL,
  words TEXT NOT NULL CHECK (json_valid(words))
) STRICT, WITHOUT ROWID;

-- Set for a period of a claim's own search, of which only its timeline tells; source_id is then the subject of the search's visit.
ALTER TABLE watch ADD COLUMN claim_id TEXT;
