/** The values of a city as they stood after one of its change sets: the last cell, in the order of seq, of every key that has one by then. */
import { sql } from 'drizzle-orm'
import type { TenantId } from '../../client.ts'
import type { ValueGroup } from './observations.ts'

export interface Position {
  setId: string
  seq: number
  at: number
}

/** A moment in milliseconds, or a change set. */
export type AsOf = { readonly ms: number } | { readonly setId: string }

/** The set that had been applied last; no row before the first, and none for a set that is not there or not applied. */
export const readPosition = (tenantId: TenantId, asOf: AsOf) =>
  'ms' in asOf
    ? sql<Position>`SELECT id AS setId, seq, applied_at AS at FROM change_sets
        WHERE tenant_id = ${tenantId} AND applied_at IS NOT NULL AND applied_at <= ${asOf.ms} ORDER BY applied_at DESC, seq DESC LIMIT 1`
    : sql<Position>`SELECT id AS setId, seq, applied_at AS at FROM change_sets
        WHERE tenant_id = ${tenantId} AND id = ${asOf.setId} AND seq IS NOT NULL`

/** One period as readPeriodValues, with the unit of then: all values of an indicator that stand at a moment are in one. Only indicators with a value.
 * Beside max() SQLite takes the other columns from the row that has it. */
export const readPeriodValuesAsOf = (tenantId: TenantId, period: string, seq: number) => sql<
  ValueGroup & { unit: string }
>`
  WITH applied AS MATERIALIZED (SELECT id, seq FROM change_sets WHERE tenant_id = ${tenantId} AND seq <= ${seq}),
    latest AS (
      SELECT c.indicator, c.area_id, c.new_value, c.unit, max(s.seq) AS seq FROM indicators i
      CROSS JOIN change_cells c ON c.tenant_id = ${tenantId} AND c.indicator = i.code AND c.period = ${period} JOIN applied s ON s.id = c.set_id
      WHERE i.tenant_id = ${tenantId} GROUP BY c.indicator, c.area_id)
  SELECT indicator, ${period} AS period, json_group_object(area_id, new_value) AS body, max(unit) AS unit FROM latest WHERE new_value IS NOT NULL GROUP BY indicator`

/** Periods that held any value. Hops along the index as readPeriods does, then looks in each (indicator, period) for one value that stood. */
export const readPeriodsAsOf = (tenantId: TenantId, seq: number) => sql<{ period: string }>`
  WITH RECURSIVE pairs (indicator, period) AS (
    SELECT code, (SELECT min(period) FROM change_cells WHERE tenant_id = ${tenantId} AND indicator = code) FROM indicators WHERE tenant_id = ${tenantId}
    UNION ALL
    SELECT p.indicator, (SELECT min(c.period) FROM change_cells c WHERE c.tenant_id = ${tenantId} AND c.indicator = p.indicator AND c.period > p.period) FROM pairs p WHERE p.period IS NOT NULL)
  SELECT DISTINCT p.period FROM pairs p WHERE p.period IS NOT NULL AND EXISTS (
    SELECT 1 FROM change_cells c CROSS JOIN change_sets s ON s.tenant_id = c.tenant_id AND s.id = c.set_id
    WHERE c.tenant_id = ${tenantId} AND c.indicator = p.indicator AND c.period = p.period AND c.new_value IS NOT NULL AND s.seq <= ${seq}
      AND NOT EXISTS (SELECT 1 FROM change_cells d CROSS JOIN change_sets t ON t.tenant_id = d.tenant_id AND t.id = d.set_id
        WHERE d.tenant_id = ${tenantId} AND d.indicator = c.indicator AND d.period = c.period AND d.area_id = c.area_id AND t.seq <= ${seq} AND t.seq > s.seq))
  ORDER BY p.period`
