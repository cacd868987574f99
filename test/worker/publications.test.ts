import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createApp } from '../support/worker-app.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { countTrips, parkFirstBatch } from '../support/worker-d1.ts'
import { fillSmall, region, run, publicationOf } from '../support/worker-evaluation.ts'
import type { Evaluation, EvaluationSummary, PeriodResult } from '../../worker/contract/evaluations.ts'
import type { Publication, PublishedPeriod } from '../../worker/contract/publication.ts'
import type { PublicationSummary, RegionInfo } from '../../worker/contract/public.ts'
import type { Env } from '../../worker/env.ts'

const ready = async (options: Parameters<typeof mintCity>[0] = {}) => {
  const city = await mintCity({ areas: 3, framework: true, ...options })
  await fillSmall(city)
  return city
}
const publish = (city: TestCity, id: string, { raw, ...more }: { env?: Env; raw?: string } = {}) =>
  city.request(`evaluations/${id}/publish`, {
    method: 'POST',
    ...(raw === undefined ? {} : { json: { raw } }),
    ...more,
  })
async function published(
  city: TestCity,
  title = '年度评价',
  more: { raw?: string } = {},
): Promise<{ evaluation: Evaluation; publicationId: string }> {
  const evaluation = await run(city, { title })
  expect((await publish(city, evaluation.id, more)).status).toBe(200)
  return { evaluation, publicationId: await publicationOf(city, evaluation.id) }
}
const anyone = async (path: string, headers: Record<string, string> = {}, where: Env = env): Promise<Response> => {
  const ctx = createExecutionContext()
  const res = await createApp().request(`/api/v1/${path}`, { headers }, where, ctx)
  await waitOnExecutionContext(ctx)
  return res
}

describe('publishing', () => {
  it('turns a draft into a public record that says what the evaluation said', async () => {
    const city = await ready()
    const evaluation = await run(city)
    const res = await publish(city, evaluation.id, { raw: 'published' })
    expect(await res.json()).toMatchObject({ id: evaluation.id, state: 'published', publicationId: null })
    const publicationId = await publicationOf(city, evaluation.id)
    const now = await (await city.request(`evaluations/${evaluation.id}`)).json<EvaluationSummary>()
    expect(now).toMatchObject({ state: 'published', publicationId })

    const publication = await (await anyone(`publications/${publicationId}`)).json<Publication>()
    expect(publication).toMatchObject({
      id: publicationId,
      city: city.organisation,
      title: '年度评价',
      firstPeriod: '2023',
      lastPeriod: '2024',
      digest: evaluation.inputDigest,
      headlineScore: evaluation.headline.score,
      degree: evaluation.headline.degree,
      periods: ['2023', '2024'],
      template: null,
    })
    const result = await (await city.request(`evaluations/${evaluation.id}/periods/2024`)).json<PeriodResult>()
    const period = await (await anyone(`publications/${publicationId}/periods/2024`)).json<PublishedPeriod>()
    expect(period).toMatchObject({ period: '2024', weighted: true, scores: result.scores, ranks: result.ranks })
    expect(period.cityScores).toEqual(
      Object.fromEntries(Object.entries(result.cityScores).filter(([code]) => code in result.scores)),
    )
    expect(period.degrees['root']?.degree).toBe(result.equality['root']?.degree)
    expect(period.indicators['doctors']?.values).toEqual(result.values['doctors'])
  })

  it('exchanges what is public of every node and period, and a reason where there is none', async () => {
    const city = await ready()
    const { evaluation, publicationId } = await published(city, undefined, { raw: 'published' })
    const rows = await env.HUB.prepare(
      'SELECT v.period, v.node, v.measure, v.value, v.reason, r.basis, v.city_id AS city FROM release_values v JOIN releases r ON r.id = v.release_id WHERE v.release_id = ?',
    )
      .bind(publicationId)
      .all<{
        period: string
        node: string
        measure: string
        value: number | null
        reason: string | null
        basis: string
        city: string
      }>()
    expect(new Set(rows.results.map((r) => `${r.basis} ${r.city}`))).toEqual(new Set([`publication ${city.tenantId}`]))
    expect(new Set(rows.results.map((r) => r.measure))).toEqual(new Set(['score', 'realization', 'degree', 'mean']))
    const at = (period: string, node: string, measure: string) =>
      rows.results.find((r) => r.period === period && r.node === node && r.measure === measure)
    expect(at('2024', 'root', 'score')?.value).toBe(evaluation.headline.score)
    expect(at('2024', 'root', 'degree')?.value).toBe(evaluation.headline.degree)
    expect(at('2023', 'doctors', 'degree')?.value).toBe(evaluation.series['doctors']?.degree[0])
    expect(rows.results.filter((r) => r.value === null).every((r) => r.reason !== null)).toBe(true)
  })

  it('happens once: a second try, and the slower of two writers, get a conflict', async () => {
    const city = await ready()
    const evaluation = await run(city)
    const parked = parkFirstBatch('REGION_JJJ', 'UPDATE evaluations')
    const slow = publish(city, evaluation.id, { env: parked.env })
    await parked.reached
    const fast = await publish(city, evaluation.id)
    parked.release()
    expect([(await slow).status, fast.status]).toEqual([409, 200])
    expect((await publish(city, evaluation.id)).status).toBe(409)
    expect(
      await region(city).prepare('SELECT count(*) AS n FROM outbox WHERE tenant_id = ?').bind(city.tenantId).first('n'),
    ).toBe(1)
    expect(
      await env.HUB.prepare('SELECT count(*) AS n FROM publications WHERE city_id = ?').bind(city.tenantId).first('n'),
    ).toBe(1)
  })

  it('is for good: a published evaluation is neither deleted nor changed, not even in the database', async () => {
    const city = await ready()
    const { evaluation, publicationId } = await published(city)
    expect((await city.request(`evaluations/${evaluation.id}`, { method: 'DELETE' })).status).toBe(409)
    expect((await city.request(`evaluations/${evaluation.id}/periods/2024`)).status).toBe(200)
    await expect(
      env.HUB.prepare("UPDATE publications SET title = 'x' WHERE id = ?").bind(publicationId).run(),
    ).rejects.toThrow('immutable')
    await expect(
      env.HUB.prepare("UPDATE publication_documents SET body = 'x' WHERE publication_id = ?").bind(publicationId).run(),
    ).rejects.toThrow('immutable')
    await expect(
      region(city).prepare('DELETE FROM evaluations WHERE id = ?').bind(evaluation.id).run(),
    ).rejects.toThrow()
  })

  it('is not for a role without that right, nor across cities', async () => {
    const analyst = await ready({ role: 'analyst' })
    const evaluation = await run(analyst)
    expect((await publish(analyst, evaluation.id)).status).toBe(403)
    const other = await ready()
    expect((await publish(other, evaluation.id)).status).toBe(404)
  })
})

