import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { evaluationDigest } from '../../worker/engine/digest/evaluationDigest.ts'
import { gini } from '../../worker/engine/indices/gini.ts'
import { evaluateSnapshot } from '../../worker/services/evaluation/evaluateSnapshot.ts'
import { resultDigestOf } from '../../worker/record/evaluation.ts'
import { mintCity } from '../support/worker-city.ts'
import { countTrips } from '../support/worker-d1.ts'
import {
  addPopulations,
  addValues,
  areaId,
  fillSmall,
  region,
  run,
  SMALL_ROWS,
  publicationOf,
} from '../support/worker-evaluation.ts'
import { SMALL_FRAMEWORK } from '../support/worker-framework.ts'
import type {
  Evaluation,
  EvaluationInputs,
  EvaluationSummary,
  PeriodResult,
} from '../../worker/contract/evaluations.ts'
import type { FrameworkBody } from '../../worker/contract/frameworks.ts'
import type { Publication } from '../../worker/contract/public.ts'
import type { Problem } from '../../worker/contract/wire.ts'

const ready = async (options: Parameters<typeof mintCity>[0] = {}) => {
  const city = await mintCity({ areas: 3, framework: true, ...options })
  await fillSmall(city)
  return city
}
const post = (city: Awaited<ReturnType<typeof mintCity>>, more: Record<string, unknown>) =>
  city.request('evaluations', {
    method: 'POST',
    json: { title: '年度评价', frameworkId: city.frameworkId, periods: ['2023', '2024'], ...more },
  })

