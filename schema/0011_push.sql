-- Who is told what happens, and what is still to be told.

-- A channel that somebody subscribed: events that fit its filter are sent there.
CREATE TABLE subscription (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('webhook', 'slack', 'discord', 'mail', 'feed')),
  name TEXT NOT NULL,
  target TEXT NOT NULL,                 -- address that is posted to, or mail address; of a feed the hash of its secret name
  secrets TEXT NOT NULL CHECK (json_valid(secrets)), -- JSON [{secret, until}]: what messages are signed with; until: ms, null for the one in use
  filter TEXT NOT NULL CHECK (json_valid(filter)),   -- JSON {types, claims, sure}
  pace TEXT NOT NULL CHECK (pace IN ('at-once', 'daily')),
  owner TEXT NOT NULL,                  -- who made it: a person, or a key
  origin TEXT NOT NULL,                 -- scheme, host and port of the instance as its maker reached it: links in messages begin with it
  cursor INTEGER NOT NULL,              -- events up to this number became deliveries, or fit the filter not
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  why TEXT,                             -- why it is switched off, or what the last failure was
  delivered INTEGER NOT NULL DEFAULT 0, -- messages that were taken
  delivered_at INTEGER,                 -- the last of them
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A message that is still to be taken by a subscription's channel; deleted when it is. Of one claim the earlier ones go first.
CREATE TABLE delivery (
  subscription_id TEXT NOT NULL,
  claim_id TEXT NOT NULL,               -- empty for an event of no claim
  seq INTEGER NOT NULL,                 -- of the event
  state TEXT NOT NULL CHECK (state IN ('waiting', 'dead')), -- dead: given up after three days, until somebody replays it
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,              -- the next attempt; while one is made, when another run may make it
  error TEXT,                           -- of the last attempt
  PRIMARY KEY (subscription_id, claim_id, seq)
) STRICT, WITHOUT ROWID;

-- What is due, oldest first.
CREATE INDEX delivery_due ON delivery (due_at) WHERE state = 'waiting';
