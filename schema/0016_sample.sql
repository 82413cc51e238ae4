-- The sample keeps its words, so that those of a claim that leaves the index are overwritten there, too: an erased document's words may be among them.
DROP TABLE claim_vocab_sample;
DROP TABLE claim_search_sample;
-- Every sixteenth claim again, its words alone: fts5vocab counts the claims of a word one by one, so common words are counted here and estimated.
CREATE VIRTUAL TABLE claim_search_sample USING fts5(words, detail = none, tokenize = "unicode61 remove_diacritics 0 tokenchars ''''");
CREATE VIRTUAL TABLE claim_vocab_sample USING fts5vocab(claim_search_sample, row);
INSERT INTO claim_search_sample (claim_search_sample, rank) VALUES ('secure-delete', 1);
INSERT INTO claim_search_sample (rowid, words) SELECT rowid, words FROM claim_search WHERE rowid % 16 = 0;
