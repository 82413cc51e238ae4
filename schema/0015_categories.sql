-- What its publisher files it under, as a feed tells it (`<category>`, `dc:subject`, JSON Feed's tags): a JSON list of texts.
ALTER TABLE document ADD COLUMN categories TEXT CHECK (categories IS NULL OR json_valid(categories));
