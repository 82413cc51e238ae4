-- The block of the sealed log that holds all events up to an instant: pages of that instant name it.
CREATE INDEX event_block_at ON event_block (at);
