-- What regions have released, and what they took back. worker/release/states.ts holds the same list of bases.
CREATE TABLE release_bases (
  basis TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO release_bases (basis) VALUES ('publication'), ('consent'), ('report');

CREATE TABLE releases (
  id TEXT PRIMARY KEY,
  outbox_id TEXT NOT NULL UNIQUE,
  city_id TEXT NOT NULL REFERENCES organisations (id),
  basis TEXT NOT NULL REFERENCES release_bases (basis),
  audience TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  supersedes_id TEXT,
  reason TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX releases_by_superseded ON releases (supersedes_id) WHERE supersedes_id IS NOT NULL;
CREATE TRIGGER releases_are_immutable BEFORE UPDATE ON releases
BEGIN SELECT RAISE(ABORT, 'releases are immutable'); END;
CREATE TRIGGER releases_are_kept BEFORE DELETE ON releases
BEGIN SELECT RAISE(ABORT, 'releases are kept'); END;

-- No foreign key: a withdrawal may arrive before what it withdraws, which then never stands here.
CREATE TABLE release_withdrawals (
  release_id TEXT PRIMARY KEY,
  city_id TEXT NOT NULL REFERENCES organisations (id),
  reason TEXT NOT NULL,
  withdrawn_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER release_withdrawals_are_immutable BEFORE UPDATE ON release_withdrawals
BEGIN SELECT RAISE(ABORT, 'withdrawals are immutable'); END;
CREATE TRIGGER release_withdrawals_are_kept BEFORE DELETE ON release_withdrawals
BEGIN SELECT RAISE(ABORT, 'withdrawals are kept'); END;

-- City-level values that left a region, by release. They go when it is withdrawn, and never otherwise.
CREATE TABLE release_values (
  release_id TEXT NOT NULL REFERENCES releases (id),
  period TEXT NOT NULL,
  node TEXT NOT NULL,
  measure TEXT NOT NULL,
  city_id TEXT NOT NULL REFERENCES organisations (id),
  value REAL,
  reason TEXT,
  PRIMARY KEY (release_id, period, node, measure),
  CHECK (value IS NOT NULL OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX release_values_by_node ON release_values (node, measure, period, city_id);
CREATE TRIGGER release_values_are_immutable BEFORE UPDATE ON release_values
BEGIN SELECT RAISE(ABORT, 'released values are immutable'); END;
CREATE TRIGGER release_values_are_kept BEFORE DELETE ON release_values
WHEN NOT EXISTS (SELECT 1 FROM release_withdrawals w WHERE w.release_id = OLD.release_id)
BEGIN SELECT RAISE(ABORT, 'released values are kept'); END;

INSERT INTO releases (id, outbox_id, city_id, basis, audience, from_at, created_at)
  SELECT id, outbox_id, city_id, 'publication', 'public', published_at, published_at FROM publications;
INSERT INTO release_values (release_id, period, node, measure, city_id, value, reason)
  SELECT publication_id, period, node, measure, city_id, value, reason FROM exchange_values WHERE basis = 'published';

-- A writer that knows no releases: the version before this one, while or after the hub was migrated. Nothing reads exchange_values any more.
CREATE TRIGGER publications_are_releases AFTER INSERT ON publications
WHEN NOT EXISTS (SELECT 1 FROM releases r WHERE r.id = NEW.id)
BEGIN
  INSERT INTO releases (id, outbox_id, city_id, basis, audience, from_at, created_at)
    VALUES (NEW.id, NEW.outbox_id, NEW.city_id, 'publication', 'public', NEW.published_at, NEW.published_at);
END;
CREATE TRIGGER exchange_values_are_released AFTER INSERT ON exchange_values WHEN NEW.basis = 'published'
BEGIN
  INSERT INTO release_values (release_id, period, node, measure, city_id, value, reason)
    VALUES (NEW.publication_id, NEW.period, NEW.node, NEW.measure, NEW.city_id, NEW.value, NEW.reason) ON CONFLICT DO NOTHING;
END;

-- A correction takes the place in its series of what it corrects: series_at is when that place was first published; null: published_at.
ALTER TABLE publications ADD COLUMN supersedes_id TEXT;
ALTER TABLE publications ADD COLUMN series_at INTEGER;
CREATE INDEX publications_by_superseded ON publications (supersedes_id) WHERE supersedes_id IS NOT NULL;

-- What is withdrawn loses its numbers and keeps its name. Nothing else of a publication ever changes.
DROP TRIGGER publications_are_immutable;
CREATE TRIGGER publications_are_immutable BEFORE UPDATE ON publications
WHEN NOT EXISTS (SELECT 1 FROM release_withdrawals w WHERE w.release_id = OLD.id)
  OR NEW.id IS NOT OLD.id OR NEW.outbox_id IS NOT OLD.outbox_id OR NEW.city_id IS NOT OLD.city_id OR NEW.evaluation_id IS NOT OLD.evaluation_id
  OR NEW.title IS NOT OLD.title OR NEW.digest IS NOT OLD.digest OR NEW.published_at IS NOT OLD.published_at
  OR NEW.supersedes_id IS NOT OLD.supersedes_id OR NEW.headline_score IS NOT NULL OR NEW.headline_index IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'publications are immutable'); END;
DROP TRIGGER publication_parts_are_kept;
CREATE TRIGGER publication_parts_are_kept BEFORE DELETE ON publication_parts
WHEN NOT EXISTS (SELECT 1 FROM release_withdrawals w WHERE w.release_id = OLD.publication_id)
BEGIN SELECT RAISE(ABORT, 'publication parts are kept'); END;
DROP TRIGGER publication_documents_are_kept;
CREATE TRIGGER publication_documents_are_kept BEFORE DELETE ON publication_documents
WHEN NOT EXISTS (SELECT 1 FROM release_withdrawals w WHERE w.release_id = OLD.publication_id)
BEGIN SELECT RAISE(ABORT, 'publication documents are kept'); END;
DROP TRIGGER published_values_are_kept;
CREATE TRIGGER published_values_are_kept BEFORE DELETE ON exchange_values
WHEN OLD.basis = 'published' AND NOT EXISTS (SELECT 1 FROM release_withdrawals w WHERE w.release_id = OLD.publication_id)
BEGIN SELECT RAISE(ABORT, 'published values are kept'); END;
