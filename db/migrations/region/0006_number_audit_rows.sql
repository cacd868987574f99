-- The audit rows of a city as a log: numbered without gaps, each with the text that is hashed (worker/log/entry.ts). Rows of an earlier release are
-- numbered by time; their text follows when they are sealed.
ALTER TABLE audit ADD COLUMN seq INTEGER CHECK (seq >= 1);
ALTER TABLE audit ADD COLUMN entry TEXT;
UPDATE audit SET seq = numbered.n
FROM (SELECT tenant_id, id, row_number() OVER (PARTITION BY tenant_id ORDER BY created_at, id) AS n FROM audit) AS numbered
WHERE audit.tenant_id = numbered.tenant_id AND audit.id = numbered.id;
CREATE UNIQUE INDEX audit_by_seq ON audit (tenant_id, seq);

-- A writer that knows no numbers: the release before this one, while or after the databases were migrated.
CREATE TRIGGER audit_rows_are_numbered AFTER INSERT ON audit WHEN NEW.seq IS NULL
BEGIN
  UPDATE audit SET seq = 1 + coalesce((SELECT max(seq) FROM audit WHERE tenant_id = NEW.tenant_id), 0)
  WHERE tenant_id = NEW.tenant_id AND id = NEW.id;
END;

-- A number and a text may be added once; nothing else changes.
CREATE TRIGGER audit_rows_are_immutable BEFORE UPDATE ON audit
WHEN NEW.tenant_id IS NOT OLD.tenant_id OR NEW.id IS NOT OLD.id OR NEW.actor IS NOT OLD.actor OR NEW.action IS NOT OLD.action
  OR NEW.target IS NOT OLD.target OR NEW.detail IS NOT OLD.detail OR NEW.request_id IS NOT OLD.request_id
  OR NEW.created_at IS NOT OLD.created_at OR (OLD.seq IS NOT NULL AND NEW.seq IS NOT OLD.seq)
  OR (OLD.entry IS NOT NULL AND NEW.entry IS NOT OLD.entry)
BEGIN SELECT RAISE(ABORT, 'audit rows are immutable'); END;
CREATE TRIGGER audit_rows_are_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit rows are kept'); END;

-- Hashes of the complete parts of a log's Merkle tree (RFC 9162): part idx of a level covers 2^level entries. A proof reads a few of them.
CREATE TABLE audit_nodes (
  tenant_id TEXT NOT NULL CHECK (length(tenant_id) > 0),
  level INTEGER NOT NULL CHECK (level >= 0),
  idx INTEGER NOT NULL CHECK (idx >= 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (tenant_id, level, idx)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER audit_nodes_are_immutable BEFORE UPDATE ON audit_nodes
BEGIN SELECT RAISE(ABORT, 'audit nodes are immutable'); END;
CREATE TRIGGER audit_nodes_are_kept BEFORE DELETE ON audit_nodes
BEGIN SELECT RAISE(ABORT, 'audit nodes are kept'); END;

-- Signed heads: how many entries there were at a moment, and their root.
CREATE TABLE audit_heads (
  tenant_id TEXT NOT NULL CHECK (length(tenant_id) > 0),
  size INTEGER NOT NULL CHECK (size >= 0),
  root TEXT NOT NULL CHECK (length(root) = 64),
  signed_at INTEGER NOT NULL,
  key_id TEXT NOT NULL,
  signature TEXT NOT NULL,
  PRIMARY KEY (tenant_id, size)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER audit_heads_are_immutable BEFORE UPDATE ON audit_heads
BEGIN SELECT RAISE(ABORT, 'audit heads are immutable'); END;
CREATE TRIGGER audit_heads_are_kept BEFORE DELETE ON audit_heads
BEGIN SELECT RAISE(ABORT, 'audit heads are kept'); END;
