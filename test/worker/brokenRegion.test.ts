/** One region's database is gone, damaged or silent: its cities are told so by name, everybody else is served. */
import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../worker/app.ts'
import { relayAll } from '../../worker/jobs/relayAll.ts'
import { sweep } from '../../worker/jobs/sweep.ts'
import { mintCity } from '../support/worker-city.ts'
import { fillSmall, run, publicationOf } from '../support/worker-evaluation.ts'
import type { Env } from '../../worker/env.ts'

/** Answers every question as workerd does for a file that is no database. */
const damaged = (d1: D1Database): D1Database =>
  new Proxy(d1, {
    get(target, key) {
      if (key === 'prepare') return (text: string) => target.prepare(`SELECT * FROM torn_page; ${text}`)
      if (key === 'batch') return () => Promise.reject(new Error('D1_ERROR: file is not a database: SQLITE_NOTADB'))
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
function without(binding: 'REGION_JJJ'): Env {
  const { [binding]: _, ...rest } = env
  // What a deployment without this binding hands to the Worker.
  return rest as unknown as Env
}
const CASES: readonly (readonly [string, () => Env])[] = [
  ['is not bound', () => without('REGION_JJJ')],
  ['is damaged', () => ({ ...env, REGION_JJJ: damaged(env.REGION_JJJ) })],
]
const get = (path: string, where: Env) =>
  createApp().request(`/api/v1/${path}`, { headers: { 'accept-language': 'en' } }, where, createExecutionContext())

describe.each(CASES)('a region that %s', (_, broken) => {
  it('answers its cities 503 with its name and when to come back', async () => {
    const city = await mintCity({ areas: 3, framework: true })
    for (const path of ['areas', 'frameworks', 'evaluations', 'overview', 'imports', 'audit']) {
      const res = await city.request(path, { env: broken() })
      expect([path, res.status, res.headers.get('retry-after')]).toEqual([path, 503, '60'])
      expect(res.headers.get('content-type')).toContain('application/problem+json')
      expect(await res.json()).toMatchObject({
        code: 'unavailable',
        detail: expect.stringContaining('京津冀') as unknown,
        errors: [{ path: 'region', message: 'jjj' }],
      })
    }
    const write = await city.request('areas/csv', {
      method: 'POST',
      headers: { 'content-type': 'text/csv', 'idempotency-key': 'b1' },
      body: '代码,名称\nZ1,新区\n',
      env: broken(),
    })
    expect(write.status).toBe(503)
    const stream = await city.request('imports', {
      method: 'POST',
      headers: { 'content-type': 'text/csv', accept: 'application/x-ndjson' },
      body: '地区代码,时期,doctors\nA01,2023,5\n',
      env: broken(),
    })
    expect(await stream.text()).toContain('"code":"unavailable"')
  })

  it('shows in /health and /regions, which stay well, and keeps no other region from being served', async () => {
    const where = broken()
    const health = await get('health', where)
    expect(health.status).toBe(200)
    const { status, regions } = await health.json<{ status: string; regions: { code: string; status: string }[] }>()
    expect(status).toBe('degraded')
    expect(regions.filter((r) => r.status !== 'ok').map((r) => r.code)).toEqual(['jjj'])
    const other = await mintCity({ region: 'csj', areas: 2 })
    expect((await other.request('areas', { env: where })).status).toBe(200)
    await mintCity()
    const list = await (await get('regions', where)).json<{ items: { code: string; available: boolean }[] }>()
    expect(Object.fromEntries(list.items.map((r) => [r.code, r.available]))).toMatchObject({ jjj: false, csj: true })
  })

  it('leaves readable what its cities published, and relay and sweep go on elsewhere', async () => {
    const city = await mintCity({ areas: 5, framework: true })
    await fillSmall(city)
    const { id } = await run(city)
    await city.request(`evaluations/${id}/publish`, { method: 'POST' })
    const where = broken()
    expect((await get(`publications/${await publicationOf(city, id)}`, where)).status).toBe(200)
    const other = await mintCity({ region: 'gba', areas: 5, framework: true })
    await fillSmall(other)
    const theirs = await run(other)
    const deaf = {
      ...env,
      HUB: new Proxy(env.HUB, {
        get(target, key) {
          if (key === 'batch') return () => Promise.reject(new Error('the hub was away'))
          const value: unknown = Reflect.get(target, key)
          return typeof value === 'function' ? value.bind(target) : value
        },
      }),
    }
    expect((await other.request(`evaluations/${theirs.id}/publish`, { method: 'POST', env: deaf })).status).toBe(200)
    await relayAll(where)
    await sweep(where, Date.now())
    expect((await get(`publications/${await publicationOf(other, theirs.id)}`, where)).status).toBe(200)
  })
})

it('a failure of ours in a region that is well stays a 500', async () => {
  const city = await mintCity()
  const wrong = new Proxy(env.REGION_JJJ, {
    get(target, key) {
      if (key === 'batch') return () => Promise.reject(new TypeError('cannot read properties of undefined'))
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  expect((await city.request('areas', { env: { ...env, REGION_JJJ: wrong } })).status).toBe(500)
})

it('says that all is well when it is', async () => {
  expect(await (await get('health', env)).json()).toMatchObject({ status: 'ok' })
})
