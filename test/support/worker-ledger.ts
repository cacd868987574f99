/** The ledger of a test city as it lies in the database, and imports through the application. */
import { expect } from 'vitest'
import { env } from 'cloudflare:workers'
import { REGIONS } from '../../db/regions.ts'
import type { ImportRecord } from '../../worker/contract/imports.ts'
import type { TestCity } from './worker-city.ts'

export interface StoredCell {
  readonly set: string
  readonly seq: number
  readonly at: number
  /** `<indicator> <period> <area id>` */
  readonly key: string
  readonly old: number | null
  readonly new: number | null
}
export type Values = ReadonlyMap<string, number>

const regionOf = (city: TestCity): D1Database =>
  env[(REGIONS.find((r) => r.code === city.organisation.regionCode) ?? REGIONS[0]).binding]

/** Cells of the applied sets, in their order. */
export async function storedCells(d1: D1Database, tenantId: string): Promise<StoredCell[]> {
  const { results } = await d1
    .prepare(
      `SELECT s.id AS "set", s.seq, s.applied_at AS at, c.indicator || ' ' || c.period || ' ' || c.area_id AS key, c.old_value AS old, c.new_value AS new
       FROM change_cells c JOIN change_sets s ON s.tenant_id = c.tenant_id AND s.id = c.set_id WHERE c.tenant_id = ? AND s.seq IS NOT NULL ORDER BY s.seq, 4`,
    )
    .bind(tenantId)
    .all<StoredCell>()
  return results
}

export async function storedValues(d1: D1Database, tenantId: string): Promise<Values> {
  const { results } = await d1
    .prepare("SELECT indicator || ' ' || period || ' ' || area_id AS key, value FROM observations WHERE tenant_id = ?")
    .bind(tenantId)
    .all<{ key: string; value: number }>()
  return new Map(results.map((o) => [o.key, o.value]))
}

/** What the cells come to, one after another; each must find what the one before left. */
export function fold(cells: readonly StoredCell[]): Values {
  const values = new Map<string, number>()
  for (const cell of cells) {
    expect([cell.set, cell.key, values.get(cell.key) ?? null]).toEqual([cell.set, cell.key, cell.old])
    if (cell.new === null) values.delete(cell.key)
    else values.set(cell.key, cell.new)
  }
  return values
}

export async function expectLedgerHolds(city: TestCity): Promise<void> {
  const d1 = regionOf(city)
  expect(fold(await storedCells(d1, city.tenantId))).toEqual(await storedValues(d1, city.tenantId))
}

export async function stageCsv(city: TestCity, csv: string): Promise<ImportRecord> {
  const res = await city.request('imports', { method: 'POST', body: csv, headers: { 'content-type': 'text/csv' } })
  expect(res.status, await res.clone().text()).toBe(201)
  const record = await res.json<ImportRecord>()
  expect(record.problems.filter((p) => p.severity === 'error')).toEqual([])
  return record
}

export async function importCsv(city: TestCity, csv: string, reason = '测试数据'): Promise<ImportRecord> {
  const { id } = await stageCsv(city, csv)
  const res = await city.request(`imports/${id}/commit`, { method: 'POST', json: { reason } })
  expect(res.status, await res.clone().text()).toBe(200)
  return res.json<ImportRecord>()
}

export const revert = (city: TestCity, id: string): Promise<Response> =>
  city.request(`imports/${id}/revert`, { method: 'POST' })
