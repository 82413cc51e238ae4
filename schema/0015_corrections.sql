-- What people say of a document instead of what a machine read.

-- JSON {field: [{value, by, at, decision}, …]}, oldest first, for title, kind, author, lang, wireCredit and published: what was read (decision null), then
-- what people said in turn; a null value says again what was read. The columns hold what the last one says, and no reading changes them meanwhile.
ALTER TABLE document ADD COLUMN corrections TEXT CHECK (corrections IS NULL OR json_valid(corrections)); -- JSON, as above
