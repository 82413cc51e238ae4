-- How a newsroom shows a claim's story.

-- One row a claim that has any settings. Not versioned: it is presentation, and says nothing of the story itself.
CREATE TABLE claim_embed (
  claim_id TEXT PRIMARY KEY,
  settings TEXT NOT NULL CHECK (json_valid(settings)), -- JSON: headline, kicker, sentence, note, credit, logo, accent, pins, hide and so on (shared/timeline/story/embed-settings.ts)
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
