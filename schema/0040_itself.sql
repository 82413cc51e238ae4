-- What arrives at its own address is itself, whatever document it was taken for before; until now it stayed that, too, and nobody could decide on it.
UPDATE document SET resolved_id = NULL WHERE resolved_id IS NOT NULL AND seen = 'observed';
