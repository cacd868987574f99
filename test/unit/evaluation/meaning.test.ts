/** Four areas × three indicators, worked out by hand: what 均等化程度, 实现度 and 综合得分 of an evaluation must be. */
import { describe, expect, it } from 'vitest'
import { evaluateSnapshot } from '../../../worker/services/evaluation/evaluateSnapshot.ts'
import { EQUALITY_DEFAULTS } from '../../support/evaluationNode.ts'
import type { Snapshot } from '../../../worker/contract/evaluations.ts'
import type { IndicatorFacts, MethodOptions, TreeNode } from '../../../worker/contract/frameworks.ts'

const METHOD: MethodOptions = {
  treatment: 'none',
  imputation: 'none',
  normalisation: 'efficacy',
  bounds: 'anchors',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
  minCoverage: 2 / 3,
  ...EQUALITY_DEFAULTS,
}

const leaf = (code: string, weight: number, facts: Partial<IndicatorFacts>): TreeNode => ({
  code,
  name: code,
  nameEn: code,
  kind: 'indicator',
  weight,
  indicator: {
    unit: '',
    direction: 'benefit',
    target: null,
    goalposts: null,
    floor: null,
    layer: '',
    department: '',
    numerator: '',
    denominator: '',
    source: '',
    plausibleLow: null,
    plausibleHigh: null,
    ...facts,
  },
})

const ROOT: TreeNode = {
  code: 'root',
  name: 'r',
  nameEn: 'r',
  kind: 'root',
  weight: 1,
  children: [
    leaf('beds', 2, {
      floor: 4,
      target: 8,
      targetSource: { kind: 'plan', document: 'p', year: 2025 },
      scale: { kind: 'ratio' },
    }),
    leaf('cover', 1, { floor: 90, target: 95, denominator: '常住人口', scale: { kind: 'bounded', low: 0, high: 100 } }),
    leaf('wait', 1, {
      direction: 'cost',
      floor: 20,
      target: 10,
      targetSource: { kind: 'standard', document: 's', year: null },
      scale: { kind: 'ratio' },
    }),
  ],
}

const snapshotOf = (values: Record<string, (number | null)[]>, populations: (number | null)[]): Snapshot => ({
  areas: ['A', 'B', 'C', 'D'].map((code) => ({ code, name: code, nameEn: code, setting: null, grouping: '' })),
  periods: [{ period: '2024', populations, values }],
})
const VALUES = { beds: [2, 4, 6, 8], cover: [80, 90, 90, 100], wait: [10, 10, 20, 40] }
const NOBODY = [null, null, null, null]

const run = (
  method: Partial<MethodOptions> = {},
  values: Record<string, (number | null)[]> = VALUES,
  populations = NOBODY as (number | null)[],
) => evaluateSnapshot(snapshotOf(values, populations), ROOT, { ...METHOD, ...method })
const degrees = (result: ReturnType<typeof run>): unknown =>
  Object.fromEntries(Object.entries(result.periods[0]?.equality ?? {}).map(([code, line]) => [code, line.degree]))

describe('均等化程度', () => {
  it('by the CV family: s/μ of a ratio, 2s/(b − a) of a share, costs alike', () => {
    // beds: s = √5, μ = 5. cover: s = √50. wait: s = √150, μ = 20.
    const [beds, cover, wait] = [
      100 * (1 - Math.sqrt(5) / 5),
      100 * (1 - (2 * Math.sqrt(50)) / 100),
      100 * (1 - Math.sqrt(150) / 20),
    ]
    expect(degrees(run())).toEqual({
      root: expect.closeTo((2 * beds + cover + wait) / 4, 10),
      beds: expect.closeTo(beds, 10),
      cover: expect.closeTo(cover, 10),
      wait: expect.closeTo(wait, 10),
    })
  })
  it('by the Gini family: half the mean difference over the mean, or four times it over the width', () => {
    expect(degrees(run({ equalityFamily: 'gini' }))).toEqual({
      root: expect.closeTo(75.9375, 10),
      beds: expect.closeTo(75, 10),
      cover: expect.closeTo(85, 10),
      wait: expect.closeTo(68.75, 10),
    })
  })
  it('is the same when every area is written down twice', () => {
    const twice = evaluateSnapshot(
      {
        areas: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((code) => ({
          code,
          name: code,
          nameEn: code,
          setting: null,
          grouping: '',
        })),
        periods: [
          {
            period: '2024',
            populations: [...NOBODY, ...NOBODY],
            values: Object.fromEntries(Object.entries(VALUES).map(([code, column]) => [code, [...column, ...column]])),
          },
        ],
      },
      ROOT,
      METHOD,
    )
    expect(degrees(twice)).toEqual(
      Object.fromEntries(
        Object.entries(degrees(run()) as Record<string, number>).map(([code, d]) => [code, expect.closeTo(d, 10)]),
      ),
    )
  })
  it('is held at 0 when dispersion exceeds 1, and says so for the indicator and above it', () => {
    const result = run({}, { ...VALUES, beds: [0, 0, 0, 12] })
    const lines = result.periods[0]?.equality
    expect(lines?.['beds']).toMatchObject({ degree: 0, clipped: true, index: expect.closeTo(Math.sqrt(3), 10) })
    expect([lines?.['root']?.clipped, lines?.['cover']?.clipped]).toEqual([true, false])
    expect(result.panel.warnings.map((w) => [w.code, w.path])).toContainEqual(['degree-clipped', 'beds[2024]'])
  })
  it('needs three areas, leaves missing leaves out and hides a node below its coverage', () => {
    const result = run({}, { ...VALUES, beds: [2, 4, null, null] })
    const lines = result.periods[0]?.equality
    expect(lines?.['beds']).toMatchObject({ degree: null, reason: 'too-few-areas', n: 2, coverage: 0 })
    expect(lines?.['root']).toMatchObject({ degree: null, reason: 'low-coverage', coverage: 0.5 })
    expect(
      run({ minCoverage: 0.5 }, { ...VALUES, beds: [2, 4, null, null] }).periods[0]?.equality['root']?.degree,
    ).toBeCloseTo((100 * (1 - (2 * Math.sqrt(50)) / 100) + 100 * (1 - Math.sqrt(150) / 20)) / 2, 10)
  })
  it('has no degree for values off the declared scale', () => {
    const result = run({}, { ...VALUES, cover: [80, 90, 90, 140] })
    expect(result.periods[0]?.equality['cover']).toMatchObject({ degree: null, reason: 'outside-scale' })
    expect(result.panel.warnings.map((w) => w.code)).toContain('outside-scale')
  })
  it('counts by population in all periods or in none', () => {
    const [one] = snapshotOf(VALUES, [1, 1, 1, 5]).periods
    const [other] = snapshotOf(VALUES, NOBODY).periods
    if (one === undefined || other === undefined) throw new Error('fixture')
    const { areas } = snapshotOf(VALUES, NOBODY)
    const mixed = evaluateSnapshot({ areas, periods: [{ ...one, period: '2023' }, other] }, ROOT, METHOD)
    expect(mixed.panel.equality.weighting).toBe('none')
    expect(mixed.panel.series['root']?.degree[0]).toBe(mixed.panel.series['root']?.degree[1])
    expect(run({}, VALUES, [1, 1, 1, 5]).panel.equality.weighting).toBe('population')
    expect(run({ equalityWeighting: 'none' }, VALUES, [1, 1, 1, 5]).panel.equality.weighting).toBe('none')
  })
})