describe('running an evaluation', () => {
  it('scores every node over all periods and says what the city as a whole comes to', async () => {
    const city = await ready()
    const evaluation = await run(city)
    expect(evaluation).toMatchObject({
      state: 'draft',
      frameworkVersion: 1,
      periods: ['2023', '2024'],
      areaCount: 3,
      indicatorCount: 4,
      missingCount: 1,
      publicationId: null,
      publishedAt: null,
      weightedPeriods: { 2023: false, 2024: true },
    })
    expect(evaluation.areas.map((a) => a.code)).toEqual(['A01', 'A02', 'A03'])
    expect(evaluation.nodes.map((n) => [n.code, n.parent, n.effectiveWeight])).toEqual([
      ['root', null, 1],
      ['health', 'root', 0.5],
      ['doctors', 'health', 0.25],
      ['mortality', 'health', 0.25],
      ['education', 'root', 0.5],
      ['kindergarten', 'education', 0.25],
      ['spending', 'education', 0.25],
    ])
    expect(evaluation.warnings.map((w) => [w.code, w.path])).toEqual([
      ['unweighted-period', '2023'],
      ['equality-unweighted', undefined],
    ])
    // Pooled min-max over both periods: doctors 2…5, mortality 4…20 (less is better), kindergarten 60…100, spending 100…330.
    const result = await (await city.request(`evaluations/${evaluation.id}/periods/2023`)).json<PeriodResult>()
    expect(result.normalised['doctors']).toEqual([0, expect.closeTo(100 / 3, 10), expect.closeTo(200 / 3, 10)])
    expect(result.normalised['mortality']).toEqual([0, expect.closeTo(62.5, 10), expect.closeTo(93.75, 10)])
    expect(result.scores['health']).toEqual([
      0,
      expect.closeTo((100 / 3 + 62.5) / 2, 10),
      expect.closeTo((200 / 3 + 93.75) / 2, 10),
    ])
    expect(result.ranks['root']).toEqual([3, 2, 1])
    const root = result.scores['root']?.map((s) => s ?? Number.NaN) ?? []
    expect(result.cityScores['root']).toBeCloseTo(root.reduce((a, b) => a + b, 0) / 3, 10)
    expect(result.values).toEqual(SMALL_ROWS['2023'])
    expect(result.populations).toEqual([null, null, null])
    expect(result.indices['doctors']).toMatchObject({
      n: 3,
      missing: 0,
      mean: 3,
      weighted: null,
      unweighted: { gini: gini([2, 3, 4]), cv: { value: expect.closeTo(Math.sqrt(2 / 3) / 3, 12) } },
    })
  })

  it('weights by population where every area with a value has one', async () => {
    const city = await ready()
    const evaluation = await run(city)
    const result = await (await city.request(`evaluations/${evaluation.id}/periods/2024`)).json<PeriodResult>()
    expect(result.indices['doctors']?.weighted?.['gini']).toEqual(gini([2.5, 3, 5], [1e5, 2e5, 3e5]))
    expect(result.indices['doctors']?.mean).toBeCloseTo((2.5 + 6 + 15) / 6, 12)
    const scores = result.scores['health'] ?? []
    expect(result.cityScores['health']).toBeCloseTo(
      ((scores[0] ?? 0) + 2 * (scores[1] ?? 0) + 3 * (scores[2] ?? 0)) / 6,
      10,
    )
    expect(evaluation.headline).toMatchObject({
      period: '2024',
      previousPeriod: '2023',
      equality: { family: 'cv', weighting: 'none', sd: 'population', fewest: 3 },
      weighted: true,
      lowest: { area: 'A01', name: '甲01区' },
      // Its education rests on spending alone and is not shown, but three quarters of its weight are there.
      highest: { area: 'A03' },
    })
    expect(evaluation.headline.degree).toBe(result.equality['root']?.degree)
    expect(evaluation.headline.scoreCv).toBe(result.indices['root']?.weighted?.['cv']?.value)
    expect(evaluation.headline.score).toBe(result.cityScores['root'])
    expect(evaluation.headline.previousScore).toBe(evaluation.series['root']?.score[0])
    // A missing value is neither imputed nor zero: education of A03 rests on spending alone, which carries half its weight and is too little.
    expect(result.scores['education']?.[2]).toBeNull()
    expect(result.indices['kindergarten']).toMatchObject({ n: 2, missing: 1 })
  })

  it('splits inequality by setting for root, domains and indicators, and leaves out an attribute nobody has', async () => {
    const city = await ready()
    const evaluation = await run(city)
    const { decompositions } = await (
      await city.request(`evaluations/${evaluation.id}/periods/2023`)
    ).json<PeriodResult>()
    expect(decompositions.map((d) => `${d.by} ${d.code}`)).toEqual(
      ['root', 'health', 'doctors', 'mortality', 'education', 'kindergarten', 'spending'].map((c) => `setting ${c}`),
    )
    const doctors = decompositions.find((d) => d.code === 'doctors')
    expect(doctors?.theilT?.groups.map((g) => [g.key, g.n, g.mean])).toEqual([
      ['urban', 2, 3],
      ['rural', 1, 3],
    ])
    expect((doctors?.theilT?.between ?? 1) + (doctors?.theilT?.within ?? 1)).toBeCloseTo(
      doctors?.theilT?.total ?? 0,
      12,
    )
    await region(city)
      .prepare("UPDATE areas SET setting = NULL WHERE tenant_id = ? AND id = 'area_02'")
      .bind(city.tenantId)
      .run()
    const second = await run(city)
    const again = await (await city.request(`evaluations/${second.id}/periods/2023`)).json<PeriodResult>()
    expect(again.decompositions.find((d) => d.code === 'doctors')).toMatchObject({
      theilT: null,
      reason: 'missing-group',
    })
  })

  it('lists gaps to targets, worst first, with the people they touch', async () => {
    const framework = structuredClone(SMALL_FRAMEWORK)
    const facts = (code: string) =>
      framework.root.children?.flatMap((d) => d.children ?? []).find((n) => n.code === code)?.indicator
    const [doctors, mortality, kindergarten] = [facts('doctors'), facts('mortality'), facts('kindergarten')]
    if (doctors === undefined || mortality === undefined || kindergarten === undefined) throw new Error('fixture')
    doctors.target = 4
    mortality.target = 10
    kindergarten.target = [75, 90]
    const city = await ready({ framework })
    const evaluation = await run(city)
    const { gaps, gapCount } = await (
      await city.request(`evaluations/${evaluation.id}/periods/2024`)
    ).json<PeriodResult>()
    expect(gaps).toMatchObject([
      { indicator: 'mortality', area: 'A01', value: 15, target: 10, gap: 5, gapShare: 0.5, people: 100_000 },
      { indicator: 'doctors', area: 'A01', value: 2.5, target: 4, gap: 1.5, gapShare: 0.375, people: 100_000 },
      { indicator: 'doctors', area: 'A02', value: 3, target: 4, gap: 1, gapShare: 0.25, people: 200_000 },
      { indicator: 'mortality', area: 'A02', value: 12, target: 10, gap: 2, gapShare: 0.2, people: 200_000 },
      {
        indicator: 'kindergarten',
        area: 'A01',
        value: 70,
        target: [75, 90],
        gap: 5,
        gapShare: 5 / 75,
        people: 100_000,
      },
    ])
    expect(gapCount).toBe(5)
    // Nobody has told us the size of the groups behind these indicators: the number is the area's population, and says so.
    expect(new Set(gaps.map((g) => `${g.peopleBasis} ${g.targetKind}`))).toEqual(new Set(['area-population estimated']))
  })

  it('warns about an indicator without any value, by name and in the reader’s language', async () => {
    const city = await mintCity({ areas: 3, framework: true })
    await addValues(city, { 2023: { doctors: [1, 2, 3], mortality: [1, 2, 3], kindergarten: [50, 60, 70] } })
    const chinese = await run(city, { periods: ['2023'], method: { minCoverage: 0.4 } })
    expect(chinese.warnings).toContainEqual({
      code: 'indicator-without-values',
      path: 'spending',
      message: '“教育经费”在所选时期没有任何数据，未参与计分',
    })
    const english = await (
      await city.request(`evaluations/${chinese.id}`, { headers: { 'accept-language': 'en' } })
    ).json<Evaluation>()
    expect(english.warnings.find((w) => w.path === 'spending')?.message).toContain('“Education spending” has no value')
    expect(english.headline.score).not.toBeNull()
  })
})

