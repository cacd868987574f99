/** The one writer: a guard's refusal is told apart from every other error of the database, and neither leaves anything behind. */
import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { regionDb, type Statement } from '../../db/client.ts'
import { abortUnless, commitRegion, ConflictError, expectChanges } from '../../db/commit.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'

const populations = (city: TestCity) =>
  env.REGION_JJJ.prepare(
    'SELECT (SELECT count(*) FROM populations WHERE tenant_id = ?1) AS populations, (SELECT count(*) FROM audit WHERE tenant_id = ?1) AS audit',
  )
    .bind(city.tenantId)
    .first()
const people = (city: TestCity, rows: string): Statement =>
  sql`INSERT INTO populations (tenant_id, area_id, period, value) SELECT ${city.tenantId}, value->>0, '2024', value->>1 FROM json_each(${rows})`

async function commit(city: TestCity, statements: readonly Statement[]): Promise<unknown> {
  try {
    await commitRegion(regionDb(env.REGION_JJJ), city.tenantId, statements, {
      id: `aud_${Math.random()}`,
      actor: 'test',
      action: 'area.put',
      target: 'test',
      detail: {},
      requestId: 'req_test',
      createdAt: 1,
    })
    return undefined
  } catch (error) {
    return error
  }
}

describe('a batch', () => {
  it('is written whole with its audit row when its guards hold', async () => {
    const city = await mintCity({ areas: 2 })
    expect(
      await commit(city, [people(city, '[["area_01",5],["area_02",6]]'), expectChanges(2), abortUnless(sql`1 = 1`)]),
    ).toBeUndefined()
    expect(await populations(city)).toEqual({ populations: 2, audit: 1 })
  })

  it.each([
    ['a count that differs', expectChanges(2)],
    ['a condition that does not hold', abortUnless(sql`1 = 0`)],
    ['a condition that is unknown', abortUnless(sql`NULL`)],
  ])('is a conflict, and nothing, on %s', async (_, guard) => {
    const city = await mintCity({ areas: 2 })
    expect(await commit(city, [people(city, '[["area_01",5]]'), guard])).toBeInstanceOf(ConflictError)
    expect(await populations(city)).toEqual({ populations: 0, audit: 0 })
  })

  it.each([
    ['a parameter that is no JSON', '[["area_01",5]'],
    ['a parameter that is no JSON at all', 'junk'],
  ])('is an error of ours, no conflict, on %s', async (_, rows) => {
    const city = await mintCity({ areas: 2 })
    const error = await commit(city, [people(city, '[["area_01",5]]'), people(city, rows)])
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(ConflictError)
    expect(await populations(city)).toEqual({ populations: 0, audit: 0 })
  })
})
