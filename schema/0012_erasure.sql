-- Words of a claim that are taken out of the search index are overwritten there, and not only marked as deleted: an erased document's words may be among
-- them.
INSERT INTO claim_search (claim_search, rank) VALUES ('secure-delete', 1);
