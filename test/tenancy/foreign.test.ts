/** Every way to name an object of a city, with another city's object: a door that opens to one's own must not exist for a foreign one. Both cities lie in
 * one region database, where only the tenant keeps them apart. */
import { beforeAll, describe, expect, it } from 'vitest'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { fillSmall, run } from '../support/worker-evaluation.ts'
import { ROOMS } from './rooms.ts'
import type { ImportRecord } from '../../worker/contract/imports.ts'

interface Objects {
  readonly city: TestCity
  readonly framework: string
  readonly evaluation: string
  readonly staged: string
  readonly committed: string
  readonly set: string
  readonly act: string
  readonly area: string
}
let own: Objects
let other: Objects

/** What a path or a query names, filled with one city's objects. The first line of a route is its path. */
const NAMED: Readonly<Record<string, readonly ((o: Objects) => string)[]>> = {
  'GET /frameworks/:id': [(o) => `frameworks/${o.framework}`],
  'PUT /frameworks/:id': [(o) => `frameworks/${o.framework}`],
  'GET /frameworks/:id/diff': [(o) => `frameworks/${o.framework}/diff?against=1`],
  'GET /observations': [
    (o) => `observations?period=2024&frameworkId=${o.framework}`,
    (o) => `observations?period=2024&asOf=${o.set}`,
  ],
  'GET /observations/completeness': [(o) => `observations/completeness?frameworkId=${o.framework}`],
  'GET /observations/template.csv': [
    (o) => `observations/template.csv?layout=wide&period=2024&frameworkId=${o.framework}`,
  ],
  'GET /change-sets/:id': [(o) => `change-sets/${o.set}`],
  'GET /imports/:id': [(o) => `imports/${o.staged}`],
  'DELETE /imports/:id': [(o) => `imports/${o.staged}`],
  'POST /imports/:id/commit': [(o) => `imports/${o.staged}/commit`],
  'POST /imports/:id/revert': [(o) => `imports/${o.committed}/revert`],
  'GET /evaluations/:id': [(o) => `evaluations/${o.evaluation}`],
  'DELETE /evaluations/:id': [(o) => `evaluations/${o.evaluation}`],
  'GET /evaluations/:id/periods/:period': [(o) => `evaluations/${o.evaluation}/periods/2024`],
  'GET /evaluations/:id/results.csv': [(o) => `evaluations/${o.evaluation}/results.csv`],
  'GET /evaluations/:id/snapshot': [(o) => `evaluations/${o.evaluation}/snapshot`],
  'POST /evaluations/:id/publish': [(o) => `evaluations/${o.evaluation}/publish`],
  'POST /evaluations/:id/review': [(o) => `evaluations/${o.evaluation}/review`],
  'POST /evaluations/:id/approve': [(o) => `evaluations/${o.evaluation}/approve`],
  'POST /evaluations/:id/return': [(o) => `evaluations/${o.evaluation}/return`],
  'POST /evaluations/:id/withdraw': [(o) => `evaluations/${o.evaluation}/withdraw`],
  'GET /evaluations/:id/steps': [(o) => `evaluations/${o.evaluation}/steps`],
  'GET /evaluations/:id/publication-preview': [(o) => `evaluations/${o.evaluation}/publication-preview?raw=published`],
  'POST /evaluations': [() => 'evaluations'],
  'DELETE /areas/:code': [(o) => `areas/${o.area}`],
  'GET /audit/inclusion': [(o) => `audit/inclusion?entry=${o.act}`],
}
const BODIES: Readonly<Record<string, (o: Objects) => unknown>> = {
  'PUT /frameworks/:id': () => ({ name: '改名', body: { root: {}, method: {} } }),
  'POST /imports/:id/commit': () => ({ reason: '核对无误' }),
  'POST /evaluations/:id/publish': () => ({ raw: 'published' }),
  'POST /evaluations/:id/review': () => ({ note: '已核对' }),
  'POST /evaluations/:id/approve': () => ({ note: '' }),
  'POST /evaluations/:id/return': () => ({ reason: '口径有误' }),
  'POST /evaluations/:id/withdraw': () => ({ reason: '数据有误' }),
  'POST /evaluations': (o) => ({ title: '评价', frameworkId: o.framework, periods: ['2024'] }),
}

