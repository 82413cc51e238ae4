-- The earliest texts of a band are looked at, not any: a phrase that many share is compared with those that had it first.
CREATE TABLE band_by_time (
  hash INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  text_id TEXT NOT NULL,
  PRIMARY KEY (hash, first_at, text_id)
) STRICT, WITHOUT ROWID;
INSERT INTO band_by_time SELECT b.hash, t.first_at, b.text_id FROM band b JOIN text t ON t.id = b.text_id;
DROP TABLE band;
ALTER TABLE band_by_time RENAME TO band;
