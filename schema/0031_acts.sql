-- Documents that name the same source are decided together, as the reports of a response are: act then begins with the claim too. Which reports are
-- one act is decided as on the timeline; until the next report of a claim, or `npm run rebuild`, each is its own.
DROP INDEX suggestion_act;
UPDATE suggestion SET act = claim_id || ' ' || id WHERE kind = 'response';
UPDATE suggestion SET act = claim_id || '/' || substr(id, 31) WHERE kind = 'source';
CREATE INDEX suggestion_act ON suggestion (act) WHERE kind IN ('response', 'source');
-- What waits on a claim; its sources are found by their acts.
DROP INDEX suggestion_claim;
CREATE INDEX suggestion_claim ON suggestion (claim_id, kind, since, id, band) WHERE lead = 1 AND kind <> 'source';
UPDATE suggestion SET lead = (id = (SELECT b.id FROM suggestion b WHERE b.act = suggestion.act AND b.kind IN ('response', 'source')
  ORDER BY iif(b.kind = 'source', b.since, -b.band), b.id LIMIT 1)) WHERE kind IN ('response', 'source');
DELETE FROM suggestion_count;
INSERT INTO suggestion_count (claim_id, kind, band, waiting)
  SELECT claim_id, kind, band, count(*) FROM suggestion WHERE lead = 1 GROUP BY 1, 2, 3
  UNION ALL SELECT '', kind, band, count(*) FROM suggestion WHERE lead = 1 GROUP BY 2, 3;
