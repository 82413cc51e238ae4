-- People, how they sign in, and what they decided.

-- Somebody who works here. A row stays for good: what they decided names them.
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,                   -- as history shows it
  email TEXT,                           -- in lower case; sign-in links go there, and Cloudflare Access names people by it
  role TEXT NOT NULL CHECK (role IN ('reader', 'reporter', 'reviewer', 'admin')),
  created_at INTEGER NOT NULL,
  seen_at INTEGER,                      -- the last request, to the hour
  switched_off_at INTEGER               -- since then they may do nothing
) STRICT;

CREATE UNIQUE INDEX person_email ON person (email) WHERE email IS NOT NULL;

-- A link by which one person joins, once. Only the SHA-256 of its token is kept.
CREATE TABLE invitation (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL,                     -- its public name
  name TEXT NOT NULL,                   -- of who is invited; they may change it when they join
  email TEXT,                           -- in lower case
  role TEXT NOT NULL CHECK (role IN ('reader', 'reporter', 'reviewer', 'admin')),
  invited_by TEXT NOT NULL,             -- as events tell it
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  person_id TEXT,                       -- who joined by it
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;

-- A code that signs one person in, once: sent to them by mail, or made for them by an admin. Only its SHA-256 is kept; deleted when it is used.
CREATE TABLE sign_in_code (
  hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A browser that is signed in. Only the SHA-256 of the token in its cookie is kept. Deleted when it ends.
CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL,                     -- its public name
  person_id TEXT,                       -- whose it is
  key_hash TEXT,                        -- instead of a person: the key that was given
  browser TEXT NOT NULL,                -- the browser and system in words, from its User-Agent
  created_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL,             -- the last request, to the hour
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE api_key ADD COLUMN owner_id TEXT; -- the person it belongs to: it may do no more than they may, and nothing when they are switched off
ALTER TABLE api_key ADD COLUMN used_at INTEGER; -- the last request, to the hour

-- What people and keys decided, by time, and of each of them by time. What a machine did, and the arrival of documents, is not in it.
CREATE INDEX event_decided ON event (at)
  WHERE detail ->> '$.by' > 'key:' AND detail ->> '$.by' < 'q' AND type NOT IN ('document.accepted', 'document.revised');
CREATE INDEX event_decided_by ON event (detail ->> '$.by', at)
  WHERE detail ->> '$.by' > 'key:' AND detail ->> '$.by' < 'q' AND type NOT IN ('document.accepted', 'document.revised');
