/** Values of a city, read per (indicator, period) as one JSON object each: a tenth of the time of reading rows. */
import { sql } from 'drizzle-orm'
import { jsonSlices } from '../../jsonSlices.ts'
import type { TenantId } from '../../client.ts'

export interface ValueGroup {
  indicator: string
  period: string
  /** JSON {area id: value} */ body: string
}

/** One period, all indicators: runs along the primary key because the indicator is given for each. */
export const readPeriodValues = (tenantId: TenantId, period: string) =>
  sql<ValueGroup>`SELECT i.code AS indicator, ${period} AS period, (SELECT json_group_object(o.area_id, o.value) FROM observations o WHERE o.tenant_id = ${tenantId} AND o.indicator = i.code AND o.period = ${period}) AS body
    FROM indicators i WHERE i.tenant_id = ${tenantId}`

/** The named (indicator, period) pairs, in as many reads as their names need. */
export const readPairValues = (tenantId: TenantId, pairs: readonly (readonly [indicator: string, period: string])[]) =>
  jsonSlices(pairs).map(
    (json) => sql<ValueGroup>`
    SELECT o.indicator, o.period, json_group_object(o.area_id, o.value) AS body FROM json_each(${json}) j
    CROSS JOIN observations o ON o.tenant_id = ${tenantId} AND o.indicator = j.value->>0 AND o.period = j.value->>1 GROUP BY o.indicator, o.period`,
  )

/** Periods that hold any value, found by hopping along the key: as many seeks as there are (indicator, period) pairs, whatever the number of areas. */
const PAIRS = (tenantId: TenantId) => sql`
  WITH RECURSIVE pairs (indicator, period) AS (
    SELECT code, (SELECT min(period) FROM observations WHERE tenant_id = ${tenantId} AND indicator = code) FROM indicators WHERE tenant_id = ${tenantId}
    UNION ALL
    SELECT p.indicator, (SELECT min(o.period) FROM observations o WHERE o.tenant_id = ${tenantId} AND o.indicator = p.indicator AND o.period > p.period) FROM pairs p WHERE p.period IS NOT NULL)`

export const readPeriods = (tenantId: TenantId) =>
  sql<{ period: string }>`${PAIRS(tenantId)} SELECT DISTINCT period FROM pairs WHERE period IS NOT NULL ORDER BY period`

/** Values per indicator and period among the areas that have no areas below them. */
export const readFilledCounts = (tenantId: TenantId) =>
  sql<{ indicator: string; period: string; filled: number }>`
    ${PAIRS(tenantId)} SELECT p.indicator, p.period, (SELECT count(*) FROM observations o WHERE o.tenant_id = ${tenantId} AND o.indicator = p.indicator AND o.period = p.period
      AND o.area_id NOT IN (SELECT parent_id FROM areas WHERE tenant_id = ${tenantId} AND parent_id IS NOT NULL)) AS filled
    FROM pairs p WHERE p.period IS NOT NULL`
