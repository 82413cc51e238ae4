-- What an erased document answered kept its response and lost in its sighting what kind of act it is: moved to another claim it was no response any more.
UPDATE sighting SET detail = (SELECT json_object('attributedTo', NULL, 'response', json_object('type', r.type, 'standing', r.standing,
    'seen', r.seen, 'actor', json_object('kind', 'unknown'), 'quotes', json_array()))
  FROM response r WHERE r.claim_id = sighting.claim_id AND r.replaced_at = sighting.replaced_at AND r.at = sighting.at AND r.id = sighting.id)
WHERE detail = '{}' AND role = 'respond' AND EXISTS (SELECT 1
  FROM response r WHERE r.claim_id = sighting.claim_id AND r.replaced_at = sighting.replaced_at AND r.at = sighting.at AND r.id = sighting.id);
