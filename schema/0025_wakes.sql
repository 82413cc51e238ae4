-- A change on which more documents depend than are related again at once: the others follow, a page at a time. Goes when all have.
CREATE TABLE pending_wake (
  kind TEXT NOT NULL,                   -- how documents depend on the key: see workers/store/relations/wake.ts
  key TEXT NOT NULL CHECK (json_valid(key)), -- JSON list
  after TEXT NOT NULL,                  -- the last document that was given a job
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