describe('digests', () => {
  it('are the same for the same inputs, and name what the snapshot route gives', async () => {
    const city = await ready()
    const [first, second] = [
      await run(city),
      await run(city, { title: '另一个标题', periods: ['2024', '2023'], areaCodes: ['A03', 'A01', 'A02'] }),
    ]
    expect([second.inputDigest, second.resultDigest]).toEqual([first.inputDigest, first.resultDigest])
    const inputs = await (await city.request(`evaluations/${first.id}/snapshot`)).json<EvaluationInputs>()
    const { snapshot, framework, options, engineVersion } = inputs
    expect(await evaluationDigest({ snapshot, framework, options, engineVersion })).toBe(first.inputDigest)
    expect(await resultDigestOf(evaluateSnapshot(snapshot, framework.root, options))).toBe(first.resultDigest)
  })

  it('do not depend on the order in which areas were entered', async () => {
    const [a, b] = [await ready(), await mintCity({ areas: 3, framework: true })]
    await region(b).prepare('UPDATE areas SET sort = -sort WHERE tenant_id = ?').bind(b.tenantId).run()
    await fillSmall(b)
    expect((await run(b)).inputDigest).toBe((await run(a)).inputDigest)
  })

  it('change with one value, one option and one area less', async () => {
    const city = await ready()
    const base = await run(city)
    const others = [
      await run(city, { method: { aggregation: 'geometric' } }),
      await run(city, { areaCodes: ['A01', 'A02'] }),
    ]
    await region(city)
      .prepare(
        "UPDATE observations SET value = 2.0000000001 WHERE tenant_id = ? AND indicator = 'doctors' AND period = '2023' AND area_id = ?",
      )
      .bind(city.tenantId, areaId(0))
      .run()
    others.push(await run(city))
    const digests = [base, ...others]
    expect(new Set(digests.map((e) => e.inputDigest)).size).toBe(4)
    expect(new Set(digests.map((e) => e.resultDigest)).size).toBe(4)
  })
})

const faults = async (res: Response) => {
  expect(res.status).toBe(422)
  return ((await res.json<Problem>()).errors ?? []).map((e) => [e.path, e.code])
}

it('lays the asked options over the framework’s own and leaves the rest as they are there', async () => {
  const framework = structuredClone(SMALL_FRAMEWORK)
  framework.method = { ...framework.method, normalisation: 'rank', equalityFamily: 'gini', minCoverage: 0.1 }
  const city = await ready({ framework })
  expect((await run(city, { method: { aggregation: 'geometric' } })).method).toEqual({
    ...framework.method,
    aggregation: 'geometric',
  })
})

