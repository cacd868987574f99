-- Regions, organisations, people and how they prove who they are.
CREATE TABLE regions (
  code TEXT PRIMARY KEY CHECK (code GLOB '[a-z]*' AND length(code) BETWEEN 2 AND 12),
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  sort INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

-- A city is a tenant and lives in one region; groups, assessors and the operator live in the hub only.
CREATE TABLE organisations (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('city', 'group', 'assessor', 'operator')),
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 2 AND 40),
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  region_code TEXT REFERENCES regions (code),
  is_demo INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
  created_at INTEGER NOT NULL,
  CHECK (kind <> 'city' OR region_code IS NOT NULL)
) STRICT;
CREATE INDEX organisations_by_region ON organisations (region_code, kind);

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE memberships (
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  role TEXT NOT NULL CHECK (role IN ('owner', 'data_officer', 'reviewer', 'analyst', 'viewer', 'coordinator', 'representative', 'assessor', 'operator')),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (organisation_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_by_user ON memberships (user_id);

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  name TEXT NOT NULL,
  prefix TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  scopes TEXT NOT NULL CHECK (json_valid(scopes)),
  is_demo INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
  created_by TEXT REFERENCES users (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  revoked_at INTEGER,
  last_used_at INTEGER
) STRICT;
CREATE INDEX api_keys_by_organisation ON api_keys (organisation_id, created_at);

-- Which cities a coordination group brings together.
CREATE TABLE group_members (
  group_id TEXT NOT NULL REFERENCES organisations (id),
  city_id TEXT NOT NULL REFERENCES organisations (id),
  joined_at INTEGER NOT NULL,
  PRIMARY KEY (group_id, city_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_members_by_city ON group_members (city_id);

-- What a third-party assessor may do in one city, between two dates; actions is a JSON array of permissions.
CREATE TABLE assignments (
  id TEXT PRIMARY KEY,
  assessor_id TEXT NOT NULL REFERENCES organisations (id),
  city_id TEXT NOT NULL REFERENCES organisations (id),
  purpose TEXT NOT NULL,
  actions TEXT NOT NULL CHECK (json_valid(actions)),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX assignments_by_assessor ON assignments (assessor_id, city_id);

CREATE TABLE hub_audit (
  id TEXT PRIMARY KEY,
  organisation_id TEXT,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  target TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)),
  request_id TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX hub_audit_by_organisation ON hub_audit (organisation_id, created_at, id);
