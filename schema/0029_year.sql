-- The id of a text has 130 bits of its SHA-256: no two texts that anybody can make have the same.
ALTER TABLE text DROP COLUMN hash;

-- The log of more than a year ago is kept block by block; in `event` stay what people decided, and the last event.
ALTER TABLE event_block ADD COLUMN events TEXT; -- JSON list of [seq, at, type, subject, detail] of all its events, as base64 of gzip; NULL: they are in event
-- The last of them.
CREATE INDEX event_block_packed ON event_block (last_seq) WHERE events IS NOT NULL;
