-- The Idempotency-Key of an act, written in the act's own batch: there is no moment at which the act is done and the key unknown. What a repeat is
-- told is made from the audit row of the act. Kept for a day.
CREATE TABLE idempotency_keys (
  tenant_id TEXT NOT NULL CHECK (length(tenant_id) > 0),
  actor TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  audit_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, actor, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

-- Staged imports by age: those that nobody commits are discarded after a week.
CREATE INDEX imports_staged ON imports (created_at) WHERE state = 'ready';
