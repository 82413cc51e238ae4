-- Words that pages on a claim share and its wordings lack: posts that tell of it in other words are looked for by them. Derived from the pages' texts.

-- words: the terms, best first. The row number is that of the claim in claim_search.
CREATE VIRTUAL TABLE story_search USING fts5(words, tokenize = "unicode61 remove_diacritics 0 tokenchars ''''");
-- An erased page's words may be among them.
INSERT INTO story_search (story_search, rank) VALUES ('secure-delete', 1);
