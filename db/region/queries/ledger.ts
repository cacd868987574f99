/** Writing the ledger: every statement that changes a value of a city. A change set is opened, given its cells, applied and laid upon
 * `observations`, all in one batch. Once it is applied the triggers of 0007_create_ledger.sql keep it as it is. */
import { sql, type SQL } from 'drizzle-orm'
import { abortUnless, expectChanges } from '../../commit.ts'
import type { Statement, TenantId } from '../../client.ts'

/** A set about to be made, and the one step that carries it. Names of kinds and states: worker/ledger/states.ts. */
export interface NewChangeSet {
  readonly id: string
  /** The actor, and their name at the time; it may be empty. */
  readonly by: string
  readonly byName: string
  readonly nowMs: number
  readonly move: { readonly from: readonly string[]; readonly to: string }
}

/** The set that an import was written as; NULL when it was not. */
export const IMPORT_SET = (tenantId: TenantId, importId: string): SQL =>
  sql`(SELECT id FROM change_sets WHERE tenant_id = ${tenantId} AND import_id = ${importId})`

/** An import as a set: of the staged `cells` (indicator, period, area_id, value, source_row, note, unit; held: does anything stand of this indicator and
 * period) those that differ from what stands. A file only ever says values, so nothing is emptied. */
export const applyImport = (tenantId: TenantId, importId: string, set: NewChangeSet, cells: SQL): Statement[] => [
  openSet(tenantId, set, 'import', sql`${importId}`, sql`NULL`),
  sql`INSERT INTO change_cells (tenant_id, set_id, indicator, period, area_id, old_value, new_value, unit, note, source_row)
    SELECT ${tenantId}, ${set.id}, n.indicator, n.period, n.area_id, o.value, n.value, n.unit, n.note, n.source_row FROM (${cells}) n
    LEFT JOIN observations o ON n.held AND o.tenant_id = ${tenantId} AND o.indicator = n.indicator AND o.period = n.period AND o.area_id = n.area_id
    WHERE o.value IS NOT n.value`,
  ...apply(tenantId, set),
]

/** The set that takes another back: every cell to what it was before, or to no value. Aborts when a later set has moved one of the cells, and
 * when the set is taken back already. `reverted` is an expression for its id. */
export const applyRevert = (tenantId: TenantId, reverted: SQL, set: NewChangeSet): Statement[] => [
  abortUnless(sql`${reverted} IS NOT NULL AND ${MOVED_CELLS(tenantId, reverted)} = 0`),
  openSet(tenantId, set, 'revert', sql`NULL`, reverted),
  sql`INSERT INTO change_cells (tenant_id, set_id, indicator, period, area_id, old_value, new_value, unit)
    SELECT c.tenant_id, ${set.id}, c.indicator, c.period, c.area_id, c.new_value, c.old_value, c.unit FROM change_cells c WHERE c.tenant_id = ${tenantId} AND c.set_id = ${reverted}`,
  ...apply(tenantId, set),
  empty(tenantId, set),
]

const openSet = (tenantId: TenantId, set: NewChangeSet, kind: string, importId: SQL, revertsId: SQL): Statement => sql`
  INSERT INTO change_sets (tenant_id, id, kind, state, import_id, reverts_id, created_by, created_by_name, created_at)
  VALUES (${tenantId}, ${set.id}, ${kind}, 'draft', ${importId}, ${revertsId}, ${set.by}, ${set.byName}, ${set.nowMs})`

/** Moves the set, gives it the next place in the order and a moment no earlier than that of the set before, and makes its new values the working
 * values. D1 runs one batch at a time: the order of seq is the order of the commits, whatever the clocks of two Workers say. */
const apply = (tenantId: TenantId, set: NewChangeSet): Statement[] => [
  sql`UPDATE change_sets SET state = ${set.move.to}, decided_by = ${set.by}, decided_at = ${set.nowMs},
      seq = coalesce(newest.seq, 0) + 1, applied_at = max(${set.nowMs}, coalesce(newest.applied_at, 0)),
      cell_count = (SELECT count(*) FROM change_cells WHERE tenant_id = ${tenantId} AND set_id = ${set.id})
    FROM (SELECT max(seq) AS seq, max(applied_at) AS applied_at FROM change_sets WHERE tenant_id = ${tenantId} AND seq IS NOT NULL) newest
    WHERE tenant_id = ${tenantId} AND id = ${set.id} AND change_sets.seq IS NULL AND state IN (SELECT value FROM json_each(${JSON.stringify(set.move.from)}))`,
  expectChanges(1),
  sql`INSERT INTO observations (tenant_id, indicator, period, area_id, value, import_id, updated_by, updated_at)
    SELECT c.tenant_id, c.indicator, c.period, c.area_id, c.new_value, ${WRITER(tenantId, set.id)}, ${set.by}, ${set.nowMs} FROM change_cells c
    WHERE c.tenant_id = ${tenantId} AND c.set_id = ${set.id} AND c.new_value IS NOT NULL
    ON CONFLICT (tenant_id, indicator, period, area_id) DO UPDATE SET value = excluded.value, import_id = excluded.import_id, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
]

/** Cells whose new value is "no value". */
const empty = (tenantId: TenantId, set: NewChangeSet): Statement =>
  sql`DELETE FROM observations WHERE tenant_id = ${tenantId}
    AND (indicator, period, area_id) IN (SELECT indicator, period, area_id FROM change_cells WHERE tenant_id = ${tenantId} AND set_id = ${set.id} AND new_value IS NULL)`

/** Neither takes another set back nor was itself taken back: what a cell's value comes from. `s` is the set. */
const STANDS = sql`s.kind <> 'revert' AND NOT EXISTS (SELECT 1 FROM change_sets u WHERE u.tenant_id = s.tenant_id AND u.reverts_id = s.id AND u.seq IS NOT NULL)`

/** Which import the value of cell `c` comes from: the set's own; when the set takes another back, that of the set whose value stands again. */
const WRITER = (tenantId: TenantId, setId: string): SQL => sql`
  CASE (SELECT kind FROM change_sets WHERE tenant_id = ${tenantId} AND id = ${setId}) WHEN 'revert' THEN (
    SELECT s.import_id FROM change_cells d CROSS JOIN change_sets s ON s.tenant_id = d.tenant_id AND s.id = d.set_id
    WHERE d.tenant_id = ${tenantId} AND d.indicator = c.indicator AND d.period = c.period AND d.area_id = c.area_id AND s.seq IS NOT NULL AND ${STANDS}
    ORDER BY s.seq DESC LIMIT 1)
  ELSE (SELECT import_id FROM change_sets WHERE tenant_id = ${tenantId} AND id = ${setId}) END`

/** How many cells of a set a later set has changed that still stands. */
export const MOVED_CELLS = (tenantId: TenantId, setId: SQL): SQL => sql`
  (SELECT count(*) FROM change_sets m CROSS JOIN change_cells c ON c.tenant_id = m.tenant_id AND c.set_id = m.id
    WHERE m.tenant_id = ${tenantId} AND m.id = ${setId} AND EXISTS (
      SELECT 1 FROM change_cells d CROSS JOIN change_sets s ON s.tenant_id = d.tenant_id AND s.id = d.set_id
      WHERE d.tenant_id = c.tenant_id AND d.indicator = c.indicator AND d.period = c.period AND d.area_id = c.area_id AND s.seq > m.seq AND ${STANDS}))`
