-- Everything of one city. Keys begin with tenant_id, and so does every foreign key: a child row of another tenant cannot exist.
CREATE TABLE areas (
  tenant_id TEXT NOT NULL CHECK (length(tenant_id) > 0),
  id TEXT NOT NULL,
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 32),
  name TEXT NOT NULL,
  name_en TEXT NOT NULL DEFAULT '',
  parent_id TEXT,
  setting TEXT CHECK (setting IN ('urban', 'rural')),
  grouping TEXT NOT NULL DEFAULT '',
  sort INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES areas (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE populations (
  tenant_id TEXT NOT NULL,
  area_id TEXT NOT NULL,
  period TEXT NOT NULL,
  value REAL NOT NULL CHECK (value >= 0),
  PRIMARY KEY (tenant_id, period, area_id),
  FOREIGN KEY (tenant_id, area_id) REFERENCES areas (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE frameworks (
  tenant_id TEXT NOT NULL CHECK (length(tenant_id) > 0),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL DEFAULT '',
  template_id TEXT,
  template_version INTEGER,
  template_digest TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;

-- A framework version is a tree as JSON (see worker/services/framework/body.ts); editing makes the next version.
CREATE TABLE framework_versions (
  tenant_id TEXT NOT NULL,
  framework_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  body TEXT NOT NULL CHECK (json_valid(body)),
  digest TEXT NOT NULL CHECK (digest GLOB 'sha256:*'),
  note TEXT NOT NULL DEFAULT '',
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, framework_id, version),
  FOREIGN KEY (tenant_id, framework_id) REFERENCES frameworks (tenant_id, id)
) STRICT;
CREATE TRIGGER framework_versions_are_immutable BEFORE UPDATE ON framework_versions
BEGIN SELECT RAISE(ABORT, 'framework versions are immutable'); END;

-- The tenant's indicator dictionary: observations refer to it, frameworks take leaves from it.
CREATE TABLE indicators (
  tenant_id TEXT NOT NULL CHECK (length(tenant_id) > 0),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
  name TEXT NOT NULL,
  name_en TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  direction TEXT NOT NULL CHECK (direction IN ('benefit', 'cost')),
  numerator TEXT NOT NULL DEFAULT '',
  denominator TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  layer TEXT NOT NULL DEFAULT '',
  plausible_low REAL,
  plausible_high REAL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  tenant_id TEXT NOT NULL CHECK (length(tenant_id) > 0),
  id TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_digest TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  encoding TEXT NOT NULL,
  layout TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('rejected', 'ready', 'committed', 'discarded', 'reverted')),
  row_count INTEGER NOT NULL,
  value_count INTEGER NOT NULL,
  missing_count INTEGER NOT NULL,
  changed_count INTEGER NOT NULL DEFAULT 0,
  problem_count INTEGER NOT NULL,
  summary TEXT NOT NULL CHECK (json_valid(summary)),
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  committed_at INTEGER,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX imports_by_time ON imports (tenant_id, created_at, id);

-- The checked values of a ready import, as JSON {"<period> <indicator>": {"<area id>": value}}, at most 1.5 MB each; gone once it is written or discarded.
CREATE TABLE import_chunks (
  tenant_id TEXT NOT NULL,
  import_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (tenant_id, import_id, seq),
  FOREIGN KEY (tenant_id, import_id) REFERENCES imports (tenant_id, id)
) STRICT;

-- The record of truth: one row per value. A missing value has no row.
CREATE TABLE observations (
  tenant_id TEXT NOT NULL,
  indicator TEXT NOT NULL,
  period TEXT NOT NULL CHECK (length(period) BETWEEN 4 AND 10),
  area_id TEXT NOT NULL,
  value REAL NOT NULL,
  import_id TEXT,
  updated_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, indicator, period, area_id),
  FOREIGN KEY (tenant_id, indicator) REFERENCES indicators (tenant_id, code),
  FOREIGN KEY (tenant_id, area_id) REFERENCES areas (tenant_id, id)
) STRICT, WITHOUT ROWID;

-- What a cell held before an import replaced it, so that the import can be taken back. A cell that was empty has no row here: it is known by its import_id.
CREATE TABLE observation_history (
  tenant_id TEXT NOT NULL,
  import_id TEXT NOT NULL,
  indicator TEXT NOT NULL,
  period TEXT NOT NULL,
  area_id TEXT NOT NULL,
  old_value REAL,
  old_import_id TEXT,
  new_value REAL NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, import_id, indicator, period, area_id),
  FOREIGN KEY (tenant_id, import_id) REFERENCES imports (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX observation_history_by_cell ON observation_history (tenant_id, indicator, period, area_id, changed_at);
