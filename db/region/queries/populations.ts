/** Populations of areas by period. */
import { sql } from 'drizzle-orm'
import { abortUnless, expectChanges } from '../../commit.ts'
import { jsonSlices } from '../../jsonSlices.ts'
import type { Statement, TenantId } from '../../client.ts'

export interface PopulationRow {
  areaCode: string
  period: string
  value: number
}

export const readPopulations = (tenantId: TenantId) =>
  sql<PopulationRow>`
    SELECT a.code AS areaCode, p.period, p.value FROM populations p JOIN areas a ON a.tenant_id = p.tenant_id AND a.id = p.area_id
    WHERE p.tenant_id = ${tenantId} ORDER BY p.period, a.sort, a.code`

/** Upsert by area code and period; the batch aborts when a code names no area. */
export function upsertPopulations(tenantId: TenantId, rows: readonly PopulationRow[]): Statement[] {
  const slices = jsonSlices(rows.map((r) => [r.areaCode, r.period, r.value]))
  return slices.flatMap((json) => [
    sql`
      INSERT INTO populations (tenant_id, area_id, period, value)
      SELECT a.tenant_id, a.id, j.value->>1, j.value->>2 FROM json_each(${json}) j JOIN areas a ON a.tenant_id = ${tenantId} AND a.code = j.value->>0
      WHERE true ON CONFLICT (tenant_id, period, area_id) DO UPDATE SET value = excluded.value`,
    expectChanges(countOf(json)),
  ])
}

/** Aborts the batch unless the city's populations are still exactly these. */
export function guardPopulations(tenantId: TenantId, rows: readonly PopulationRow[]): Statement[] {
  return [
    abortUnless(sql`(SELECT count(*) FROM populations WHERE tenant_id = ${tenantId}) = ${rows.length}`),
    ...jsonSlices(rows.map((r) => [r.areaCode, r.period, r.value])).map((json) =>
      abortUnless(sql`(
        SELECT count(*) FROM json_each(${json}) j
          CROSS JOIN areas a ON a.tenant_id = ${tenantId} AND a.code = j.value->>0
          CROSS JOIN populations p ON p.tenant_id = ${tenantId} AND p.period = j.value->>1 AND p.area_id = a.id
        WHERE p.value = j.value->>2) = json_array_length(${json})`),
    ),
  ]
}

const countOf = (json: string): number => (JSON.parse(json) as unknown[]).length
