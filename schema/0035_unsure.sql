-- Public lines of which the machine is not sure how they stand to the claim, so that editors see where to settle them. NULL: not counted yet, as before this
-- column; `npm run rebuild` counts them.
ALTER TABLE claim_summary ADD COLUMN unsure INTEGER;
