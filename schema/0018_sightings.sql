-- What most lines of a timeline print stands in columns: as JSON its names would be stored with every sighting. `shown` has the rest.
ALTER TABLE sighting ADD COLUMN seen_at INTEGER;            -- of the document; so are all of these
ALTER TABLE sighting ADD COLUMN published_earliest INTEGER;
ALTER TABLE sighting ADD COLUMN published_latest INTEGER;
ALTER TABLE sighting ADD COLUMN platform TEXT;
ALTER TABLE sighting ADD COLUMN url TEXT;
ALTER TABLE sighting ADD COLUMN author TEXT;
ALTER TABLE sighting ADD COLUMN lang TEXT;
ALTER TABLE sighting ADD COLUMN account_id TEXT;
ALTER TABLE sighting ADD COLUMN text_id TEXT;
ALTER TABLE sighting ADD COLUMN parent_type TEXT;           -- type of its primary edge; NULL: it has none
ALTER TABLE sighting ADD COLUMN parent_id TEXT;             -- NULL: an unknown parent
ALTER TABLE sighting ADD COLUMN parent_label TEXT;          -- how people would name it
ALTER TABLE sighting ADD COLUMN parent_basis TEXT;          -- basis and confidence of that edge
ALTER TABLE sighting ADD COLUMN parent_confidence REAL;
