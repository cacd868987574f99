/** Values, populations and runs for tests of evaluations, straight into a minted city. */
import { expect } from 'vitest'
import { env } from 'cloudflare:workers'
import type { Evaluation } from '../../worker/contract/evaluations.ts'
import type { TestCity } from './worker-city.ts'

export type Rows = Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>

/** rows[period][indicator][i] is the value of area A(i + 1); null leaves the cell empty. */
export async function addValues(city: TestCity, rows: Rows): Promise<void> {
  const flat = Object.entries(rows).flatMap(([period, columns]) =>
    Object.entries(columns).flatMap(([indicator, column]) =>
      column.flatMap((value, i) => (value === null ? [] : [[indicator, period, areaId(i), value]])),
    ),
  )
  await region(city)
    .prepare(
      `INSERT INTO observations (tenant_id, indicator, period, area_id, value, updated_by, updated_at) SELECT ?1, value->>0, value->>1, value->>2, value->>3, 'test', 0 FROM json_each(?2)`,
    )
    .bind(city.tenantId, JSON.stringify(flat))
    .run()
}

export async function addPopulations(
  city: TestCity,
  period: string,
  populations: readonly (number | null)[],
): Promise<void> {
  const flat = populations.flatMap((value, i) => (value === null ? [] : [[areaId(i), value]]))
  await region(city)
    .prepare(
      `INSERT INTO populations (tenant_id, area_id, period, value) SELECT ?1, value->>0, ?2, value->>1 FROM json_each(?3)`,
    )
    .bind(city.tenantId, period, JSON.stringify(flat))
    .run()
}

export const areaId = (i: number): string => `area_${String(i + 1).padStart(2, '0')}`
export const region = (city: TestCity): D1Database =>
  env[`REGION_${(city.organisation.regionCode ?? 'jjj').toUpperCase()}` as 'REGION_JJJ']

/** Three areas, two periods, every indicator of SMALL_FRAMEWORK; populations for the second period only. */
export const SMALL_ROWS: Rows = {
  2023: { doctors: [2, 3, 4], mortality: [20, 10, 5], kindergarten: [60, 80, 100], spending: [100, 200, 300] },
  2024: { doctors: [2.5, 3, 5], mortality: [15, 12, 4], kindergarten: [70, 85, null], spending: [110, 190, 330] },
}

export async function fillSmall(city: TestCity): Promise<void> {
  await addValues(city, SMALL_ROWS)
  await addPopulations(city, '2024', [100_000, 200_000, 300_000])
}

export async function run(city: TestCity, more: Record<string, unknown> = {}): Promise<Evaluation> {
  const res = await city.request('evaluations', {
    method: 'POST',
    json: { title: '年度评价', frameworkId: city.frameworkId, periods: ['2023', '2024'], ...more },
  })
  expect(res.status, await res.clone().text()).toBe(201)
  return res.json<Evaluation>()
}

/** Id of an evaluation's publication, whether the hub has it or not. */
export async function publicationOf(city: TestCity, evaluationId: string): Promise<string> {
  const row = await region(city)
    .prepare('SELECT id FROM releases WHERE tenant_id = ? AND evaluation_id = ?')
    .bind(city.tenantId, evaluationId)
    .first<{ id: string }>()
  return row?.id ?? 'pub_none'
}