describe('what stands in the way of a run is named', () => {
  it('an unknown framework or version', async () => {
    const city = await ready()
    expect(await faults(await post(city, { frameworkId: 'fw_none' }))).toEqual([['frameworkId', 'unknown-framework']])
    expect(await faults(await post(city, { frameworkVersion: 7 }))).toEqual([['frameworkVersion', 'unknown-framework']])
    const other = await ready()
    expect(await faults(await post(city, { frameworkId: other.frameworkId }))).toEqual([
      ['frameworkId', 'unknown-framework'],
    ])
  })
  it('a period without data, twice the same, or of another grain', async () => {
    const city = await ready()
    expect(await faults(await post(city, { periods: ['2023', '2031'] }))).toEqual([['periods[1]', 'unknown-period']])
    expect(await faults(await post(city, { periods: ['2031'] }))).toEqual([['periods', 'no-data']])
    expect(await faults(await post(city, { periods: ['2023', '2023'] }))).toEqual([['periods[1]', 'duplicate']])
    expect(await faults(await post(city, { periods: ['2023', '2024-Q1'] }))).toEqual([['periods', 'mixed-periods']])
  })
  it('too few, unknown, repeated and nested areas', async () => {
    const city = await ready()
    expect(await faults(await post(city, { areaCodes: ['A01', 'A09'] }))).toEqual([['areaCodes[1]', 'unknown-area']])
    expect(await faults(await post(city, { areaCodes: ['A01', 'A01'] }))).toEqual([['areaCodes[1]', 'duplicate']])
    expect(await faults(await post(city, { areaCodes: ['A01', 'CITY'] }))).toEqual([['areaCodes[0]', 'nested-areas']])
    const lonely = await mintCity({ areas: 1, framework: true })
    await addValues(lonely, { 2023: { doctors: [1] } })
    expect(await faults(await post(lonely, { periods: ['2023'] }))).toEqual([['areaCodes', 'too-few-areas']])
  })
  it('a method that this framework cannot take', async () => {
    const city = await ready()
    expect((await faults(await post(city, { method: { normalisation: 'target' } })))[0]).toEqual([
      'method.normalisation',
      'missing-target',
    ])
    expect(await faults(await post(city, { periods: ['2023'], method: { imputation: 'locf' } }))).toEqual([
      ['method.imputation', 'needs-periods'],
    ])
  })
})

