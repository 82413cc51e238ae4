-- A stance that a machine only guesses stays a guess until a person chooses one; before, whoever accepted the line settled it, too. What was accepted
-- then keeps the stance that readers have seen since.
UPDATE sighting SET detail = json_remove(detail, '$.stanceUnsure') WHERE state = 'confirmed' AND detail ->> '$.stanceUnsure' = 1;
