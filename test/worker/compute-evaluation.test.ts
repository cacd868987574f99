/** Anybody recomputes what a city ran: the inputs it published, or an assessor read, give the same digests and the same numbers. */
import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createApp } from '../support/worker-app.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { addPopulations, addValues, run, SMALL_ROWS } from '../support/worker-evaluation.ts'
import { leavesOf, SMALL_FRAMEWORK } from '../support/worker-framework.ts'
import type { EvaluationResult } from '../../worker/contract/compute/evaluation.ts'
import type { EvaluationInputs, PeriodResult } from '../../worker/contract/evaluations.ts'
import type { MethodOptions } from '../../worker/contract/frameworks.ts'
import type { Problem } from '../../worker/contract/wire.ts'

const post = (body: unknown, language = 'zh-CN'): Promise<Response> | Response =>
  createApp().request(
    '/api/v1/compute/evaluation',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify(body),
    },
    env,
    createExecutionContext(),
  )

const TARGETED = structuredClone(SMALL_FRAMEWORK)
for (const leaf of leavesOf(TARGETED.root))
  if (leaf.indicator !== undefined)
    Object.assign(leaf.indicator, {
      target: { doctors: 4, mortality: 10, kindergarten: 100, spending: 320 }[leaf.code] ?? null,
      floor: { doctors: 2, mortality: 20, kindergarten: 60, spending: 120 }[leaf.code] ?? null,
      goalposts: [0, 400],
      targetSource: { kind: 'plan', document: '规划', year: 2025 },
      scale: leaf.code === 'kindergarten' ? { kind: 'bounded', low: 0, high: 100 } : { kind: 'ratio' },
    })

async function filled(): Promise<TestCity> {
  const city = await mintCity({ areas: 3, framework: TARGETED })
  await addValues(city, SMALL_ROWS)
  for (const period of Object.keys(SMALL_ROWS)) await addPopulations(city, period, [1000, 2000, 3000])
  return city
}
const inputsOf = async (city: TestCity, id: string): Promise<EvaluationInputs> =>
  (await city.request(`evaluations/${id}/snapshot`)).json<EvaluationInputs>()

const period = (copy: EvaluationInputs) => copy.snapshot.periods[0] ?? { period: '', populations: [], values: {} }

const METHODS: readonly Partial<MethodOptions>[] = [
  { normalisation: 'efficacy', bounds: 'anchors' },
  { normalisation: 'efficacy', bounds: 'goalposts' },
  { normalisation: 'minmax', bounds: 'pooled' },
  { normalisation: 'minmax', bounds: 'sample', aggregation: 'geometric' },
  { normalisation: 'target', bounds: 'pooled', aggregation: 'harmonic' },
  { normalisation: 'zscore', bounds: 'pooled' },
  { normalisation: 'rank', bounds: 'sample', treatment: 'winsorise' },
  { imputation: 'locf', treatment: 'tukey', equalityFamily: 'gini', equalityWeighting: 'none' },
  { imputation: 'median', missing: 'strict', weighting: 'equal' },
]

describe('POST /compute/evaluation', () => {
  it('gives the digests and the numbers of what a city ran, by every method', async () => {
    const city = await filled()
    for (const method of METHODS) {
      const evaluation = await run(city, { method })
      const inputs = await inputsOf(city, evaluation.id)
      const res = await post(inputs)
      expect(res.status, JSON.stringify(method)).toBe(200)
      const computed = await res.json<EvaluationResult>()
      expect(computed, JSON.stringify(method)).toMatchObject({
        inputDigest: evaluation.inputDigest,
        resultDigest: evaluation.resultDigest,
        sameInputs: true,
        results: { headline: evaluation.headline, series: evaluation.series },
      })
      const stored = await (await city.request(`evaluations/${evaluation.id}/periods/2024`)).json<PeriodResult>()
      const { gaps: _gaps, gapCount: _count, values: _values, populations: _populations, ...results } = stored
      expect(computed.results.periods[1]).toEqual(results)
    }
  })

  it('names other inputs by another digest', async () => {
    const city = await filled()
    const inputs = await inputsOf(city, (await run(city)).id)
    const [first] = inputs.snapshot.periods
    if (first?.values['doctors'] !== undefined) first.values['doctors'][0] = 2.1
    const { inputDigest, sameInputs } = await (await post(inputs)).json<EvaluationResult>()
    expect([sameInputs, inputDigest === inputs.inputDigest]).toEqual([false, false])
  })

  it('names every fault by its path, and computes nothing', async () => {
    const city = await filled()
    const inputs = await inputsOf(city, (await run(city)).id)
    const faultsOf = async (edit: (copy: EvaluationInputs) => void): Promise<unknown> => {
      const copy = structuredClone(inputs)
      edit(copy)
      const res = await post(copy)
      expect(res.status).toBe(422)
      return (await res.json<Problem>()).errors?.map((e) => [e.path, e.code])
    }
    expect(await faultsOf((c) => period(c).values['doctors']?.pop())).toEqual([
      ['snapshot.periods[0].values.doctors', 'wrong-length'],
    ])
    expect(await faultsOf((c) => delete period(c).values['doctors'])).toEqual([
      ['snapshot.periods[0].values.doctors', 'missing-column'],
    ])
    expect(await faultsOf((c) => (period(c).values['other'] = [1, 2, 3]))).toEqual([
      ['snapshot.periods[0].values.other', 'unknown-indicator'],
    ])
    expect(await faultsOf((c) => c.snapshot.periods.reverse())).toEqual([
      ['snapshot.periods[1].period', 'not-ascending'],
    ])
    expect(await faultsOf((c) => (period(c).period = '2020-Q1'))).toEqual([['snapshot.periods', 'mixed-periods']])
    expect(await faultsOf((c) => (period(c).populations[0] = -5))).toEqual([
      ['snapshot.periods[0].populations[0]', 'negative-population'],
    ])
    expect(await faultsOf((c) => c.snapshot.areas.forEach((a) => (a.code = 'A01')))).toEqual([
      ['snapshot.areas[1].code', 'duplicate'],
      ['snapshot.areas[2].code', 'duplicate'],
    ])
    expect(await faultsOf((c) => (c.engineVersion = '0.9.0'))).toEqual([['engineVersion', 'other-engine']])
    expect(
      await faultsOf((c) => {
        c.options = { ...c.options, normalisation: 'zscore', bounds: 'anchors' }
      }),
    ).toEqual([['options.bounds', 'not-applicable']])
  })

  it('takes no bare request for an evaluation', async () => {
    for (const body of [{}, [], null, { snapshot: {} }, { snapshot: { areas: [], periods: [] } }])
      expect((await post(body)).status).toBe(422)
  })
})
