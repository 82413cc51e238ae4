-- A claim's revision counts the instants at which it changed, so that it can be told of any instant in the past from the versions of its
-- rows. What ETags need, a number that no two states share, is counted apart; as is what was erased, which changes past answers too.
ALTER TABLE claim_head ADD COLUMN writes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim_head ADD COLUMN erasures INTEGER NOT NULL DEFAULT 0;
UPDATE claim_head SET writes = revision, (revision, changed_at) = (SELECT count(*), max(at) FROM (
  SELECT iif(e.value, t.replaced_at, t.recorded_at) AS at FROM claim t CROSS JOIN json_each('[0,1]') e WHERE t.id = claim_head.claim_id AND iif(e.value, t.replaced_at, t.recorded_at) < 9007199254740991
  UNION
  SELECT iif(e.value, t.replaced_at, t.recorded_at) AS at FROM sighting t CROSS JOIN json_each('[0,1]') e WHERE t.claim_id = claim_head.claim_id AND t.listed = 1 AND iif(e.value, t.replaced_at, t.recorded_at) < 9007199254740991
  UNION
  SELECT iif(e.value, t.replaced_at, t.recorded_at) AS at FROM response t CROSS JOIN json_each('[0,1]') e WHERE t.claim_id = claim_head.claim_id AND iif(e.value, t.replaced_at, t.recorded_at) < 9007199254740991
  UNION
  SELECT iif(e.value, t.replaced_at, t.recorded_at) AS at FROM verdict t CROSS JOIN json_each('[0,1]') e WHERE t.claim_id = claim_head.claim_id AND iif(e.value, t.replaced_at, t.recorded_at) < 9007199254740991
  UNION
  SELECT recorded_at FROM phrasing WHERE claim_id = claim_head.claim_id));
