import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createApp } from '../support/worker-app.ts'
import { mintCity } from '../support/worker-city.ts'
import { countTrips } from '../support/worker-d1.ts'
import { addPopulations, addValues, run, SMALL_ROWS, type Rows, publicationOf } from '../support/worker-evaluation.ts'
import { leavesOf, SMALL_FRAMEWORK } from '../support/worker-framework.ts'
import type { Comparison } from '../../worker/contract/comparison.ts'
import type { FrameworkBody } from '../../worker/contract/frameworks.ts'
import type { Env } from '../../worker/env.ts'

const get = async (path: string, where: Env = env, locale = 'zh-CN'): Promise<Response> => {
  const ctx = createExecutionContext()
  const res = await createApp().request(`/api/v1/${path}`, { headers: { 'accept-language': locale } }, where, ctx)
  await waitOnExecutionContext(ctx)
  return res
}
async function publishedBy(
  framework: FrameworkBody,
  more: { rows?: Rows; region?: 'jjj' | 'csj'; run?: Record<string, unknown>; populations?: boolean } = {},
): Promise<string> {
  const city = await mintCity({ areas: 3, framework, region: more.region ?? 'jjj' })
  const rows = more.rows ?? SMALL_ROWS
  await addValues(city, rows)
  if (more.populations !== false)
    for (const period of Object.keys(rows)) await addPopulations(city, period, [1000, 2000, 3000])
  const { id } = await run(city, { periods: Object.keys(rows), ...more.run })
  expect((await city.request(`evaluations/${id}/publish`, { method: 'POST', json: { raw: 'published' } })).status).toBe(
    200,
  )
  return publicationOf(city, id)
}
const edited = (edit: (b: FrameworkBody) => void): FrameworkBody => {
  const body = structuredClone(SMALL_FRAMEWORK)
  edit(body)
  return body
}
const withGoalposts = (high: number): FrameworkBody =>
  edited((b) => {
    b.method.bounds = 'goalposts'
    for (const leaf of leavesOf(b.root)) if (leaf.indicator !== undefined) leaf.indicator.goalposts = [0, high]
  })
const notes = async (ids: readonly string[], locale?: string): Promise<Comparison['notes']> =>
  (await (await get(`comparison?publications=${ids.join(',')}`, env, locale)).json<Comparison>()).notes
const said = async (ids: readonly string[]): Promise<string[]> =>
  (await notes(ids)).map((n) => `${n.severity}: ${n.code}`)

describe('comparing publications', () => {
  it('puts city-level values side by side in one round trip to the hub, whatever region they came from', async () => {
    const [a, b] = [
      await publishedBy(SMALL_FRAMEWORK),
      await publishedBy(SMALL_FRAMEWORK, { region: 'csj', rows: { 2024: SMALL_ROWS['2024'] ?? {} } }),
    ]
    const counted = countTrips()
    const res = await get(`comparison?publications=${a},${b}`, counted.env)
    expect(counted.trips()).toEqual({ hub: 1, region: 0 })
    const comparison = await res.json<Comparison>()
    expect(comparison.periods).toEqual(['2023', '2024'])
    expect(comparison.cities.map((c) => [c.publication.id, c.periods, c.areaCount])).toEqual([
      [a, ['2023', '2024'], 3],
      [b, ['2024'], 3],
    ])
    expect(comparison.nodes.map((n) => [n.code, n.kind, n.inAll])).toContainEqual(['health', 'domain', true])
    expect(comparison.nodes).toHaveLength(7)
    expect(Object.keys(comparison.cities[0]?.values['root'] ?? {})).toContain('degree')
    for (const city of comparison.cities)
      for (const measures of Object.values(city.values))
        for (const measure of ['gini', 'cv', 'theilT']) expect(measures).not.toHaveProperty(measure)
  })

  it('keeps the order asked for, and needs two to thirty that exist', async () => {
    const [a, b] = [await publishedBy(SMALL_FRAMEWORK), await publishedBy(SMALL_FRAMEWORK)]
    const comparison = await (await get(`comparison?publications=${b},${a},${b}`)).json<Comparison>()
    expect(comparison.cities.map((c) => c.publication.id)).toEqual([b, a])
    expect((await get(`comparison?publications=${a}`)).status).toBe(422)
    expect(
      (await get(`comparison?publications=${Array.from({ length: 31 }, (_, i) => `p${i}`).join(',')}`)).status,
    ).toBe(422)
    expect((await get('comparison')).status).toBe(422)
    const missing = await get(`comparison?publications=${a},pub_none`)
    expect(missing.status).toBe(404)
    expect(await missing.json()).toMatchObject({ detail: expect.stringContaining('pub_none') })
  })
})

