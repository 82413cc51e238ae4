-- Whether a document is still there, and whether it changed, as far as visits and captures show: instants in ms under changed, corrected,
-- present, absent and gone (shared/timeline/availability.ts). NULL: nothing of the kind was seen.
ALTER TABLE document ADD COLUMN availability TEXT CHECK (availability IS NULL OR json_valid(availability));

-- How far the log was looked through for what is to be visited again or followed (id = 1).
CREATE TABLE planned (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL
) STRICT;

-- How many links were followed for a claim on a day (of UTC, counted from 1970): the budget of following.
CREATE TABLE followed (
  day INTEGER NOT NULL,
  claim_id TEXT NOT NULL,
  visits INTEGER NOT NULL,
  PRIMARY KEY (day, claim_id)
) STRICT, WITHOUT ROWID;

-- What a purpose keeps from one run of a visit to the next.
ALTER TABLE visit ADD COLUMN memo TEXT CHECK (memo IS NULL OR json_valid(memo));
