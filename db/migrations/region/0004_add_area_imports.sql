-- A file of areas and populations is checked, staged, written and taken back like one of values: the same record, told apart by its kind.
ALTER TABLE imports ADD COLUMN kind TEXT NOT NULL DEFAULT 'observations' CHECK (kind IN ('observations', 'areas'));

-- What a written import of areas changed, as JSON {"areas": [...], "populations": [...]} with the state before and after of each
-- (shape: db/region/queries/areaImports.ts), so that it can be taken back. Gone once it is.
CREATE TABLE area_changes (
  tenant_id TEXT NOT NULL,
  import_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (tenant_id, import_id, seq),
  FOREIGN KEY (tenant_id, import_id) REFERENCES imports (tenant_id, id)
) STRICT;

-- How an indicator is scaled ({"kind":"bounded","low":0,"high":100}), where its framework says so: what a value can be at all.
ALTER TABLE indicators ADD COLUMN scale TEXT CHECK (scale IS NULL OR json_valid(scale));
