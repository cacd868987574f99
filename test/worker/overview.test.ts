import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { mintAssignment, mintOrganisation, mintPerson } from '../support/worker-actors.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { countTrips } from '../support/worker-d1.ts'
import {
  addPopulations,
  addValues,
  fillSmall,
  region,
  run,
  SMALL_ROWS,
  publicationOf,
} from '../support/worker-evaluation.ts'
import { leavesOf, SMALL_FRAMEWORK } from '../support/worker-framework.ts'
import type { PeriodResult } from '../../worker/contract/evaluations.ts'
import type { Overview } from '../../worker/contract/overview.ts'

const overview = async (city: TestCity): Promise<Overview> => (await city.request('overview')).json<Overview>()

const TARGETED = structuredClone(SMALL_FRAMEWORK)
for (const leaf of leavesOf(TARGETED.root))
  if (leaf.indicator !== undefined)
    Object.assign(leaf.indicator, {
      target: { doctors: 4, mortality: 10, kindergarten: 100, spending: 320 }[leaf.code] ?? null,
      floor: { doctors: 2, mortality: 20, kindergarten: 60, spending: 120 }[leaf.code] ?? null,
    })

describe('the dashboard', () => {
  it('of a new city says what to do first', async () => {
    const city = await mintCity()
    expect(await overview(city)).toMatchObject({
      city: city.organisation,
      role: 'owner',
      latest: null,
      completeness: null,
      counts: { areas: 0, frameworks: 0, observations: 0, imports: 0, evaluations: 0, published: 0 },
      due: [
        { kind: 'no-areas' },
        { kind: 'no-framework', link: `/c/${city.organisation.slug}/frameworks` },
        { kind: 'no-data' },
      ],
    })
  })

  it('takes one round trip to the region, whatever the city holds', async () => {
    const city = await mintCity({ areas: 3, framework: true })
    await fillSmall(city)
    const { id } = await run(city)
    await city.request(`evaluations/${id}/publish`, { method: 'POST' })
    const counted = countTrips()
    const first = await city.request('overview', { env: counted.env })
    expect(first.status).toBe(200)
    expect(counted.trips()).toEqual({ hub: 0, region: 1 })
    expect(await (await city.request('overview', { env: counted.env })).text()).toBe(await first.clone().text())
    expect(counted.trips()).toEqual({ hub: 0, region: 2 })
    expect(
      (await city.request('overview', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })).status,
    ).toBe(304)
  })

  it('shows what an act has changed at once', async () => {
    const city = await mintCity({ areas: 3, framework: true })
    expect((await overview(city)).counts).toMatchObject({ areas: 4, imports: 0 })
    const area = { code: 'Z1', name: '新区', nameEn: '', parentCode: null, setting: null, grouping: '' }
    await city.request('areas', { method: 'PUT', headers: { 'if-match': '*' }, json: { areas: [area] } })
    expect((await overview(city)).counts.areas).toBe(5)
    await city.request('imports', {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: '地区,时期,doctors\nA01,2024,2\n',
    })
    expect((await overview(city)).due).toContainEqual(expect.objectContaining({ kind: 'staged-import', count: 1 }))
  })

  it('keeps from those who may not read results that there are drafts', async () => {
    const city = await mintCity({ areas: 3, framework: true, scopes: ['city:read'] })
    await fillSmall(city)
    await run(city)
    expect((await overview(city)).counts).toMatchObject({ evaluations: 1, published: 0 })
    expect(await (await city.request('overview', { as: 'key' })).json()).toMatchObject({
      latest: null,
      counts: { evaluations: 0, published: 0 },
    })
  })

  it('shows the newest published evaluation before any draft, its domains and its series', async () => {
    const city = await mintCity({ areas: 3, framework: true })
    await fillSmall(city)
    const [published, draft] = [
      await run(city, { title: '公开' }),
      await run(city, { title: '草稿', method: { aggregation: 'geometric' } }),
    ]
    expect((await overview(city)).latest?.evaluation.id).toBe(draft.id)
    await city.request(`evaluations/${published.id}/publish`, { method: 'POST' })
    const now = await overview(city)
    expect(now.latest?.evaluation).toMatchObject({
      id: published.id,
      state: 'published',
      publicationId: await publicationOf(city, published.id),
      headline: published.headline,
    })
    expect(now.latest?.series).toEqual(published.series['root'])
    expect(now.latest?.domains).toEqual(
      ['health', 'education'].map((code) =>
        expect.objectContaining({
          code,
          score: published.series[code]?.score[1],
          previousScore: published.series[code]?.score[0],
          degree: published.series[code]?.degree[1],
        }),
      ),
    )
    expect(now.counts).toMatchObject({ areas: 4, frameworks: 1, observations: 23, evaluations: 2, published: 1 })
    expect(now.due).toContainEqual({
      kind: 'draft-evaluation',
      count: 1,
      link: `/c/${city.organisation.slug}/evaluations`,
    })
  })

  it('puts up the worst gaps within their anchor ranges, whoever lives there, no indicator more than twice', async () => {
    const city = await mintCity({ areas: 3, framework: TARGETED })
    await fillSmall(city)
    const { id } = await run(city)
    const boards = (await overview(city)).latest?.worstGaps ?? []
    const { gaps } = await (await city.request(`evaluations/${id}/periods/2024`)).json<PeriodResult>()
    const priorities = gaps.map((g) => g.priority ?? Number.NaN)
    expect(priorities).toEqual(priorities.toSorted((a, b) => b - a))
    expect(boards.map((b) => `${b.indicator} ${b.area}`)).toEqual(
      gaps.map((g) => `${g.indicator} ${g.area}`).slice(0, 8),
    )
    expect(boards[0]).toMatchObject({
      indicator: 'spending',
      area: 'A01',
      areaName: '甲01区',
      unit: '万元',
      inRange: 1.05,
    })
    // A small county's worst gap comes before a big district's smaller one.
    const wide = await mintCity({ areas: 6, framework: TARGETED })
    await addValues(wide, { 2024: { doctors: [1, 3, 3, 3, 3, 3], mortality: [12, 12, 12, 12, 12, 18] } })
    await addPopulations(wide, '2024', [1, 2000, 3000, 4000, 5000, 6])
    await run(wide, { periods: ['2024'], method: { minCoverage: 0 } })
    expect((await overview(wide)).latest?.worstGaps.map((b) => `${b.indicator} ${b.area}`)).toEqual([
      'doctors A01',
      'mortality A06',
      'doctors A02',
      'mortality A01',
    ])
  })

  it('measures completeness in the newest period with data, and what is due', async () => {
    const city = await mintCity({ areas: 3, framework: true })
    await addValues(city, {
      2023: SMALL_ROWS['2023'] ?? {},
      2024: { doctors: [1, 2, null], kindergarten: [60, null, null] },
    })
    await addPopulations(city, '2024', [10, null, null])
    const d1 = region(city)
    const insert = (id: string, state: string, createdAt: number) =>
      d1
        .prepare(
          "INSERT INTO imports (tenant_id, id, file_name, file_digest, size_bytes, encoding, layout, state, row_count, value_count, missing_count, problem_count, summary, created_by, created_at) VALUES (?, ?, 'a.csv', 'x', 1, 'utf-8', 'wide', ?, 1, 1, 0, 0, '{}', 'test', ?)",
        )
        .bind(city.tenantId, id, state, createdAt)
    await d1.batch([
      insert('imp_1', 'rejected', 1),
      insert('imp_2', 'committed', 2),
      insert('imp_3', 'rejected', 3),
      insert('imp_4', 'ready', 4),
    ])
    const now = await overview(city)
    expect(now.completeness).toEqual({
      period: '2024',
      domains: [
        { code: 'health', name: '病有所医', nameEn: 'Health', filled: 2, expected: 6 },
        { code: 'education', name: '学有所教', nameEn: 'Education', filled: 1, expected: 6 },
      ],
    })
    const link = (page: string) => `/c/${city.organisation.slug}/${page}`
    expect(now.due).toEqual([
      { kind: 'staged-import', count: 1, link: link('data?tab=imports') },
      // The one before the last good import is history.
      { kind: 'rejected-import', count: 1, link: link('data?tab=imports') },
      { kind: 'missing-values', count: 9, link: link('data?tab=completeness') },
      { kind: 'no-population', count: 2, link: link('data?tab=areas') },
    ])
  })

  it('shows an assessor who may only enter neither results nor data', async () => {
    const city = await mintCity({ areas: 3, framework: true })
    await fillSmall(city)
    await run(city)
    const assessor = await mintOrganisation('assessor')
    await mintAssignment(assessor.id, city.tenantId, { actions: ['city:read'] })
    const person = await mintPerson(assessor.id, 'assessor')
    const res = await city.request('overview', { as: 'nobody', headers: { ...person } })
    expect(res.status).toBe(200)
    expect(await res.json()).toMatchObject({
      role: null,
      permissions: ['city:read'],
      latest: null,
      completeness: null,
      due: [],
    })
  })
})

it('counts what waits for the hub', async () => {
  const city = await mintCity({ areas: 3, framework: true })
  await fillSmall(city)
  await env.REGION_JJJ.prepare(
    "INSERT INTO outbox (tenant_id, id, kind, payload, created_at) VALUES (?, 'out_x', 'publication', '{}', 0)",
  )
    .bind(city.tenantId)
    .run()
  expect((await overview(city)).due).toContainEqual({
    kind: 'relay-waiting',
    count: 1,
    link: `/c/${city.organisation.slug}/evaluations`,
  })
})
