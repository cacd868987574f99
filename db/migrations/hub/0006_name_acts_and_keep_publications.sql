-- A key of an act in the hub names the audit row written in the same batch; what a repeat is told is made from that. Rows without one were written by
-- an earlier release: status and body are no longer used.
ALTER TABLE idempotency_keys ADD COLUMN audit_id TEXT;

-- What was published stays. Values shared under a consent go when it is withdrawn.
CREATE TRIGGER publications_are_kept BEFORE DELETE ON publications
BEGIN SELECT RAISE(ABORT, 'publications are kept'); END;
CREATE TRIGGER publication_parts_are_kept BEFORE DELETE ON publication_parts
BEGIN SELECT RAISE(ABORT, 'publication parts are kept'); END;
CREATE TRIGGER published_values_are_kept BEFORE DELETE ON exchange_values WHEN OLD.basis = 'published'
BEGIN SELECT RAISE(ABORT, 'published values are kept'); END;
CREATE TRIGGER published_values_are_immutable BEFORE UPDATE ON exchange_values WHEN OLD.basis = 'published'
BEGIN SELECT RAISE(ABORT, 'published values are immutable'); END;