describe('实现度', () => {
  it('is weighted attainment of standard and planned targets alone, with the weight they cover', () => {
    // beds 1/4, 2/4, 3/4, 1 (weight 2); wait 1, 1, 1/2, 1/4 (weight 1); cover has an estimated target and stays out.
    const root = run().periods[0]?.realization['root']
    expect(root?.areas).toEqual([50, 200 / 3, 200 / 3, 75].map((x) => expect.closeTo(x, 10)))
    expect(root?.coverage).toEqual([0.75, 0.75, 0.75, 0.75])
    expect(root?.city).toBeCloseTo(64.583333333333, 10)
    expect(run().periods[0]?.realization['cover']).toBeUndefined()
  })
  it('is not stated below the coverage the method asks for', () => {
    expect(run({ realizationCoverage: 0.8 }).headline).toMatchObject({ realization: null, realizationCoverage: 0.75 })
  })
})

describe('综合得分 and gaps', () => {
  it('runs 60 at the floor, 100 at the target, on below the floor to 0', () => {
    const { normalised } = run().periods[0] ?? {}
    expect(normalised?.['beds']).toEqual([40, 60, 80, 100])
    expect(normalised?.['cover']).toEqual([0, 60, 60, 100])
    expect(normalised?.['wait']).toEqual([100, 100, 60, 0])
  })
  it('puts the worst gap within its anchor range first and calls people by their basis', () => {
    const { worstGaps } = run({}, VALUES, [1000, 1000, 1000, 9_000_000]).board
    expect(worstGaps.map((b) => [b.indicator, b.area, b.priority, b.people, b.peopleBasis])).toEqual([
      // 0.25 × 15/5, 0.5 × 6/4, 0.25 × 30/10, 0.5 × 4/4, …: ties in the order of indicators and areas.
      ['beds', 'A', 0.75, 1000, 'area-population'],
      ['cover', 'A', 0.75, expect.closeTo(150, 10), 'target-population'],
      ['wait', 'D', 0.75, 9_000_000, 'area-population'],
      ['beds', 'B', 0.5, 1000, 'area-population'],
      ['cover', 'B', 0.25, expect.closeTo(50, 10), 'target-population'],
      ['wait', 'C', 0.25, 1000, 'area-population'],
    ])
  })
  it('says what share of the weight rests on estimated anchors', () => {
    const share = Object.fromEntries(run().panel.nodes.map((n) => [n.code, n.estimatedShare]))
    expect(share).toEqual({ root: 0.25, beds: 0, cover: 1, wait: 0 })
  })
  it('states no change since a period that was scored against its own areas', () => {
    const { areas, periods } = snapshotOf(VALUES, NOBODY)
    const [period] = periods
    if (period === undefined) throw new Error('fixture')
    const two = { areas, periods: [{ ...period, period: '2023' }, period] }
    const sample = evaluateSnapshot(two, ROOT, { ...METHOD, normalisation: 'minmax', bounds: 'sample' })
    expect([sample.panel.scoresOverTime, sample.headline.previousScore, sample.headline.previousPeriod]).toEqual([
      'sample-bounds',
      null,
      null,
    ])
    expect(evaluateSnapshot(two, ROOT, METHOD).headline.previousPeriod).toBe('2023')
  })
})
