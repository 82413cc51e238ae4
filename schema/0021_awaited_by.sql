-- The first child that waits for a document which nobody has sent is named by the row that stands for that document: it is written for that
-- child's sake anyway, so a post with a link to an unknown page writes a row less. `awaited` has all others.
ALTER TABLE document ADD COLUMN awaited_by TEXT;
