-- Claims that the machine proposes, oldest first: the review queue. One row for each that waits, none for the others.
CREATE INDEX claim_head_proposed ON claim_head (created_at, claim_id) WHERE status = 'proposed';
