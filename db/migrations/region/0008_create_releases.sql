-- Only a release leaves a region: why (basis), what, to whom, from when; and how an evaluation got there, step by step, with names and reasons.

-- Names that will grow are rows, not a CHECK. worker/release/states.ts holds the same lists.
CREATE TABLE release_bases (
  basis TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO release_bases (basis) VALUES ('publication'), ('consent'), ('report');

CREATE TABLE evaluation_states (
  state TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO evaluation_states (state) VALUES ('draft'), ('reviewed'), ('approved'), ('published'), ('superseded'), ('withdrawn');

-- Where a draft has got to before it is published; null: nowhere yet. evaluations.state goes on saying whether it ever was published.
ALTER TABLE evaluations ADD COLUMN moved_to TEXT REFERENCES evaluation_states (state);

-- Every step of an evaluation. No foreign key: the steps outlive a draft that is deleted.
CREATE TABLE evaluation_steps (
  tenant_id TEXT NOT NULL CHECK (length(tenant_id) > 0),
  evaluation_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  act TEXT NOT NULL,
  to_state TEXT NOT NULL REFERENCES evaluation_states (state),
  done_by TEXT NOT NULL,
  done_by_name TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  done_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, evaluation_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER evaluation_steps_are_immutable BEFORE UPDATE ON evaluation_steps
BEGIN SELECT RAISE(ABORT, 'steps of an evaluation are immutable'); END;
CREATE TRIGGER evaluation_steps_are_kept BEFORE DELETE ON evaluation_steps
BEGIN SELECT RAISE(ABORT, 'steps of an evaluation are kept'); END;

-- what: JSON of which indicators' raw values go along. from_at: nothing leaves earlier (an embargo). left_at: when the hub had it; null before,
-- and for ever where it was withdrawn first.
CREATE TABLE releases (
  tenant_id TEXT NOT NULL CHECK (length(tenant_id) > 0),
  id TEXT NOT NULL,
  outbox_id TEXT NOT NULL,
  basis TEXT NOT NULL REFERENCES release_bases (basis),
  evaluation_id TEXT NOT NULL,
  audience TEXT NOT NULL DEFAULT 'public',
  what TEXT NOT NULL CHECK (json_valid(what)),
  from_at INTEGER NOT NULL,
  supersedes_id TEXT,
  reason TEXT NOT NULL DEFAULT '',
  created_by TEXT NOT NULL,
  created_by_name TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  left_at INTEGER,
  withdrawn_by TEXT,
  withdrawn_by_name TEXT,
  withdrawn_at INTEGER,
  withdrawn_reason TEXT,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, evaluation_id) REFERENCES evaluations (tenant_id, id),
  FOREIGN KEY (tenant_id, supersedes_id) REFERENCES releases (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX releases_by_evaluation ON releases (tenant_id, evaluation_id) WHERE basis = 'publication';
CREATE UNIQUE INDEX releases_by_outbox ON releases (tenant_id, outbox_id);
CREATE INDEX releases_by_superseded ON releases (tenant_id, supersedes_id) WHERE supersedes_id IS NOT NULL;
CREATE INDEX releases_by_time ON releases (tenant_id, created_at, id);

-- That it left and that it was withdrawn may be added once; nothing else changes.
CREATE TRIGGER releases_are_immutable BEFORE UPDATE ON releases
WHEN NEW.tenant_id IS NOT OLD.tenant_id OR NEW.id IS NOT OLD.id OR NEW.outbox_id IS NOT OLD.outbox_id OR NEW.basis IS NOT OLD.basis
  OR NEW.evaluation_id IS NOT OLD.evaluation_id OR NEW.audience IS NOT OLD.audience OR NEW.what IS NOT OLD.what OR NEW.from_at IS NOT OLD.from_at
  OR NEW.supersedes_id IS NOT OLD.supersedes_id OR NEW.reason IS NOT OLD.reason OR NEW.created_by IS NOT OLD.created_by
  OR NEW.created_by_name IS NOT OLD.created_by_name OR NEW.created_at IS NOT OLD.created_at OR (OLD.left_at IS NOT NULL AND NEW.left_at IS NOT OLD.left_at)
  OR (OLD.withdrawn_at IS NOT NULL AND (NEW.withdrawn_at IS NOT OLD.withdrawn_at OR NEW.withdrawn_by IS NOT OLD.withdrawn_by
    OR NEW.withdrawn_by_name IS NOT OLD.withdrawn_by_name OR NEW.withdrawn_reason IS NOT OLD.withdrawn_reason))
BEGIN SELECT RAISE(ABORT, 'releases are immutable'); END;
CREATE TRIGGER releases_are_kept BEFORE DELETE ON releases
BEGIN SELECT RAISE(ABORT, 'releases are kept'); END;

-- The rules that a city has set for itself, by name.
CREATE TABLE city_policies (
  tenant_id TEXT NOT NULL CHECK (length(tenant_id) > 0),
  policy TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (tenant_id, policy)
) STRICT, WITHOUT ROWID;

-- A row that is not to be carried before a date.
ALTER TABLE outbox ADD COLUMN not_before INTEGER;

-- What was published before there were releases.
INSERT INTO releases (tenant_id, id, outbox_id, basis, evaluation_id, what, from_at, created_by, created_at, left_at)
  SELECT e.tenant_id, coalesce(x.payload->>'$.publication.id', 'pub_' || substr(e.id, 4)), coalesce(x.id, 'out_' || substr(e.id, 4)), 'publication', e.id,
    json_object('published', json(coalesce((SELECT d.published FROM disclosures d WHERE d.tenant_id = e.tenant_id AND d.evaluation_id = e.id LIMIT 1), '[]'))),
    coalesce(e.published_at, e.created_at), coalesce(e.published_by, e.created_by), coalesce(e.published_at, e.created_at), x.relayed_at
  FROM evaluations e LEFT JOIN outbox x ON x.tenant_id = e.tenant_id AND x.kind = 'publication' AND x.payload->>'$.evaluationId' = e.id
  WHERE e.state = 'published' ON CONFLICT DO NOTHING;
INSERT INTO evaluation_steps (tenant_id, evaluation_id, seq, act, to_state, done_by, done_at)
  SELECT tenant_id, id, 1, 'publish', 'published', coalesce(published_by, created_by), coalesce(published_at, created_at) FROM evaluations WHERE state = 'published';

-- A writer that knows no releases: the version before this one, while or after the databases were migrated.
CREATE TRIGGER publications_are_releases AFTER INSERT ON outbox
WHEN NEW.kind = 'publication' AND NOT EXISTS (SELECT 1 FROM releases r WHERE r.tenant_id = NEW.tenant_id AND r.outbox_id = NEW.id)
BEGIN
  INSERT INTO releases (tenant_id, id, outbox_id, basis, evaluation_id, what, from_at, created_by, created_at)
    SELECT NEW.tenant_id, NEW.payload->>'$.publication.id', NEW.id, 'publication', e.id, '{}', NEW.created_at, coalesce(e.published_by, e.created_by), NEW.created_at
    FROM evaluations e WHERE e.tenant_id = NEW.tenant_id AND e.id = NEW.payload->>'$.evaluationId';
END;