describe('lists, drafts and sizes', () => {
  it('pages by cursor, newest first', async () => {
    const city = await ready()
    const ids: string[] = []
    for (const title of ['一', '二', '三']) ids.unshift((await run(city, { title })).id)
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: EvaluationSummary[]; nextCursor: string | null } = await (
        await city.request(`evaluations?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
      ).json()
      seen.push(...page.items.map((e) => e.id))
      cursor = page.nextCursor
    }
    expect(seen.toSorted()).toEqual(ids.toSorted())
    expect(new Set(seen).size).toBe(3)
  })

  it('deletes a draft with all its parts', async () => {
    const city = await ready()
    const { id } = await run(city)
    expect((await city.request(`evaluations/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await city.request(`evaluations/${id}`)).status).toBe(404)
    expect(
      await region(city)
        .prepare('SELECT count(*) AS n FROM evaluation_parts WHERE tenant_id = ?')
        .bind(city.tenantId)
        .first('n'),
    ).toBe(0)
    expect((await city.request(`evaluations/${id}`, { method: 'DELETE' })).status).toBe(404)
  })

  it('reads an evaluation and a period in one round trip to the region', async () => {
    const city = await ready()
    const { id } = await run(city)
    await city.request('areas')
    for (const path of [`evaluations/${id}`, `evaluations/${id}/periods/2024`, 'evaluations']) {
      for (const time of ['first', 'again']) {
        const counted = countTrips()
        expect((await city.request(path, { env: counted.env })).status).toBe(200)
        expect(counted.trips(), `${path}, ${time}`).toEqual({ hub: 0, region: 1 })
      }
    }
    const first = await city.request(`evaluations/${id}/periods/2024`)
    expect(
      (
        await city.request(`evaluations/${id}/periods/2024`, {
          headers: { 'if-none-match': first.headers.get('etag') ?? '' },
        })
      ).status,
    ).toBe(304)
    expect((await city.request(`evaluations/${id}/periods/2025`)).status).toBe(404)
  })

  it('takes 3,000 areas, with parts beyond one database value', async () => {
    const framework: FrameworkBody = structuredClone(SMALL_FRAMEWORK)
    const template = framework.root.children?.[0]?.children?.[0]
    if (template === undefined) throw new Error('fixture')
    framework.root.children = Array.from({ length: 12 }, (_, i) => ({
      code: `d${i}`,
      name: '领域',
      nameEn: 'Domain',
      kind: 'domain',
      weight: 1,
      children: [
        { ...template, code: `i${i}` },
        { ...template, code: `i${i + 12}` },
      ],
    }))
    const city = await mintCity({ framework })
    const d1 = region(city)
    const series = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)'
    await d1.batch([
      d1
        .prepare(
          `${series} INSERT INTO areas (tenant_id, id, code, name, setting, sort, created_at) SELECT ?1, 'a' || i, format('%04d', i), '第' || i || '街道', iif(i % 3, 'urban', 'rural'), i, 0 FROM n`,
        )
        .bind(city.tenantId),
      d1
        .prepare(
          `${series} INSERT INTO populations (tenant_id, area_id, period, value) SELECT ?1, 'a' || i, '2024', 1000 + i FROM n`,
        )
        .bind(city.tenantId),
      d1
        .prepare(
          `${series} INSERT INTO observations (tenant_id, indicator, period, area_id, value, updated_by, updated_at) SELECT ?1, c.value, '2024', 'a' || i, 1 + (i * 7919 + c.key * 104729) % 9973 / 7.0, 'test', 0 FROM n, json_each(?2) c`,
        )
        .bind(city.tenantId, JSON.stringify(Array.from({ length: 24 }, (_, i) => `i${i}`))),
    ])
    const evaluation = await run(city, { periods: ['2024'] })
    expect(evaluation.areaCount).toBe(3000)
    const pieces = await d1
      .prepare(
        'SELECT max(length(CAST(body AS BLOB))) AS longest, max(seq) AS last FROM evaluation_parts WHERE tenant_id = ?',
      )
      .bind(city.tenantId)
      .first<{ longest: number; last: number }>()
    expect(pieces?.longest).toBeLessThanOrEqual(1_500_000)
    expect(pieces?.last).toBeGreaterThan(0)
    const result = await (await city.request(`evaluations/${evaluation.id}/periods/2024`)).json<PeriodResult>()
    expect(result.values['i3']?.length).toBe(3000)
    expect(result.ranks['root']?.length).toBe(3000)
    const inputs = await (await city.request(`evaluations/${evaluation.id}/snapshot`)).json<EvaluationInputs>()
    expect(inputs.snapshot.areas[2999]?.name).toBe('第3000街道')
    expect(
      await evaluationDigest({
        snapshot: inputs.snapshot,
        framework: inputs.framework,
        options: inputs.options,
        engineVersion: inputs.engineVersion,
      }),
    ).toBe(evaluation.inputDigest)
    const raw = { method: 'POST', json: { raw: 'published' } }
    expect((await city.request(`evaluations/${evaluation.id}/publish`, raw)).status).toBe(200)
    const published = await env.HUB.prepare(
      'SELECT count(*) AS pieces, max(length(CAST(body AS BLOB))) AS longest FROM publication_documents WHERE publication_id = ?',
    )
      .bind(await publicationOf(city, evaluation.id))
      .first<{ pieces: number; longest: number }>()
    expect(published?.pieces).toBeGreaterThan(1)
    expect(published?.longest).toBeLessThanOrEqual(1_500_000)
    const publication = await (
      await city.request(`/api/v1/publications/${await publicationOf(city, evaluation.id)}`, { as: 'nobody' })
    ).json<Publication>()
    expect(publication.latest?.scores['root']).toEqual(result.scores['root'])
    const tooMany = await city.request('evaluations', {
      method: 'POST',
      json: {
        title: '过大',
        frameworkId: city.frameworkId,
        periods: Array.from({ length: 12 }, (_, i) => String(2010 + i)),
      },
    })
    expect((await tooMany.json<Problem>()).errors?.[0]?.code).toBe('too-large')
  }, 30_000)
})

it('stores an evaluation whole or not at all', async () => {
  const city = await ready()
  const broken = new Proxy(env.REGION_JJJ, {
    get(target, key) {
      if (key === 'batch')
        return (statements: D1PreparedStatement[]) =>
          target.batch(statements.length > 3 ? [...statements, target.prepare('SELECT json(?)').bind('{')] : statements)
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const res = await city.request('evaluations', {
    method: 'POST',
    env: { ...env, REGION_JJJ: broken },
    json: { title: '中断', frameworkId: city.frameworkId, periods: ['2023'] },
  })
  expect(res.status).toBe(500)
  for (const table of ['evaluations', 'evaluation_parts', 'audit'])
    expect(
      await env.REGION_JJJ.prepare(`SELECT count(*) AS n FROM ${table} WHERE tenant_id = ?`)
        .bind(city.tenantId)
        .first('n'),
      table,
    ).toBe(0)
})

it('weighs a period only when every area that has a value in it has a population', async () => {
  const city = await mintCity({ areas: 3, framework: true })
  await addValues(city, { 2023: { doctors: [1, 2, null] }, 2024: { doctors: [1, 2, 3] } })
  await addPopulations(city, '2023', [10, 20, null])
  await addPopulations(city, '2024', [10, 20, null])
  const evaluation = await run(city, { method: { minCoverage: 0 } })
  expect(evaluation.weightedPeriods).toEqual({ 2023: true, 2024: false })
})
