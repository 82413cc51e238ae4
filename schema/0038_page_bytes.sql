-- Pages as they came in are kept as bytes: as base64 they take a third more.
ALTER TABLE text ADD COLUMN page BLOB; -- the body by gzip, and '' in body; NULL: it is in body or in the bucket
