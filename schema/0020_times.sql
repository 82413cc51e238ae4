-- When a line's document was published is stored as distances from its place on the timeline: mostly that is the one instant known, and 0 takes no space.
ALTER TABLE sighting RENAME COLUMN published_earliest TO earliest_after; -- ms from `at` to the first instant that the time of publication may mean
ALTER TABLE sighting RENAME COLUMN published_latest TO latest_after;     -- ms from `at` to the last one
UPDATE sighting SET earliest_after = earliest_after - at, latest_after = latest_after - at;
