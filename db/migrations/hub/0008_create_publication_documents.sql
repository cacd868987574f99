-- What the public reads of a publication, part by part, gzipped once when it was published (base64, as D1 hands blobs over number by number):
-- 'head', 'nodes', 'period:<period>', 'inputs'. publication_parts holds publications of earlier releases, which are read no more.
CREATE TABLE publication_documents (
  publication_id TEXT NOT NULL REFERENCES publications (id),
  part TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 0),
  etag TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (publication_id, part, seq)
) STRICT;

CREATE TRIGGER publication_documents_are_immutable BEFORE UPDATE ON publication_documents
BEGIN SELECT RAISE(ABORT, 'publication documents are immutable'); END;
CREATE TRIGGER publication_documents_are_kept BEFORE DELETE ON publication_documents
BEGIN SELECT RAISE(ABORT, 'publication documents are kept'); END;
