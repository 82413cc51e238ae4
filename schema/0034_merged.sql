-- Finds the claims that were merged into one: their notes are seen there.
CREATE INDEX claim_summary_merged ON claim_summary (merged_into) WHERE merged_into IS NOT NULL;
