-- What the public reads of a publication, as one JSON text in pieces below D1's 2 MB; publications.payload keeps what a comparison needs to know of it.
CREATE TABLE publication_parts (
  publication_id TEXT NOT NULL REFERENCES publications (id),
  seq INTEGER NOT NULL CHECK (seq >= 0),
  body TEXT NOT NULL,
  PRIMARY KEY (publication_id, seq)
) STRICT;

CREATE TRIGGER publication_parts_are_immutable BEFORE UPDATE ON publication_parts
BEGIN SELECT RAISE(ABORT, 'publication parts are immutable'); END;