describe('comparability', () => {
  it('scores relative to a city’s own sample are not comparable, and say what is', async () => {
    const pair = [await publishedBy(SMALL_FRAMEWORK), await publishedBy(SMALL_FRAMEWORK)]
    // Two own frameworks of the same make: one scheme, but each city's sample is its own yardstick.
    expect(await said(pair)).toEqual(['not-comparable: relative-scores'])
    expect((await notes(pair, 'en'))[0]?.message).toContain('raw values can be compared')
    expect((await notes(pair))[0]).toMatchObject({ publicationIds: pair, message: expect.stringContaining('原始值') })
  })

  it('the same goalposts make scores comparable, other goalposts do not', async () => {
    const [a, b, c] = [
      await publishedBy(withGoalposts(1000)),
      await publishedBy(withGoalposts(1000)),
      await publishedBy(withGoalposts(900)),
    ]
    expect(await said([a, b])).toEqual([])
    expect(await said([a, c])).toEqual(['not-comparable: relative-scores'])
  })

  it('names other trees, weights, methods, means and indices', async () => {
    const base = await publishedBy(withGoalposts(1000))
    const heavier = await publishedBy(
      edited((b) => {
        Object.assign(b, structuredClone(withGoalposts(1000)))
        const d = b.root.children?.[0]
        if (d !== undefined) d.weight = 3
      }),
    )
    expect(await said([base, heavier])).toEqual(['not-comparable: different-framework'])
    const ranked = await publishedBy(withGoalposts(1000), {
      run: { method: { normalisation: 'rank', bounds: 'pooled' } },
    })
    expect(await said([base, ranked])).toEqual([
      'not-comparable: different-normalisation',
      'not-comparable: relative-scores',
    ])
    expect((await notes([base, ranked]))[1]?.publicationIds).toEqual([ranked])
    const geometric = await publishedBy(withGoalposts(1000), {
      run: { method: { aggregation: 'geometric', equalityFamily: 'gini' } },
    })
    expect(await said([base, geometric])).toEqual([
      'caution: different-aggregation',
      'not-comparable: different-equality',
    ])
    const filled = await publishedBy(withGoalposts(1000), { run: { method: { imputation: 'median' } } })
    expect(await said([base, filled])).toEqual(['caution: different-normalisation'])
  })

  it('names other periods and missing populations', async () => {
    const goal = withGoalposts(1000)
    const y2023 = { 2023: SMALL_ROWS['2023'] ?? {} }
    const y2024 = { 2024: SMALL_ROWS['2024'] ?? {} }
    const [both, early, late, plain] = [
      await publishedBy(goal),
      await publishedBy(goal, { rows: y2023 }),
      await publishedBy(goal, { rows: y2024 }),
      await publishedBy(goal, { rows: y2024, populations: false }),
    ]
    expect(await said([both, early])).toEqual(['info: different-periods'])
    expect(await said([early, late])).toEqual(['not-comparable: different-periods'])
    expect(await said([late, plain])).toEqual(['not-comparable: different-equality', 'caution: unweighted'])
    expect((await notes([late, plain]))[1]?.publicationIds).toEqual([plain])
    const { cities, comparable } = await (await get(`comparison?publications=${late},${plain}`)).json<Comparison>()
    expect(comparable).toEqual({ score: true, realization: true, degree: false })
    expect(cities.flatMap((c) => Object.values(c.values).filter((v) => 'degree' in v))).toEqual([])
  })
})
