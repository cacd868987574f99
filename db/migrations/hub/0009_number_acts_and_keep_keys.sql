-- The hub's acts as logs, one per organisation and one of the platform (no organisation): as in a region, 0006.
ALTER TABLE hub_audit ADD COLUMN log TEXT GENERATED ALWAYS AS (coalesce(organisation_id, 'platform')) VIRTUAL;
ALTER TABLE hub_audit ADD COLUMN seq INTEGER CHECK (seq >= 1);
ALTER TABLE hub_audit ADD COLUMN entry TEXT;
UPDATE hub_audit SET seq = numbered.n
FROM (SELECT id, row_number() OVER (PARTITION BY coalesce(organisation_id, 'platform') ORDER BY created_at, id) AS n FROM hub_audit) AS numbered
WHERE hub_audit.id = numbered.id;
CREATE UNIQUE INDEX hub_audit_by_seq ON hub_audit (log, seq);

CREATE TRIGGER hub_audit_rows_are_numbered AFTER INSERT ON hub_audit WHEN NEW.seq IS NULL
BEGIN
  UPDATE hub_audit SET seq = 1 + coalesce((SELECT max(seq) FROM hub_audit WHERE log = coalesce(NEW.organisation_id, 'platform')), 0)
  WHERE id = NEW.id;
END;

CREATE TRIGGER hub_audit_rows_are_immutable BEFORE UPDATE ON hub_audit
WHEN NEW.organisation_id IS NOT OLD.organisation_id OR NEW.id IS NOT OLD.id OR NEW.actor IS NOT OLD.actor OR NEW.action IS NOT OLD.action
  OR NEW.target IS NOT OLD.target OR NEW.detail IS NOT OLD.detail OR NEW.request_id IS NOT OLD.request_id
  OR NEW.created_at IS NOT OLD.created_at OR (OLD.seq IS NOT NULL AND NEW.seq IS NOT OLD.seq)
  OR (OLD.entry IS NOT NULL AND NEW.entry IS NOT OLD.entry)
BEGIN SELECT RAISE(ABORT, 'audit rows are immutable'); END;
CREATE TRIGGER hub_audit_rows_are_kept BEFORE DELETE ON hub_audit
BEGIN SELECT RAISE(ABORT, 'audit rows are kept'); END;

CREATE TABLE audit_nodes (
  log TEXT NOT NULL CHECK (length(log) > 0),
  level INTEGER NOT NULL CHECK (level >= 0),
  idx INTEGER NOT NULL CHECK (idx >= 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (log, level, idx)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER audit_nodes_are_immutable BEFORE UPDATE ON audit_nodes
BEGIN SELECT RAISE(ABORT, 'audit nodes are immutable'); END;
CREATE TRIGGER audit_nodes_are_kept BEFORE DELETE ON audit_nodes
BEGIN SELECT RAISE(ABORT, 'audit nodes are kept'); END;

CREATE TABLE audit_heads (
  log TEXT NOT NULL CHECK (length(log) > 0),
  size INTEGER NOT NULL CHECK (size >= 0),
  root TEXT NOT NULL CHECK (length(root) = 64),
  signed_at INTEGER NOT NULL,
  key_id TEXT NOT NULL,
  signature TEXT NOT NULL,
  PRIMARY KEY (log, size)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER audit_heads_are_immutable BEFORE UPDATE ON audit_heads
BEGIN SELECT RAISE(ABORT, 'audit heads are immutable'); END;
CREATE TRIGGER audit_heads_are_kept BEFORE DELETE ON audit_heads
BEGIN SELECT RAISE(ABORT, 'audit heads are kept'); END;

-- Keys that sign heads, of each organisation and of the platform, here and in the regions. The private key is encrypted under the deployment's
-- secret (worker/log/sealedKey.ts) and is erased when the key is retired; the public one stays, for the heads it signed.
CREATE TABLE signing_keys (
  key_id TEXT PRIMARY KEY,
  owner TEXT NOT NULL CHECK (length(owner) > 0),
  public_key TEXT NOT NULL CHECK (length(public_key) = 43),
  sealed_private_key TEXT,
  created_at INTEGER NOT NULL,
  retired_at INTEGER,
  CHECK ((sealed_private_key IS NULL) = (retired_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX signing_keys_in_use ON signing_keys (owner) WHERE retired_at IS NULL;
CREATE INDEX signing_keys_by_owner ON signing_keys (owner, created_at);
CREATE TRIGGER signing_keys_only_retire BEFORE UPDATE ON signing_keys
WHEN OLD.retired_at IS NOT NULL OR NEW.retired_at IS NULL OR NEW.key_id IS NOT OLD.key_id OR NEW.owner IS NOT OLD.owner
  OR NEW.public_key IS NOT OLD.public_key OR NEW.created_at IS NOT OLD.created_at
BEGIN SELECT RAISE(ABORT, 'signing keys only retire'); END;
CREATE TRIGGER signing_keys_are_kept BEFORE DELETE ON signing_keys
BEGIN SELECT RAISE(ABORT, 'signing keys are kept'); END;