describe('reading publications', () => {
  it('stays open to everybody when the city is suspended, and nothing else of it does', async () => {
    const city = await ready()
    const { evaluation, publicationId } = await published(city)
    const draft = await run(city)
    await env.HUB.prepare("UPDATE organisations SET status = 'suspended' WHERE id = ?").bind(city.tenantId).run()
    expect((await anyone(`publications/${publicationId}`)).status).toBe(200)
    expect((await anyone(`publications/${await publicationOf(city, draft.id)}`)).status).toBe(404)
    expect((await city.request(`evaluations/${evaluation.id}/publish`, { method: 'POST', as: 'key' })).status).toBe(401)
    expect((await city.request(`evaluations/${evaluation.id}/publish`, { method: 'POST' })).status).toBe(404)
  })

  it('lists the latest of each city, older ones on demand, by region and city', async () => {
    const city = await ready({ region: 'cy' })
    const first = await published(city, '第一次')
    const second = await published(city, '第二次')
    const list = async (query: string) =>
      (await (await anyone(`publications?${query}`)).json<{ items: PublicationSummary[] }>()).items.map((p) => p.id)
    expect(await list('region=cy')).toEqual([second.publicationId])
    expect(await list('region=cy&latest=false')).toEqual([second.publicationId, first.publicationId])
    expect(await list(`city=${city.organisation.slug}`)).toEqual([second.publicationId])
    expect(await list('region=gba')).toEqual([])
    const page = await (await anyone('publications?region=cy&latest=false&limit=1')).json<{ nextCursor: string }>()
    expect(await list(`region=cy&latest=false&limit=1&cursor=${page.nextCursor}`)).toEqual([first.publicationId])
    // The earlier one stays readable.
    expect(await (await anyone(`publications/${first.publicationId}`)).json()).toMatchObject({
      title: '第一次',
    })
    // A framework of the city's own is a series of that city alone, whatever its name.
    const other = await published(await ready({ region: 'gba' }))
    const seriesOf = async (id: string) =>
      (await (await anyone('publications?latest=false')).json<{ items: PublicationSummary[] }>()).items.find(
        (p) => p.id === id,
      )?.series
    const series = await seriesOf(first.publicationId)
    expect(series).toBeTypeOf('string')
    expect(await seriesOf(second.publicationId)).toBe(series)
    expect(await seriesOf(other.publicationId)).not.toBe(series)
    const regions = await (await anyone('regions')).json<{ items: RegionInfo[] }>()
    expect(regions.items.find((r) => r.code === 'cy')).toMatchObject({ cityCount: 1, publishedCityCount: 1 })
  })

  it('takes one round trip to the hub, then none, and honours its ETag', async () => {
    const city = await ready()
    const { publicationId } = await published(city)
    const counted = countTrips()
    const first = await anyone(`publications/${publicationId}`, {}, counted.env)
    expect(counted.trips()).toEqual({ hub: 1, region: 0 })
    const again = await anyone(`publications/${publicationId}`, {}, counted.env)
    expect(counted.trips()).toEqual({ hub: 1, region: 0 })
    expect(await again.text()).toBe(await first.text())
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
    expect(first.headers.get('cache-control')).toContain('public')
    const unchanged = await anyone(`publications/${publicationId}`, { 'if-none-match': `W/${etag}, "other"` })
    expect(unchanged.status).toBe(304)
    expect(await unchanged.text()).toBe('')
    expect((await anyone('publications/pub_none')).status).toBe(404)
    const list = countTrips()
    expect((await anyone('publications', {}, list.env)).status).toBe(200)
    expect(list.trips()).toEqual({ hub: 1, region: 0 })
  })
})
