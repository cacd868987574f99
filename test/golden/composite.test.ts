/** composite.json: what COINr printed for normalising, winsorising and aggregating our framework. Alternatives (other
 * conventions than docs/methods.md) are held to the same rule wherever we offer the option; none is passed over. */
import { describe, expect, test } from 'vitest'
import { computeComposite } from '../../worker/engine/computeComposite.ts'
import type { CompositeMethod } from '../../worker/engine/composite.types.ts'
import { fitRule } from '../../worker/engine/normalise/fitRule.ts'
import { columnRule } from '../../worker/engine/normalise/columnRule.ts'
import { normaliseColumn } from '../../worker/engine/normalise/normaliseColumn.ts'
import { skewKurtosis } from '../../worker/engine/treat/skewKurtosis.ts'
import { winsorise } from '../../worker/engine/treat/winsorise.ts'
import { goldenRequest } from '../support/compositeGolden.ts'
import { expectGolden, isAlternative, loadGolden, type GoldenCase } from '../support/golden.ts'

const file = loadGolden('composite')

/** The golden name of a normalisation in our words. `rank_min` is borda's count with rank 1, not 0, for the worst. */
const NORMALISE: Readonly<Record<string, Partial<CompositeMethod>>> = {
  minmax_0_100: { scale: 100 },
  minmax_1_100: { scale: [1, 100] },
  efficacy_60_100: { normalisation: 'efficacy', scale: 100 },
  zscore: { normalisation: 'zscore' },
  prank_average: { normalisation: 'rank', scale: 1 },
  prank_min: { normalisation: 'rank', scale: 1, normalisationOptions: { ties: 'min' } },
  borda_min: { normalisation: 'borda', normalisationOptions: { ties: 'min' } },
  borda_average: { normalisation: 'borda' },
  rank_min: { normalisation: 'borda', normalisationOptions: { ties: 'min' } },
  dist2targ_capped: { normalisation: 'distanceToTarget', scale: 1 },
  dist2targ_uncapped: { normalisation: 'distanceToTarget', scale: 1, normalisationOptions: { cap: false } },
  goalposts: { bounds: 'goalposts' },
  goalposts_untruncated: { bounds: 'goalposts', normalisationOptions: { clip: false } },
  'target-true': { normalisation: 'target', scale: 1 },
  'target-false': { normalisation: 'target', scale: 1, normalisationOptions: { cap: false } },
}

const SHIFTED = { scale: [1, 100] } as const
const COVERED = { minCoverage: 2 / 3 } as const
const AGGREGATE: Readonly<Record<string, Partial<CompositeMethod>>> = {
  'amean-minmax_0_100': {},
  'amean-zscore': { normalisation: 'zscore' },
  'amean-prank_average': { normalisation: 'rank', scale: 1 },
  'gmean-minmax_1_100': { ...SHIFTED, aggregation: 'geometric' },
  'hmean-minmax_1_100': { ...SHIFTED, aggregation: 'harmonic' },
  'gmean-floored': { scale: 1, aggregation: 'geometric' },
  'hmean-floored': { scale: 1, aggregation: 'harmonic' },
  'mixed-a-g-h-minmax_1_100': {
    ...SHIFTED,
    aggregation: { default: 'arithmetic', byDepth: { 1: 'geometric' }, byCode: { Index: 'harmonic' } },
  },
  'treated-amean': { treatment: 'winsorise' },
  'amean-equalweights': { weighting: 'equal' },
  'amean-equalweights-threshold': { weighting: 'equal', ...COVERED },
  'amean-countthreshold': { ...COVERED, coverageBy: 'count' },
  'amean-strict': { missing: 'strict' },
  'amean-coverage': COVERED,
  'gmean-coverage': { scale: 1, aggregation: 'geometric', ...COVERED },
  'hmean-coverage': { scale: 1, aggregation: 'harmonic', ...COVERED },
}

function shapeOf(column: readonly (number | null)[]) {
  return skewKurtosis(
    Float64Array.from(column, (v) => v ?? NaN),
    0,
    column.length,
  )
}

const steps = Map.groupBy(file.cases, ({ input, method }) => String(input['step'] ?? method))

test('every case of the file is run here, and twelve are alternatives to docs/methods.md', () => {
  expect(Object.fromEntries([...steps].map(([step, cases]) => [step, cases.length]))).toEqual({
    normalise: 29,
    winsorise: 8,
    treat: 2,
    aggregate: 26,
    effectiveWeights: 1,
  })
  const alternatives = file.cases.filter(isAlternative).map(({ id }) => id)
  expect(alternatives.map((id) => id.replace(/-(complete|missing)$/, ''))).toEqual([
    'normalise-prank_min',
    'normalise-prank_min',
    'normalise-borda_min',
    'normalise-borda_min',
    'normalise-borda_average',
    'normalise-borda_average',
    'normalise-rank_min',
    'normalise-rank_min',
    'normalise-dist2targ_capped',
    'normalise-dist2targ_capped',
    'normalise-dist2targ_uncapped',
    'aggregate-amean-countthreshold',
  ])
})

