-- Documents that are related again because of one are in its job: one row for all of them, and none for each.
ALTER TABLE job ADD COLUMN others TEXT CHECK (json_valid(others)); -- JSON list of their ids; null: none. Reason tell: only they are still to be done