async function objectsOf(suffix: string): Promise<Objects> {
  const city = await mintCity({ areas: 3, framework: true })
  await fillSmall(city)
  const json = async <T>(path: string, options: Parameters<TestCity['request']>[1] = {}): Promise<T> => {
    const res = await city.request(path, options)
    expect(res.status, `${path}: ${await res.clone().text()}`).toBeLessThan(300)
    return res.json<T>()
  }
  const stage = async (value: number): Promise<string> =>
    (
      await json<ImportRecord>(`imports?fileName=${value}.csv`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: `地区代码,时期,每千人口医师数\nA01,2024,${value}\n`,
      })
    ).id
  const committed = await stage(2.8)
  const { changeSetId } = await json<{ changeSetId: string }>(`imports/${committed}/commit`, {
    method: 'POST',
    json: { reason: '核对无误' },
  })
  const area = `X${suffix}`
  await json('areas', { method: 'PUT', headers: { 'if-match': '*' }, json: { areas: [{ code: area, name: '新区' }] } })
  const { items } = await json<{ items: { id: string }[] }>('audit')
  return {
    city,
    framework: city.frameworkId ?? '',
    evaluation: (await run(city)).id,
    staged: await stage(2.9),
    committed,
    set: changeSetId,
    act: items[0]?.id ?? '',
    area,
  }
}

beforeAll(async () => {
  own = await objectsOf('OWN')
  other = await objectsOf('OTHER')
})

const ask = (route: string, path: string, named: Objects): Promise<Response> => {
  const [method = 'GET'] = route.split(' ')
  const body = BODIES[route]?.(named)
  return own.city.request(path, {
    method,
    headers: { 'if-match': '*' },
    ...(body === undefined ? {} : { json: body }),
  })
}

describe('objects of another city', () => {
  it('are named on every route of a city that names one', () => {
    const naming = Object.keys(ROOMS)
      .filter((route) => /\/cities\/:city\/.*:/.test(route))
      .map((route) => route.replace('/api/v1/cities/:city', ''))
    expect(naming.filter((route) => NAMED[route] === undefined)).toEqual([])
    for (const route of Object.keys(NAMED)) expect(ROOMS[route.replace(' /', ' /api/v1/cities/:city/')]).toBeDefined()
  })

  it.each(Object.keys(NAMED).filter((route) => route.startsWith('GET ')))('%s opens to one’s own', async (route) => {
    for (const path of NAMED[route] ?? [])
      expect((await ask(route, path(own), own)).status, `${route} ${path(own)}`).toBe(200)
  })

  it.each(Object.keys(NAMED))('%s does not find another’s', async (route) => {
    for (const path of NAMED[route] ?? []) {
      const res = await ask(route, path(other), other)
      expect([404, 422], `${path(other)}: ${res.status} ${await res.clone().text()}`).toContain(res.status)
      const text = await res.text()
      for (const secret of [other.city.organisation.name, '2.8']) expect(text).not.toContain(secret)
    }
  })

  it('are as they were after all of it', async () => {
    const read = async (path: string): Promise<unknown> => (await other.city.request(path)).json()
    expect(await read(`imports/${other.staged}`)).toMatchObject({ state: 'ready' })
    expect(await read(`imports/${other.committed}`)).toMatchObject({ state: 'committed' })
    expect(await read(`evaluations/${other.evaluation}`)).toMatchObject({ state: 'draft' })
    expect(await read(`frameworks/${other.framework}`)).toMatchObject({ version: 1, name: '测试框架' })
    expect(JSON.stringify(await read('areas'))).toContain('XOTHER')
  })
})
