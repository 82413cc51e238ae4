-- Posts that name whom they have it from ("RT @a: …", "via @a", "@a …"): the account's posts are found by its handle as the post writes it,
-- for an account's native id is not in the text. Lower case, without the @.
ALTER TABLE document ADD COLUMN handle TEXT;
UPDATE document SET handle = lower(substr(author, 2)) WHERE author LIKE '@%' AND platform IS NOT NULL;
CREATE INDEX document_handle ON document (platform, handle, published_earliest)
  WHERE handle IS NOT NULL AND seen = 'observed' AND parent_type IS NOT 'repost';

-- Who names an account, and when: an earlier post of that account that comes late has these related again.
CREATE TABLE mention (
  platform TEXT NOT NULL,
  handle TEXT NOT NULL,
  at INTEGER NOT NULL,
  child_id TEXT NOT NULL,
  PRIMARY KEY (platform, handle, at, child_id)
) STRICT, WITHOUT ROWID;
