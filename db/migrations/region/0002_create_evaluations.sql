-- Evaluations, what they computed, what waits for the hub, and who did what.
CREATE TABLE evaluations (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  framework_id TEXT NOT NULL,
  framework_version INTEGER NOT NULL,
  periods TEXT NOT NULL CHECK (json_valid(periods)),
  options TEXT NOT NULL CHECK (json_valid(options)),
  state TEXT NOT NULL CHECK (state IN ('draft', 'published')),
  engine_version TEXT NOT NULL,
  input_digest TEXT NOT NULL CHECK (input_digest GLOB 'sha256:*'),
  result_digest TEXT NOT NULL CHECK (result_digest GLOB 'sha256:*'),
  summary TEXT NOT NULL CHECK (json_valid(summary)),
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  published_by TEXT,
  published_at INTEGER,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, framework_id, framework_version) REFERENCES framework_versions (tenant_id, framework_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluations_by_time ON evaluations (tenant_id, created_at, id);

-- part: 'inputs' and 'data:<period>' (what the digest covers), 'panel', 'result:<period>', and once published 'publication' and 'exchange' (what leaves the region);
-- each body stays under 2 MB, long ones go on in seq 1, 2 …
CREATE TABLE evaluation_parts (
  tenant_id TEXT NOT NULL,
  evaluation_id TEXT NOT NULL,
  part TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  body TEXT NOT NULL,
  PRIMARY KEY (tenant_id, evaluation_id, part, seq),
  FOREIGN KEY (tenant_id, evaluation_id) REFERENCES evaluations (tenant_id, id)
) STRICT;

CREATE TRIGGER published_evaluations_are_kept BEFORE DELETE ON evaluations WHEN OLD.state = 'published'
BEGIN SELECT RAISE(ABORT, 'published evaluations are kept'); END;

CREATE TABLE outbox (
  tenant_id TEXT NOT NULL CHECK (length(tenant_id) > 0),
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  created_at INTEGER NOT NULL,
  relayed_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_waiting ON outbox (created_at) WHERE relayed_at IS NULL;

CREATE TABLE audit (
  tenant_id TEXT NOT NULL CHECK (length(tenant_id) > 0),
  id TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  target TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)),
  request_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_by_time ON audit (tenant_id, created_at, id);
