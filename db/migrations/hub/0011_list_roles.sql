-- Roles are rows: a new one is an INSERT in a later migration, where a CHECK could never be changed by adding. This once the table is made anew.
-- Nothing refers to memberships, so no child row can be lost with it.
CREATE TABLE roles (
  role TEXT PRIMARY KEY CHECK (length(role) BETWEEN 2 AND 40)
) STRICT, WITHOUT ROWID;
INSERT INTO roles (role) VALUES
  ('owner'), ('data_officer'), ('reviewer'), ('analyst'), ('viewer'), ('coordinator'), ('representative'), ('assessor'), ('operator');

CREATE TABLE memberships_by_role (
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  role TEXT NOT NULL REFERENCES roles (role),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (organisation_id, user_id)
) STRICT, WITHOUT ROWID;
INSERT INTO memberships_by_role (organisation_id, user_id, role, created_at)
SELECT organisation_id, user_id, role, created_at FROM memberships;
DROP TABLE memberships;
ALTER TABLE memberships_by_role RENAME TO memberships;
CREATE INDEX memberships_by_user ON memberships (user_id);
