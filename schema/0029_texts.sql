-- The id of a text has 130 bits of its SHA-256: no two texts that anybody can make have the same.
ALTER TABLE text DROP COLUMN hash;
