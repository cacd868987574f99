import { describe, expect, it } from 'vitest'
import { countingEnv } from '../support/worker-round-trips.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'

const area = (code: string, parentCode: string | null = null, more: Record<string, unknown> = {}) => ({
  code,
  name: `地区${code}`,
  parentCode,
  ...more,
})
const put = (city: TestCity, areas: unknown[]) =>
  city.request('areas', { method: 'PUT', headers: { 'if-match': '*' }, json: { areas } })
const codes = async (city: TestCity): Promise<string[]> =>
  ((await (await city.request('areas')).json()) as { items: { code: string }[] }).items.map((a) => a.code)
const faultsOf = async (res: Response) =>
  ((await res.json()) as { errors?: { path: string; code?: string; message: string }[] }).errors ?? []

describe('PUT areas', () => {
  it('adds a tree in one request, child before parent, and answers all areas in order', async () => {
    const city = await mintCity()
    const res = await put(city, [
      area('B', 'A', { setting: 'urban' }),
      area('A'),
      area('C', 'B', { setting: 'rural', grouping: '近郊', nameEn: 'C town' }),
    ])
    expect(res.status).toBe(200)
    expect(((await res.json()) as { items: unknown[] }).items).toMatchObject([
      { code: 'B', parentCode: 'A', setting: 'urban' },
      { code: 'A', parentCode: null, setting: null },
      { code: 'C', parentCode: 'B', setting: 'rural', grouping: '近郊', nameEn: 'C town' },
    ])
  })

  it('changes what is named and leaves the rest and all ids as they are', async () => {
    const city = await mintCity()
    const before = ((await (await put(city, [area('A'), area('B', 'A')])).json()) as { items: { id: string }[] }).items
    const after = ((await (await put(city, [area('B', null, { name: '新名' })])).json()) as { items: { id: string }[] })
      .items
    expect(after).toMatchObject([{ code: 'A' }, { code: 'B', name: '新名', parentCode: null }])
    expect(after.map((a) => a.id)).toEqual(before.map((a) => a.id))
  })

  it.each([
    ['an unknown parent', [area('A', 'X')], 'areas[0].parentCode', 'unknown-parent'],
    ['a code given twice', [area('A'), area('A')], 'areas[1].code', 'duplicate-code'],
    ['an area that is its own parent', [area('A', 'A')], 'areas[0].parentCode', 'parent-cycle'],
    [
      'a chain of parents without end',
      Array.from({ length: 30 }, (_, i) => area(`L${i}`, i === 0 ? null : `L${i - 1}`)),
      'areas[29].parentCode',
      'too-deep',
    ],
    ['a longer cycle', [area('A', 'C'), area('B', 'A'), area('C', 'B')], 'areas[1].parentCode', 'parent-cycle'],
    ['a malformed code', [area('A B')], 'areas[0].code', undefined],
    ['an unknown key', [{ ...area('A'), colour: 'red' }], 'areas[0]', undefined],
  ])('refuses %s as a whole, with its place', async (_what, areas, path, code) => {
    const city = await mintCity()
    const res = await put(city, [area('OK'), ...areas].slice(1).concat([area('OK')]))
    expect(res.status).toBe(422)
    const faults = await faultsOf(res)
    expect(faults.map((f) => f.path)).toContain(path)
    if (code !== undefined) expect(faults.find((f) => f.path === path)).toMatchObject({ code })
    expect(await codes(city)).toEqual([])
  })

  it('finds a cycle that only arises together with what is stored', async () => {
    const city = await mintCity()
    await put(city, [area('A'), area('B', 'A')])
    const res = await put(city, [area('A', 'B')])
    expect(res.status).toBe(422)
    expect(await faultsOf(res)).toMatchObject([{ code: 'parent-cycle' }])
  })

  it('keeps within what one city may hold', async () => {
    const city = await mintCity()
    expect(
      (
        await put(
          city,
          Array.from({ length: 3500 }, (_, i) => area(`N${i}`)),
        )
      ).status,
    ).toBe(200)
    const res = await put(city, [area('ONE-MORE')])
    expect(res.status).toBe(422)
    expect(await faultsOf(res)).toMatchObject([{ path: 'areas', code: 'too-many-areas' }])
  })

  it('is for those who may write data', async () => {
    const viewer = await mintCity({ role: 'viewer' })
    expect((await put(viewer, [area('A')])).status).toBe(403)
    const reader = await mintCity({ scopes: ['data:read'] })
    expect((await reader.request('areas', { as: 'key', method: 'PUT', json: { areas: [area('A')] } })).status).toBe(403)
    expect((await reader.request('areas', { as: 'key' })).status).toBe(200)
    expect((await reader.request('areas', { as: 'nobody' })).status).toBe(401)
    expect((await reader.request(`/api/v1/cities/${viewer.organisation.slug}/areas`)).status).toBe(404)
  })
})

