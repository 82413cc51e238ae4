-- What the instance did by itself, and the seals of its log.

-- The last run of each kind of upkeep.
CREATE TABLE upkeep (
  name TEXT PRIMARY KEY,                -- cron, verify, reconcile, seal
  at INTEGER NOT NULL,                  -- when it ended
  detail TEXT NOT NULL CHECK (json_valid(detail)) -- JSON: what it found
) STRICT, WITHOUT ROWID;

-- A run of events, sealed: no event of it can be changed, added or left out without another hash. Each block names the hash of the one before.
CREATE TABLE event_block (
  number INTEGER PRIMARY KEY,           -- from 1, without gaps
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL UNIQUE,     -- of its events; found by it
  at INTEGER NOT NULL,                  -- when it was sealed
  previous TEXT NOT NULL,               -- hash of the block before; empty in the first
  root TEXT NOT NULL,                   -- Merkle tree hash of its events (RFC 9162, 2.1), hexadecimal
  hash TEXT NOT NULL,                   -- SHA-256 over all of the above, hexadecimal
  signature TEXT                        -- Ed25519 over the hash's digits, base64; null where the instance has no key for it
) STRICT;
