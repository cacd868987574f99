/** Laws of a whole evaluation: what must not change when nothing that matters changes. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateSnapshot } from '../../../worker/services/evaluation/evaluateSnapshot.ts'
import { periodWeights } from '../../../worker/services/evaluation/periodWeights.ts'
import type { Snapshot } from '../../../worker/contract/evaluations.ts'
import type { MethodOptions, TreeNode } from '../../../worker/contract/frameworks.ts'
import { EQUALITY_DEFAULTS } from '../../support/evaluationNode.ts'

const METHOD: MethodOptions = {
  treatment: 'none',
  imputation: 'none',
  normalisation: 'minmax',
  bounds: 'pooled',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
  minCoverage: 0,
  ...EQUALITY_DEFAULTS,
}
const leaf = (code: string, target: number | null): TreeNode => ({
  code,
  name: code,
  nameEn: code,
  kind: 'indicator',
  weight: 1,
  indicator: {
    unit: '',
    direction: 'benefit',
    target,
    goalposts: null,
    floor: null,
    layer: '',
    department: '',
    numerator: '',
    denominator: '',
    source: '',
    plausibleLow: null,
    plausibleHigh: null,
  },
})
const ROOT: TreeNode = {
  code: 'root',
  name: 'r',
  nameEn: 'r',
  kind: 'root',
  weight: 1,
  children: [
    { code: 'd', name: 'd', nameEn: 'd', kind: 'domain', weight: 1, children: [leaf('a', 50), leaf('b', null)] },
  ],
}

const column = fc.array(fc.option(fc.integer({ min: 1, max: 100 }), { nil: null, freq: 6 }), {
  minLength: 4,
  maxLength: 4,
})
const inputs = fc
  .record({
    a: column,
    b: column,
    populations: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 4, maxLength: 4 }),
  })
  .filter(({ a, b }) => [...a, ...b].some((v) => v !== null))
const snapshotOf = (
  { a, b, populations }: { a: (number | null)[]; b: (number | null)[]; populations: number[] },
  order = [0, 1, 2, 3],
): Snapshot => {
  const pick = <T>(values: readonly T[]): T[] => order.flatMap((i) => values.slice(i, i + 1))
  return {
    areas: pick(
      ['A', 'B', 'C', 'D'].map((code, i) => ({
        code,
        name: code,
        nameEn: code,
        setting: i % 2 === 0 ? ('urban' as const) : ('rural' as const),
        grouping: '',
      })),
    ),
    periods: [{ period: '2024', populations: pick(populations), values: { a: pick(a), b: pick(b) } }],
  }
}

/** Key and value of every leaf, in order. */
function flat(value: unknown): [string, unknown][] {
  const leaves: [string, unknown][] = []
  JSON.stringify(value, (key, v: unknown) => {
    if (typeof v !== 'object' || v === null) leaves.push([key, v])
    return v
  })
  return leaves
}

/** Every number within 1e-12 of the other (relative, or absolute below 1), everything else the same. */
function expectSame(got: unknown, wanted: unknown): void {
  const [a, b] = [flat(got), flat(wanted)]
  expect(a.map(([key, v]) => [key, typeof v === 'number' ? 'number' : v])).toEqual(
    b.map(([key, v]) => [key, typeof v === 'number' ? 'number' : v]),
  )
  a.forEach(([key, v], i) => {
    const w = b[i]?.[1]
    if (typeof v === 'number' && typeof w === 'number')
      expect(Math.abs(v - w), key).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(w)))
  })
}

const weightsOf = (populations: (number | null)[], a: (number | null)[]) =>
  periodWeights({ period: '2024', populations, values: { a } })

describe('an evaluation', () => {
  it('gives a city the same figures in whatever order its areas are listed', () => {
    fc.assert(
      fc.property(inputs, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }), (data, order) => {
        const [one, other] = [
          evaluateSnapshot(snapshotOf(data), ROOT, METHOD),
          evaluateSnapshot(snapshotOf(data, order), ROOT, METHOD),
        ]
        expectSame(other.panel.series, one.panel.series)
        expectSame(other.periods[0]?.indices, one.periods[0]?.indices)
        expectSame(other.periods[0]?.cityScores, one.periods[0]?.cityScores)
      }),
    )
  })

  it('says of every index either a number or why there is none, and never NaN', () => {
    fc.assert(
      fc.property(inputs, (data) => {
        const { periods, panel } = evaluateSnapshot(snapshotOf(data), ROOT, METHOD)
        for (const { unweighted, weighted } of Object.values(periods[0]?.indices ?? {})) {
          for (const measure of [...Object.values(unweighted), ...Object.values(weighted ?? {})])
            expect(measure.value === null ? typeof measure.reason : Number.isFinite(measure.value)).toBe(
              measure.value === null ? 'string' : true,
            )
        }
        expect(JSON.parse(JSON.stringify({ periods, panel }))).toEqual({ periods, panel })
      }),
    )
  })

  it('splits each Theil index into parts that add up to it', () => {
    fc.assert(
      fc.property(inputs, (data) => {
        const { periods } = evaluateSnapshot(snapshotOf(data), ROOT, METHOD)
        for (const { theilT, theilL } of periods[0]?.decompositions ?? [])
          for (const split of [theilT, theilL])
            if (split !== null) expect(split.between + split.within).toBeCloseTo(split.total, 12)
      }),
    )
  })
})

it('weighs a period by population only when nobody with a value lacks one', () => {
  expect(weightsOf([1, 2], [5, 6])).toEqual(Float64Array.of(1, 2))
  expect(weightsOf([1, null], [5, 6])).toBeNull()
  expect(weightsOf([1, null], [5, null])).toEqual(Float64Array.of(1, 0))
  expect(weightsOf([0, 0], [5, 6])).toBeNull()
  expect(weightsOf([null, null], [null, null])).toBeNull()
})