describe('normalise', () => {
  for (const golden of steps.get('normalise') ?? []) {
    if (golden.id === 'normalise-constant') continue
    test(golden.id, () => {
      const name =
        golden.input['cap'] === undefined ? String(golden.input['method']) : `target-${String(golden.input['cap'])}`
      const method = NORMALISE[name]
      expect(method, name).toBeDefined()
      const { normalised } = computeComposite(goldenRequest(file, String(golden.input['data']), method ?? {}))
      const shift = name === 'rank_min' ? 1 : 0
      const shown = Object.fromEntries(
        Object.entries(normalised).map(([code, u]) => [code, u.map((x) => (x === null ? null : x + shift))]),
      )
      expectGolden(golden, { normalised: shown })
    })
  }

  test('normalise-constant', () => {
    const golden = file.cases.find(({ id }) => id === 'normalise-constant') as GoldenCase
    const { values, direction } = golden.input as { values: (number | null)[]; direction: number }
    const result = computeComposite({
      areas: ['A', 'B', 'C', 'D'],
      framework: { code: 'I', direction: direction === 1 ? 'benefit' : 'cost' },
      values: { I: values },
      method: {
        treatment: 'none',
        normalisation: 'minmax',
        weighting: 'given',
        aggregation: 'arithmetic',
        missing: 'strict',
      },
    })
    expectGolden(golden, { normalised: result.normalised['I'], warning: result.warnings[0]?.code })
  })
})

describe('treat', () => {
  for (const golden of steps.get('winsorise') ?? []) {
    test(golden.id, () => {
      const x = Float64Array.from(golden.input['x'] as (number | null)[], (v) => v ?? NaN)
      const { points, before, after, passBefore, passAfter } = winsorise(x, 0, x.length)
      expectGolden(golden, {
        treated: Array.from(x, (v) => (Number.isNaN(v) ? null : v)),
        treatedCells: points.map(({ at, high }) => ({ index: at, action: high ? 'winhi' : 'winlo' })),
        nwin: points.length,
        skewBefore: before.skewness,
        kurtBefore: before.kurtosis,
        skewAfter: after.skewness,
        kurtAfter: after.kurtosis,
        passBefore,
        passAfter,
      })
    })
  }

  for (const golden of steps.get('treat') ?? []) {
    test(golden.id, () => {
      const request = goldenRequest(file, String(golden.input['data']), { treatment: 'winsorise' })
      const { treated } = computeComposite(request)
      const shapes = { treated: {}, skewBefore: {}, kurtBefore: {}, skewAfter: {}, kurtAfter: {} } as Record<
        string,
        Record<string, unknown>
      >
      for (const [code, values] of Object.entries(request.values)) {
        const before = Array.from(values)
        const after = before.map(
          (v, i) => treated.find((c) => c.indicator === code && c.area === request.areas[i])?.after ?? v,
        )
        Object.assign(shapes['treated'] ?? {}, { [code]: after })
        Object.assign(shapes['skewBefore'] ?? {}, { [code]: shapeOf(before).skewness })
        Object.assign(shapes['kurtBefore'] ?? {}, { [code]: shapeOf(before).kurtosis })
        Object.assign(shapes['skewAfter'] ?? {}, { [code]: shapeOf(after).skewness })
        Object.assign(shapes['kurtAfter'] ?? {}, { [code]: shapeOf(after).kurtosis })
      }
      const treatedCells = treated.map(({ indicator, area, action }) => ({
        indicator,
        area,
        action: action === 'winsorised-high' ? 'winhi' : 'winlo',
      }))
      expectGolden(golden, { ...shapes, treatedCells })
    })
  }
})

describe('aggregate', () => {
  for (const golden of steps.get('aggregate') ?? []) {
    test(golden.id, () => {
      const method = AGGREGATE[String(golden.input['method'])]
      expect(method, String(golden.input['method'])).toBeDefined()
      const { scores, ranks } = computeComposite(goldenRequest(file, String(golden.input['data']), method ?? {}))
      expectGolden(golden, { scores, rank: ranks['Index'] })
    })
  }

  test('effective-weights', () => {
    const golden = file.cases.find(({ id }) => id === 'effective-weights') as GoldenCase
    const { weights } = computeComposite(goldenRequest(file, 'complete', {}))
    expectGolden(golden, {
      effectiveWeights: Object.fromEntries(Object.entries(weights).map(([code, w]) => [code, w.effective])),
    })
  })
})

test('a rule refitted to other data forgets the first', () => {
  const rule = columnRule({ code: 'I', sign: 1 }, 'rank', {}, 'sample', 1, 3)
  const out = new Float64Array(3)
  fitRule(rule, Float64Array.of(1, 2, 3), 0, 3)
  fitRule(rule, Float64Array.of(9, 7, 8), 0, 3)
  normaliseColumn(rule, Float64Array.of(9, 7, 8), out, 0, 3)
  expect([...out]).toEqual([1, 0, 0.5])
})
