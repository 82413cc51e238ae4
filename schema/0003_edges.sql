-- Child document <- parent document. parent_id '' is an unknown parent. At most one live edge of a child is primary.
CREATE TABLE edge (
  child_id TEXT NOT NULL,
  replaced_at INTEGER NOT NULL DEFAULT 9007199254740991,
  parent_id TEXT NOT NULL,
  type TEXT NOT NULL,
  basis TEXT NOT NULL,
  confidence REAL NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected')),
  is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
  evidence TEXT NOT NULL CHECK (json_valid(evidence)),
  method TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (child_id, replaced_at, parent_id, type),
  CHECK (child_id <> parent_id)
) STRICT, WITHOUT ROWID;
