-- What changed from the parent's wording to the child's: JSON list of {kind, was, now}.
ALTER TABLE edge ADD COLUMN text_changes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(text_changes));

-- With the times in it, a cascade's spread over time is read from the same n + 1 entries as its shape.
DROP INDEX document_root;
CREATE INDEX document_root ON document (root_id, depth, parent_id, published_earliest, published_latest) WHERE root_id IS NOT NULL;

-- How a claim spread, by day: only for claims with more sightings than are counted on reading (workers/store/claims/spread.ts). Derived: rebuilt.
-- day and until = the first and the last day (days since 1970) that the time may be on: a month is no day; -1000000 = not known.
CREATE TABLE spread (
  claim_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  until INTEGER NOT NULL,
  platform TEXT NOT NULL,
  lang TEXT NOT NULL,
  stance TEXT NOT NULL,
  sightings INTEGER NOT NULL,
  PRIMARY KEY (claim_id, day, until, platform, lang, stance)
) STRICT, WITHOUT ROWID;
