/** Lists that are saved as a whole: nobody saves over what they have not seen, however close behind somebody else they come; and what GET gives
 * can be sent back as it is. */
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import type { Env } from '../../worker/env.ts'
import { parkFirstBatch } from '../support/worker-d1.ts'

interface AreaList {
  items: { code: string; name: string; nameEn: string; sort: number }[]
}
interface PopulationList {
  periods: string[]
  items: { areaCode: string; period: string; value: number }[]
}
const get = async <T>(city: TestCity, path: string): Promise<{ etag: string; body: T }> => {
  const res = await city.request(path)
  return { etag: res.headers.get('etag') ?? '', body: await res.json<T>() }
}
const put = (city: TestCity, path: string, json: unknown, headers: Record<string, string>, where: Env = env) =>
  city.request(path, { method: 'PUT', json, headers, env: where })
const people = (value: number) => ({ populations: [{ areaCode: 'A01', period: '2024', value }] })
/** A03 right behind the city, the others one further. */
const place = (code: string, sort: number): number => (code === 'A03' ? 1 : sort === 0 ? 0 : sort + 1)
const named = (name: string) => ({ areas: [{ code: 'A01', name, parentCode: 'CITY' }] })

describe.each([
  ['areas', named],
  ['populations', (name: string) => people(name.length)],
] as const)('PUT %s', (path, body) => {
  it('asks for the version it is based on, and refuses an old one', async () => {
    const city = await mintCity({ areas: 2 })
    const { etag } = await get(city, path)
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
    const bare = await put(city, path, body('一'), {})
    expect([bare.status, await bare.json()]).toMatchObject([428, { code: 'precondition-required' }])
    const first = await put(city, path, body('甲甲'), { 'if-match': etag })
    expect(first.status).toBe(200)
    expect(first.headers.get('etag')).not.toBe(etag)
    const stale = await put(city, path, body('乙乙乙'), { 'if-match': etag })
    expect([stale.status, await stale.json()]).toMatchObject([412, { code: 'precondition-failed' }])
    const now = await get(city, path)
    expect(now.etag).toBe(first.headers.get('etag'))
    expect(JSON.stringify(now.body)).not.toContain('乙乙乙')
  })

  it('takes a tag that a compressing proxy has made weak, one of several, and * for any', async () => {
    const city = await mintCity({ areas: 2 })
    const { etag } = await get(city, path)
    const weak = await put(city, path, body('甲'), { 'if-match': `W/${etag}` })
    expect(weak.status).toBe(200)
    const now = weak.headers.get('etag') ?? ''
    expect((await put(city, path, body('乙乙'), { 'if-match': `"none", W/${now}` })).status).toBe(200)
    expect((await put(city, path, body('丙丙丙'), { 'if-match': '*' })).status).toBe(200)
  })

  it('answers 304 to who has the list already', async () => {
    const city = await mintCity({ areas: 2 })
    const { etag } = await get(city, path)
    expect((await city.request(path, { headers: { 'if-none-match': `W/${etag}` } })).status).toBe(304)
  })

  it('lets one of two who saw the same through, though both were checked before either wrote', async () => {
    const city = await mintCity({ areas: 2 })
    const { etag } = await get(city, path)
    const parked = parkFirstBatch('REGION_JJJ', path === 'areas' ? 'INSERT INTO areas' : 'INSERT INTO populations')
    const slow = put(city, path, body('慢慢'), { 'if-match': etag }, parked.env)
    await parked.reached
    expect((await put(city, path, body('快'), { 'if-match': etag })).status).toBe(200)
    parked.release()
    expect((await slow).status).toBe(412)
    expect(JSON.stringify((await get(city, path)).body)).not.toContain('慢慢')
  })
})

describe('the first write', () => {
  it('needs no version, and is refused once there is one', async () => {
    const city = await mintCity()
    const first = { 'if-none-match': '*' }
    expect((await put(city, 'areas', { areas: [{ code: 'A01', name: '甲' }] }, first)).status).toBe(200)
    expect((await put(city, 'areas', { areas: [{ code: 'A02', name: '乙' }] }, first)).status).toBe(412)
    expect((await put(city, 'populations', people(1), first)).status).toBe(200)
    expect((await put(city, 'populations', people(2), first)).status).toBe(412)
  })
})

describe('what GET gives, PUT takes', () => {
  it('areas: unchanged is no change, and an edit in place holds, the order included', async () => {
    const city = await mintCity({ areas: 3 })
    const { etag, body } = await get<AreaList>(city, 'areas')
    const same = await put(city, 'areas', body, { 'if-match': etag })
    expect([same.status, same.headers.get('etag'), await same.json()]).toEqual([200, etag, body])
    const edited = {
      items: body.items.map((a) => ({ ...a, name: a.code === 'A03' ? '新名' : a.name, sort: place(a.code, a.sort) })),
    }
    expect((await put(city, 'areas', edited, { 'if-match': etag })).status).toBe(200)
    const after = await get<AreaList>(city, 'areas')
    expect(after.body.items.map((a) => [a.code, a.name]).slice(0, 2)).toEqual([
      ['CITY', '全市'],
      ['A03', '新名'],
    ])
  })

  it('areas: an id that belongs to another area is refused by its place', async () => {
    const city = await mintCity({ areas: 2 })
    const { etag, body } = await get<AreaList>(city, 'areas')
    const swapped = { items: body.items.map((a) => ({ ...a, id: 'area_01' })) }
    const res = await put(city, 'areas', swapped, { 'if-match': etag })
    expect([res.status, await res.json()]).toMatchObject([
      422,
      { errors: [{ path: 'items[0].id', code: 'other-id' }, { path: 'items[2].id' }] },
    ])
  })

  it('populations: unchanged is no change', async () => {
    const city = await mintCity({ areas: 2 })
    await put(city, 'populations', people(0.1 + 0.2), { 'if-none-match': '*' })
    const { etag, body } = await get<PopulationList>(city, 'populations')
    const same = await put(city, 'populations', body, { 'if-match': etag })
    expect([same.status, same.headers.get('etag'), await same.json()]).toEqual([200, etag, body])
  })

  it('a framework: unchanged makes no version, and an edit does', async () => {
    const city = await mintCity({ framework: true })
    const path = `frameworks/${city.frameworkId}`
    const { etag, body } = await get<{ version: number; nameEn: string }>(city, path)
    const same = await put(city, path, body, { 'if-match': `W/${etag}` })
    expect([same.status, await same.json()]).toEqual([200, body])
    const renamed = await put(city, path, { ...body, nameEn: 'Renamed' }, { 'if-match': etag })
    expect([renamed.status, await renamed.json()]).toMatchObject([200, { nameEn: 'Renamed', version: 1 }])
  })

  it('refuses both names of a list, and neither', async () => {
    const city = await mintCity({ areas: 1 })
    for (const json of [{}, { areas: [{ code: 'X', name: 'x' }], items: [{ code: 'X', name: 'x' }] }]) {
      const res = await put(city, 'areas', json, { 'if-match': '*' })
      expect([res.status, await res.json()]).toMatchObject([422, { errors: [{ path: 'areas', code: 'one-of' }] }])
    }
  })
})