describe('DELETE areas', () => {
  it('deletes a leaf with its populations, and says what stands in the way of the rest', async () => {
    const city = await mintCity({ areas: 2, framework: true })
    await city.request('populations', {
      method: 'PUT',
      headers: { 'if-match': '*' },
      json: { populations: [{ areaCode: 'A02', period: '2024', value: 5 }] },
    })
    await city.region.$client
      .prepare(
        "INSERT INTO observations (tenant_id, indicator, period, area_id, value, updated_by, updated_at) VALUES (?, 'doctors', '2024', 'area_01', 1, 'x', 1)",
      )
      .bind(city.tenantId)
      .run()
    const whole = await city.request('areas/CITY', { method: 'DELETE' })
    expect(whole.status).toBe(409)
    expect(await whole.json()).toMatchObject({
      detail: '“全市”下还有 2 个地区。请先删除或改挂它们，再删除“全市”。',
      errors: [{ code: 'has-children' }],
    })
    expect(
      await (await city.request('areas/A01', { method: 'DELETE', headers: { 'accept-language': 'en' } })).json(),
    ).toMatchObject({ status: 409, errors: [{ code: 'has-observations' }] })
    expect((await city.request('areas/A02', { method: 'DELETE' })).status).toBe(204)
    expect(await codes(city)).toEqual(['CITY', 'A01'])
    expect(await (await city.request('populations')).json()).toEqual({ periods: [], items: [] })
    expect((await city.request('areas/A02', { method: 'DELETE' })).status).toBe(404)
  })
})

describe('populations', () => {
  it('upserts by area and period and lists them', async () => {
    const city = await mintCity({ areas: 2 })
    const first = await city.request('populations', {
      method: 'PUT',
      headers: { 'if-match': '*' },
      json: {
        populations: [
          { areaCode: 'A01', period: '2023', value: 10 },
          { areaCode: 'A02', period: '2024', value: 20.5 },
        ],
      },
    })
    expect(first.status).toBe(200)
    await city.request('populations', {
      method: 'PUT',
      headers: { 'if-match': '*' },
      json: { populations: [{ areaCode: 'A01', period: '2023', value: 11 }] },
    })
    expect(await (await city.request('populations')).json()).toEqual({
      periods: ['2023', '2024'],
      items: [
        { areaCode: 'A01', period: '2023', value: 11 },
        { areaCode: 'A02', period: '2024', value: 20.5 },
      ],
    })
  })

  it.each([
    [{ areaCode: 'X', period: '2024', value: 1 }, 'populations[1].areaCode'],
    [{ areaCode: 'A01', period: '2024', value: 1 }, 'populations[1]'],
    [{ areaCode: 'A02', period: '24', value: 1 }, 'populations[1].period'],
    [{ areaCode: 'A02', period: '2024', value: -1 }, 'populations[1].value'],
  ])('refuses %j and writes nothing', async (bad, path) => {
    const city = await mintCity({ areas: 2 })
    const res = await city.request('populations', {
      method: 'PUT',
      headers: { 'if-match': '*' },
      json: { populations: [{ areaCode: 'A01', period: '2024', value: 1 }, bad] },
    })
    expect(res.status).toBe(422)
    expect(await faultsOf(res)).toMatchObject([{ path }])
    expect(await (await city.request('populations')).json()).toEqual({ periods: [], items: [] })
  })
})

it('lists areas in one round trip to the region', async () => {
  const city = await mintCity({ areas: 3 })
  const { env, trips } = countingEnv(city)
  await city.request('areas', { env })
  expect(trips()).toBe(1)
})
