-- Set in the version of a claim from which on it is another one: whoever asks for it is given that. Its sightings are then that claim's.
ALTER TABLE claim ADD COLUMN merged_into TEXT;
ALTER TABLE claim_head ADD COLUMN merged_into TEXT;
