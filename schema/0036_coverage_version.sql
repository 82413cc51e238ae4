-- How often what is watched has changed: answers about claims tell of it, so their ETags depend on it.
ALTER TABLE coverage ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
