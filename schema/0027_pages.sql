-- Pages as they came in are kept compressed: a page of 173 KB takes about 40.
ALTER TABLE text ADD COLUMN packed INTEGER; -- UTF-16 units of the body, which is then stored as base64 of gzip; NULL: it is stored as it is
