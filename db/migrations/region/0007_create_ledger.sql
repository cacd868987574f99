-- The ledger of values: a value changes only through a change set, whose cells say what stood before and what stands after. `observations` is what
-- the applied sets come to when they are folded in the order of seq (docs/ledger.md).

-- Names that will grow are rows, not a CHECK. worker/ledger/states.ts holds the same lists.
CREATE TABLE change_set_kinds (
  kind TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO change_set_kinds (kind) VALUES ('entry'), ('import'), ('api'), ('revert'), ('merge'), ('backfill');

-- is_final: nothing of a set in this state changes any more.
CREATE TABLE change_set_states (
  state TEXT NOT NULL PRIMARY KEY,
  is_final INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO change_set_states (state, is_final) VALUES ('draft', 0), ('submitted', 0), ('returned', 0), ('approved', 1), ('withdrawn', 1);

-- seq: place in the order in which sets came to bear on the working values, given by the database with applied_at; null until then.
CREATE TABLE change_sets (
  tenant_id TEXT NOT NULL CHECK (length(tenant_id) > 0),
  id TEXT NOT NULL,
  seq INTEGER CHECK (seq >= 1),
  kind TEXT NOT NULL REFERENCES change_set_kinds (kind),
  state TEXT NOT NULL REFERENCES change_set_states (state),
  note TEXT NOT NULL DEFAULT '',
  import_id TEXT,
  reverts_id TEXT,
  cell_count INTEGER NOT NULL DEFAULT 0,
  created_by TEXT NOT NULL,
  created_by_name TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  submitted_by TEXT,
  submitted_at INTEGER,
  decided_by TEXT,
  decided_at INTEGER,
  reason TEXT NOT NULL DEFAULT '',
  applied_at INTEGER,
  PRIMARY KEY (tenant_id, id),
  CHECK ((seq IS NULL) = (applied_at IS NULL)),
  FOREIGN KEY (tenant_id, import_id) REFERENCES imports (tenant_id, id),
  FOREIGN KEY (tenant_id, reverts_id) REFERENCES change_sets (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_sets_by_time ON change_sets (tenant_id, created_at, id);
CREATE INDEX change_sets_by_moment ON change_sets (tenant_id, applied_at, seq) WHERE applied_at IS NOT NULL;
CREATE UNIQUE INDEX change_sets_by_seq ON change_sets (tenant_id, seq) WHERE seq IS NOT NULL;
CREATE UNIQUE INDEX change_sets_by_import ON change_sets (tenant_id, import_id) WHERE import_id IS NOT NULL;
CREATE UNIQUE INDEX change_sets_by_reverted ON change_sets (tenant_id, reverts_id) WHERE reverts_id IS NOT NULL;

-- One row per cell that a set changes; null is "no value". The unit is that of the moment: a dictionary may change it once no value stands. No
-- foreign key to areas: the ledger outlives an area that is deleted.
CREATE TABLE change_cells (
  tenant_id TEXT NOT NULL,
  set_id TEXT NOT NULL,
  indicator TEXT NOT NULL,
  period TEXT NOT NULL CHECK (length(period) BETWEEN 4 AND 10),
  area_id TEXT NOT NULL,
  old_value REAL,
  new_value REAL,
  unit TEXT NOT NULL,
  missing_reason TEXT,
  note TEXT,
  evidence TEXT,
  source_row INTEGER,
  PRIMARY KEY (tenant_id, set_id, indicator, period, area_id),
  FOREIGN KEY (tenant_id, set_id) REFERENCES change_sets (tenant_id, id)
) STRICT, WITHOUT ROWID;
-- Holds all that a past moment is read from.
CREATE INDEX change_cells_by_cell ON change_cells (tenant_id, indicator, period, area_id, set_id, new_value, unit);

-- Cells whose working value waits for approval, with the value that is approved meanwhile (null: none). Everywhere else both are the same.
CREATE TABLE awaiting_approval (
  tenant_id TEXT NOT NULL,
  indicator TEXT NOT NULL,
  period TEXT NOT NULL,
  area_id TEXT NOT NULL,
  set_id TEXT NOT NULL,
  approved_value REAL,
  PRIMARY KEY (tenant_id, indicator, period, area_id),
  FOREIGN KEY (tenant_id, set_id) REFERENCES change_sets (tenant_id, id)
) STRICT, WITHOUT ROWID;

-- Back-fill. Before the ledger an import kept what it replaced (observation_history), and nothing of the cells that it filled first: those are
-- known where the value still stands, or where a later import replaced it. Values of no known import open the ledger as one set.
INSERT INTO change_sets (tenant_id, id, seq, kind, state, created_by, created_at, decided_by, decided_at, applied_at)
  SELECT v.tenant_id, 'set_opening', 1, 'backfill', 'approved', 'system:migration', v.at, 'system:migration', v.at, v.at
  FROM (
    SELECT u.tenant_id, min(min(u.at), coalesce((SELECT min(coalesce(i.committed_at, i.created_at)) FROM imports i
      WHERE i.tenant_id = u.tenant_id AND i.kind = 'observations' AND i.state IN ('committed', 'reverted')), min(u.at))) AS at
    FROM (
      SELECT o.tenant_id, o.updated_at AS at FROM observations o
        LEFT JOIN imports i ON i.tenant_id = o.tenant_id AND i.id = o.import_id AND i.kind = 'observations' AND i.state IN ('committed', 'reverted') WHERE i.id IS NULL
      UNION ALL
      SELECT h.tenant_id, h.changed_at FROM observation_history h
        LEFT JOIN imports i ON i.tenant_id = h.tenant_id AND i.id = h.old_import_id AND i.kind = 'observations' AND i.state IN ('committed', 'reverted') WHERE i.id IS NULL AND h.old_value IS NOT NULL
    ) u GROUP BY u.tenant_id
  ) v;

-- A set for each import that was written and one more for each that was taken back, in the order of the moments of both acts.
INSERT INTO change_sets (tenant_id, id, seq, kind, state, import_id, reverts_id, created_by, created_by_name, created_at, decided_by, decided_at, applied_at)
  WITH acts AS MATERIALIZED (
    SELECT tenant_id, target, action, actor, min(created_at) AS at FROM audit WHERE action IN ('import.commit', 'import.revert') GROUP BY tenant_id, target, action
  ), written AS MATERIALIZED (
    SELECT i.tenant_id, i.id, i.state, i.created_by AS author, coalesce(i.summary->>'createdByName', '') AS name,
      coalesce(c.actor, i.created_by) AS committer, coalesce(i.committed_at, i.created_at) AS committed,
      coalesce(r.actor, c.actor, i.created_by) AS reverter, max(coalesce(r.at, 0), coalesce(i.committed_at, i.created_at)) AS reverted
    FROM imports i
      LEFT JOIN acts c ON c.tenant_id = i.tenant_id AND c.target = i.id AND c.action = 'import.commit'
      LEFT JOIN acts r ON r.tenant_id = i.tenant_id AND r.target = i.id AND r.action = 'import.revert'
    WHERE i.kind = 'observations' AND i.state IN ('committed', 'reverted')
  ), happened AS (
    SELECT tenant_id, 'set_' || substr(id, 5) AS id, 'import' AS kind, id AS import_id, NULL AS reverts_id, committer AS by, CASE WHEN committer = author THEN name ELSE '' END AS name, committed AS at, 0 AS is_revert FROM written
    UNION ALL
    SELECT tenant_id, 'set_' || substr(id, 5) || 'r', 'revert', NULL, 'set_' || substr(id, 5), reverter, CASE WHEN reverter = author THEN name ELSE '' END, reverted, 1 FROM written WHERE state = 'reverted'
  )
  SELECT h.tenant_id, h.id,
    row_number() OVER (PARTITION BY h.tenant_id ORDER BY h.at, h.is_revert, h.id) + EXISTS (SELECT 1 FROM change_sets s WHERE s.tenant_id = h.tenant_id AND s.id = 'set_opening'),
    h.kind, 'approved', h.import_id, h.reverts_id, h.by, h.name, h.at, h.by, h.at, h.at
  FROM happened h;

-- What an import replaced.
INSERT INTO change_cells (tenant_id, set_id, indicator, period, area_id, old_value, new_value, unit)
  SELECT h.tenant_id, s.id, h.indicator, h.period, h.area_id, h.old_value, h.new_value, coalesce(i.unit, '')
  FROM observation_history h JOIN change_sets s ON s.tenant_id = h.tenant_id AND s.import_id = h.import_id
    LEFT JOIN indicators i ON i.tenant_id = h.tenant_id AND i.code = h.indicator;
-- What it filled first, and what still stands.
INSERT INTO change_cells (tenant_id, set_id, indicator, period, area_id, old_value, new_value, unit)
  SELECT o.tenant_id, coalesce(s.id, 'set_opening'), o.indicator, o.period, o.area_id, NULL, o.value, i.unit
  FROM observations o LEFT JOIN change_sets s ON s.tenant_id = o.tenant_id AND s.import_id = o.import_id
    JOIN indicators i ON i.tenant_id = o.tenant_id AND i.code = o.indicator
  WHERE true ON CONFLICT DO NOTHING;
-- What it filled first, and another import replaced later.
INSERT INTO change_cells (tenant_id, set_id, indicator, period, area_id, old_value, new_value, unit)
  SELECT h.tenant_id, coalesce(s.id, 'set_opening'), h.indicator, h.period, h.area_id, NULL, h.old_value, coalesce(i.unit, '')
  FROM observation_history h LEFT JOIN change_sets s ON s.tenant_id = h.tenant_id AND s.import_id = h.old_import_id
    LEFT JOIN indicators i ON i.tenant_id = h.tenant_id AND i.code = h.indicator
  WHERE h.old_value IS NOT NULL ON CONFLICT DO NOTHING;
-- An import kept the units its file was read in.
UPDATE change_cells SET unit = u.unit
  FROM (SELECT s.tenant_id, s.id AS set_id, j.value->>0 AS indicator, j.value->>1 AS unit FROM change_sets s
    JOIN imports i ON i.tenant_id = s.tenant_id AND i.id = s.import_id JOIN json_each(i.summary, '$.units') j
    LEFT JOIN indicators d ON d.tenant_id = s.tenant_id AND d.code = j.value->>0 WHERE d.unit IS NOT j.value->>1 AND j.value->>1 IS NOT NULL) u
  WHERE change_cells.tenant_id = u.tenant_id AND change_cells.set_id = u.set_id AND change_cells.indicator = u.indicator;
-- What taking it back restored.
INSERT INTO change_cells (tenant_id, set_id, indicator, period, area_id, old_value, new_value, unit)
  SELECT c.tenant_id, r.id, c.indicator, c.period, c.area_id, c.new_value, c.old_value, c.unit
  FROM change_sets r JOIN change_cells c ON c.tenant_id = r.tenant_id AND c.set_id = r.reverts_id WHERE r.reverts_id IS NOT NULL;

-- Where two acts of one millisecond stood in another order than can be told today, a last set says what the values really are.
INSERT INTO change_sets (tenant_id, id, seq, kind, state, created_by, created_at, decided_by, decided_at, applied_at)
  WITH folded AS (
    SELECT c.tenant_id, c.indicator, c.period, c.area_id, c.new_value, max(s.seq) AS seq
    FROM change_cells c JOIN change_sets s ON s.tenant_id = c.tenant_id AND s.id = c.set_id GROUP BY c.tenant_id, c.indicator, c.period, c.area_id
  ), astray AS (
    SELECT DISTINCT f.tenant_id FROM folded f
      LEFT JOIN observations o ON o.tenant_id = f.tenant_id AND o.indicator = f.indicator AND o.period = f.period AND o.area_id = f.area_id WHERE f.new_value IS NOT o.value
  )
  SELECT s.tenant_id, 'set_closing', max(s.seq) + 1, 'backfill', 'approved', 'system:migration', max(s.applied_at), 'system:migration', max(s.applied_at), max(s.applied_at)
  FROM change_sets s WHERE s.tenant_id IN (SELECT tenant_id FROM astray) GROUP BY s.tenant_id;
INSERT INTO change_cells (tenant_id, set_id, indicator, period, area_id, old_value, new_value, unit)
  WITH folded AS (
    SELECT c.tenant_id, c.indicator, c.period, c.area_id, c.new_value, c.unit, max(s.seq) AS seq
    FROM change_cells c JOIN change_sets s ON s.tenant_id = c.tenant_id AND s.id = c.set_id GROUP BY c.tenant_id, c.indicator, c.period, c.area_id
  )
  SELECT f.tenant_id, 'set_closing', f.indicator, f.period, f.area_id, f.new_value, o.value, f.unit FROM folded f
    LEFT JOIN observations o ON o.tenant_id = f.tenant_id AND o.indicator = f.indicator AND o.period = f.period AND o.area_id = f.area_id WHERE f.new_value IS NOT o.value;

UPDATE change_sets SET cell_count = (SELECT count(*) FROM change_cells c WHERE c.tenant_id = change_sets.tenant_id AND c.set_id = change_sets.id);

-- From here on history cannot be written anew.
CREATE TRIGGER change_cells_join_no_applied_set BEFORE INSERT ON change_cells
WHEN (SELECT seq FROM change_sets WHERE tenant_id = NEW.tenant_id AND id = NEW.set_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'cells of an applied change set are immutable'); END;
CREATE TRIGGER change_cells_are_immutable BEFORE UPDATE ON change_cells
WHEN (SELECT seq FROM change_sets WHERE tenant_id = OLD.tenant_id AND id = OLD.set_id) IS NOT NULL
  OR (SELECT seq FROM change_sets WHERE tenant_id = NEW.tenant_id AND id = NEW.set_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'cells of an applied change set are immutable'); END;
CREATE TRIGGER change_cells_are_kept BEFORE DELETE ON change_cells
WHEN (SELECT seq FROM change_sets WHERE tenant_id = OLD.tenant_id AND id = OLD.set_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'cells of an applied change set are kept'); END;
CREATE TRIGGER change_sets_are_not_replaced BEFORE INSERT ON change_sets
WHEN EXISTS (SELECT 1 FROM change_sets WHERE tenant_id = NEW.tenant_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'change sets are kept'); END;
CREATE TRIGGER change_sets_are_kept BEFORE DELETE ON change_sets
BEGIN SELECT RAISE(ABORT, 'change sets are kept'); END;
-- An applied set may still be decided upon, until it is; who made it, what it is and where it stands never change.
CREATE TRIGGER applied_change_sets_are_immutable BEFORE UPDATE ON change_sets
WHEN OLD.seq IS NOT NULL AND ((SELECT is_final FROM change_set_states WHERE state = OLD.state) = 1
  OR NEW.tenant_id IS NOT OLD.tenant_id OR NEW.id IS NOT OLD.id OR NEW.seq IS NOT OLD.seq OR NEW.applied_at IS NOT OLD.applied_at OR NEW.kind IS NOT OLD.kind OR NEW.note IS NOT OLD.note
  OR NEW.import_id IS NOT OLD.import_id OR NEW.reverts_id IS NOT OLD.reverts_id OR NEW.cell_count IS NOT OLD.cell_count
  OR NEW.created_by IS NOT OLD.created_by OR NEW.created_by_name IS NOT OLD.created_by_name OR NEW.created_at IS NOT OLD.created_at)
BEGIN SELECT RAISE(ABORT, 'an applied change set is immutable'); END;
