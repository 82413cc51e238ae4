-- What was only reported and turned out to be a document: found by the document, so that what persons said of it goes with that.
CREATE INDEX document_resolved ON document (resolved_id) WHERE resolved_id IS NOT NULL;
