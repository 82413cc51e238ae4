-- Full-text search over claims and their phrasings, but no documents. Derived: `npm run rebuild` makes it anew. `wrangler d1 export` refuses
-- virtual tables: export table by table.

-- words: claim and phrasings as segmented words. scored: what scoring a candidate needs, JSON. The row number is a hash of the claim's id.
CREATE VIRTUAL TABLE claim_search USING fts5(words, claim_id UNINDEXED, scored UNINDEXED, tokenize = "unicode61 remove_diacritics 0 tokenchars ''''");
-- How many claims have a word.
CREATE VIRTUAL TABLE claim_vocab USING fts5vocab(claim_search, row);
-- Every sixteenth claim again, its words alone: fts5vocab counts the claims of a word one by one, so common words are counted here and estimated.
CREATE VIRTUAL TABLE claim_search_sample USING fts5(words, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 0 tokenchars ''''");
CREATE VIRTUAL TABLE claim_vocab_sample USING fts5vocab(claim_search_sample, row);
