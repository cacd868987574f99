-- What a city has made public, one row per publication and period: which areas and indicators, by which method, and which numbers (cut). The guard
-- reads all of it before anything else of the same cells may follow, so nothing here is ever changed.
CREATE TABLE disclosures (
  tenant_id TEXT NOT NULL CHECK (length(tenant_id) > 0),
  evaluation_id TEXT NOT NULL,
  period TEXT NOT NULL,
  lineage TEXT NOT NULL,
  method TEXT NOT NULL,
  areas TEXT NOT NULL CHECK (json_valid(areas)),
  withheld TEXT NOT NULL CHECK (json_valid(withheld)),
  published TEXT NOT NULL CHECK (json_valid(published)),
  cut TEXT NOT NULL CHECK (json_valid(cut)),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, evaluation_id, period),
  FOREIGN KEY (tenant_id, evaluation_id) REFERENCES evaluations (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER disclosures_are_immutable BEFORE UPDATE ON disclosures
BEGIN SELECT RAISE(ABORT, 'disclosures are immutable'); END;
CREATE TRIGGER disclosures_are_kept BEFORE DELETE ON disclosures
BEGIN SELECT RAISE(ABORT, 'disclosures are kept'); END;
