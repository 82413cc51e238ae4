-- A text that came after later ones, and is now among the earliest of bands that more share than a look-up shows: those beyond are still to be
-- related again. bands: hashes, as JSON; (at, after): the last of the texts that have been;
-- since: documents that came then or later have been compared with it. A row goes when all have been.
CREATE TABLE latecomer (
  text_id TEXT PRIMARY KEY,
  bands TEXT NOT NULL CHECK (json_valid(bands)),
  at INTEGER NOT NULL,
  after TEXT NOT NULL,
  since INTEGER NOT NULL,
  due_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
