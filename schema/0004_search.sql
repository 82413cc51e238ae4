-- Full-text search over claims and their phrasings only, as segmented words. Derived: `npm run rebuild` makes it anew.
-- `wrangler d1 export` refuses virtual tables: export table by table.
CREATE VIRTUAL TABLE claim_search USING fts5(words, claim_id UNINDEXED, scored UNINDEXED, tokenize = "unicode61 remove_diacritics 0 tokenchars ''''");
CREATE VIRTUAL TABLE claim_vocab USING fts5vocab(claim_search, row);
