/** Hand-checked examples of what no golden case fixes: imputation, fences, target ranges, TOPSIS by node, plans, scopes of
 * data weights, importance, grades, warnings and the replicate kernel. */
import { describe, expect, test } from 'vitest'
import { gradeOf } from '../../../../worker/engine/aggregate/gradeOf.ts'
import { computeComposite } from '../../../../worker/engine/computeComposite.ts'
import { computePanel } from '../../../../worker/engine/computePanel.ts'
import { computeWeights } from '../../../../worker/engine/computeWeights.ts'
import type { CompositeMethod, CompositeRequest } from '../../../../worker/engine/composite.types.ts'
import { prepareComposite } from '../../../../worker/engine/kernel/prepareComposite.ts'
import { renormalise } from '../../../../worker/engine/kernel/renormalise.ts'
import { runComposite } from '../../../../worker/engine/kernel/runComposite.ts'
import type { FrameworkNode, Values } from '../../../../worker/engine/types.ts'
import { weightImportance } from '../../../../worker/engine/weights/weightImportance.ts'

const METHOD: CompositeMethod = {
  treatment: 'none',
  normalisation: 'minmax',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
}
const leaf = (code: string, more: Partial<FrameworkNode> = {}): FrameworkNode => ({
  code,
  direction: 'benefit',
  ...more,
})
const node = (code: string, children: FrameworkNode[], more: Partial<FrameworkNode> = {}): FrameworkNode => ({
  code,
  children,
  ...more,
})

function one(
  framework: FrameworkNode,
  values: Record<string, Values>,
  method: Partial<CompositeMethod> = {},
): CompositeRequest {
  const n = Object.values(values)[0]?.length ?? 0
  return { areas: Array.from({ length: n }, (_, i) => `A${i}`), framework, values, method: { ...METHOD, ...method } }
}

describe('imputation and treatment', () => {
  test('the period median fills a gap and says so', () => {
    const { normalised, imputed } = computeComposite(
      one(leaf('I'), { I: [0, null, 10, 4] }, { imputation: 'periodMedian' }),
    )
    expect(normalised['I']).toEqual([0, 40, 100, 40])
    expect(imputed).toEqual([{ indicator: 'I', area: 'A1', before: null, after: 4, action: 'median' }])
  })

  test('the last observation is carried forward, a first gap stays', () => {
    const request = {
      areas: ['X', 'Y'],
      periods: ['1', '2', '3'],
      framework: leaf('I'),
      method: { ...METHOD, imputation: 'locf', bounds: 'pooled' } as const,
    }
    const { periods, imputed } = computePanel({
      ...request,
      values: {
        I: [
          [1, null],
          [null, 5],
          [null, 3],
        ],
      },
    })
    expect(periods.map(({ normalised }) => normalised['I'])).toEqual([
      [0, null],
      [0, 100],
      [0, 50],
    ])
    expect(imputed.map(({ area, period, after, action }) => `${area} ${period} ${after} ${action}`)).toEqual([
      'X 2 1 carried-forward',
      'X 3 1 carried-forward',
    ])
  })

  test('Tukey fences move 100 to 7 and list it', () => {
    const { normalised, treated } = computeComposite(one(leaf('I'), { I: [1, 2, 3, 4, 100] }, { treatment: 'tukey' }))
    expect(treated).toEqual([{ indicator: 'I', area: 'A4', before: 100, after: 7, action: 'fence-high' }])
    expect(normalised['I']?.[3]).toBe(50)
  })

  test('three areas are too few to judge outliers by', () => {
    for (const treatment of ['winsorise', 'tukey'] as const)
      expect(computeComposite(one(leaf('I'), { I: [1, 2, 1e9] }, { treatment })).treated).toEqual([])
  })
})

describe('normalisation', () => {
  test('a target range scores 1 inside, x/a below, b/x above, without a direction', () => {
    const framework: FrameworkNode = { code: 'I', target: [10, 20] }
    const { normalised } = computeComposite(
      one(framework, { I: [5, 10, 15, 20, 40, -3, null] }, { normalisation: 'target' }),
    )
    expect(normalised['I']).toEqual([50, 100, 100, 100, 50, 0, null])
  })

  test('an uncapped cost target at 0 has no finite score: missing, with a warning', () => {
    const request = one(
      leaf('I', { direction: 'cost', target: 5 }),
      { I: [10, 0, 2.5] },
      { normalisation: 'target', normalisationOptions: { cap: false } },
    )
    const { normalised, warnings, ranks } = computeComposite(request)
    expect(normalised['I']).toEqual([50, null, 200])
    expect(ranks['I']).toEqual([2, null, 1])
    expect(warnings.map(({ code, path }) => `${code} ${path}`)).toEqual(['no-score I/A1'])
  })

  test('goalposts clip both sides, each cell listed on the side of its score', () => {
    const framework = node('R', [
      leaf('I', { goalposts: [0, 10] }),
      leaf('J', { direction: 'cost', goalposts: [0, 10] }),
    ])
    const { normalised, clipped } = computeComposite(
      one(framework, { I: [12, 5], J: [12, 5] }, { bounds: 'goalposts' }),
    )
    expect(normalised).toEqual({ I: [100, 50], J: [0, 50] })
    expect(clipped.map(({ indicator, before, after, action }) => ({ indicator, before, after, action }))).toEqual([
      { indicator: 'I', before: 120, after: 100, action: 'clipped-high' },
      { indicator: 'J', before: -20, after: 0, action: 'clipped-low' },
    ])
  })

  test('a constant column gets the midpoint from data, but keeps its score against goalposts and targets', () => {
    const request = one(leaf('I', { goalposts: [0, 10], target: 16 }), { I: [8, 8] })
    const by = (method: Partial<CompositeMethod>) => computeComposite({ ...request, method: { ...METHOD, ...method } })
    expect(by({}).normalised['I']).toEqual([50, 50])
    expect(by({ normalisation: 'zscore' }).normalised['I']).toEqual([0, 0])
    expect(by({ normalisation: 'efficacy' }).normalised['I']).toEqual([80, 80])
    expect(by({ normalisation: 'borda' }).normalised['I']).toEqual([0.5, 0.5])
    expect(by({}).warnings.map(({ code }) => code)).toEqual(['constant-indicator'])
    expect(by({ bounds: 'goalposts' }).normalised['I']).toEqual([80, 80])
    expect(by({ normalisation: 'target' }).normalised['I']).toEqual([50, 50])
    expect(by({ normalisation: 'target' }).warnings).toEqual([])
  })

  test('pooled bounds make periods comparable, sample bounds do not', () => {
    const request = {
      areas: ['X', 'Y'],
      periods: ['1', '2'],
      framework: leaf('I'),
      values: {
        I: [
          [0, 1],
          [2, 4],
        ],
      },
    }
    const by = (bounds: 'sample' | 'pooled') =>
      computePanel({ ...request, method: { ...METHOD, bounds } }).periods.map(({ normalised }) => normalised['I'])
    expect(by('sample')).toEqual([
      [0, 100],
      [0, 100],
    ])
    expect(by('pooled')).toEqual([
      [0, 25],
      [50, 100],
    ])
  })
})

describe('aggregation', () => {
  const framework = node('R', [node('P', [leaf('a'), leaf('b'), leaf('c')]), node('Q', [leaf('d')])])
  const values = { a: [0, 10, 5], b: [null, 10, 0], c: [10, null, 0], d: [10, 0, 5] }

  test('exactly two thirds of the weight is kept, less is missing, and missing travels up', () => {
    const kept = computeComposite(one(framework, values))
    expect(kept.scores['P']).toEqual([50, 100, 50 / 3])
    const { scores } = computeComposite(one(framework, { ...values, c: [null, null, 0] }))
    expect(scores['P']?.[0]).toBe(null)
    expect(scores['R']?.[0]).toBe(null)
    expect(computeComposite(one(framework, values, { missing: 'strict' })).scores['P']).toEqual([null, null, 50 / 3])
  })

  test('a zero is floored at 0.01 of the scale and counted', () => {
    const { scores, warnings } = computeComposite(
      one(node('R', [leaf('a'), leaf('b')]), { a: [0, 1], b: [1, 0] }, { aggregation: 'geometric' }),
    )
    expect(scores['R']?.[0]).toBeCloseTo(10, 12)
    expect(warnings.filter(({ code }) => code === 'floored-zero')).toHaveLength(1)
  })

  test('TOPSIS of a node is the TOPSIS of its leaves alone', () => {
    const full = { a: [3, 10, 5], b: [2, 1, 7], c: [10, 4, 6], d: [10, 2, 5] }
    const tree = computeComposite(one(framework, full, { aggregation: 'topsis' })).scores
    const { d: _, ...below } = full
    const alone = computeComposite(
      one(node('P', [leaf('a'), leaf('b'), leaf('c')]), below, { aggregation: 'topsis' }),
    ).scores
    expect(tree['P']).toEqual(alone['P'])
    expect(tree['Q']).toEqual([100, 0, 37.5])
  })

  test('TOPSIS measures distances in scores when asked, and gives 0.5 where nothing differs', () => {
    const flat = node('R', [leaf('a'), leaf('b')])
    const { scores } = computeComposite(
      one(flat, { a: [0, 4], b: [4, 0] }, { aggregation: 'topsis', topsisOptions: { on: 'normalised' } }),
    )
    expect(scores['R']).toEqual([50, 50])
    expect(computeComposite(one(flat, { a: [3, 3], b: [2, 2] }, { aggregation: 'topsis' })).scores['R']).toEqual([
      50, 50,
    ])
  })

  test('TOPSIS with bounds other than the sample compares periods', () => {
    const request = {
      areas: ['X', 'Y'],
      periods: ['1', '2'],
      framework: leaf('I'),
      values: {
        I: [
          [1, 2],
          [3, 4],
        ],
      },
    }
    const flat = { ...request, framework: node('R', [leaf('I')]) }
    const by = (bounds: 'sample' | 'pooled', on: 'vector' | 'normalised') =>
      computePanel({
        ...flat,
        method: { ...METHOD, bounds, aggregation: 'topsis', topsisOptions: { on } },
      }).periods.flatMap(({ scores }) => scores['R'] ?? [])
    expect(by('sample', 'vector')).toEqual([0, 100, 0, 100])
    for (const on of ['vector', 'normalised'] as const)
      by('pooled', on).forEach((score, k) => expect(score).toBeCloseTo((100 * k) / 3, 12))
  })

  test('ranks share ties that differ in the last bits only', () => {
    const { ranks } = computeComposite(
      one(node('R', [leaf('a'), leaf('b'), leaf('c')]), { a: [1, 2, 3, 0], b: [3, 1, 2, 0], c: [2, 3, 1, 0] }),
    )
    expect(ranks['R']).toEqual([1, 1, 1, 4])
  })

  test('codes that objects inherit are ordinary codes', () => {
    const odd = node('__proto__', [leaf('constructor'), leaf('toString')])
    const values = Object.fromEntries([
      ['constructor', [1, 2]],
      ['toString', [2, 4]],
    ])
    const { scores, weights } = computeComposite(one(odd, values))
    expect(Object.hasOwn(scores, '__proto__')).toBe(true)
    expect(Object.entries(scores)).toEqual([['__proto__', [0, 100]]])
    expect(Object.keys(weights)).toEqual(['__proto__', 'constructor', 'toString'])
  })
})

describe('weights in the tree', () => {
  const framework = node('R', [
    node('P', [leaf('a'), leaf('b')], { weight: 1 }),
    node('Q', [leaf('c'), leaf('d')], { weight: 3 }),
  ])
  const values = { a: [0, 0, 0, 1], b: [0, 1, 2, 3], c: [0, 5, 6, 9], d: [1, 4, 4, 5] }

  test('scope leaves: effective weights are the entropy weights of all leaves', () => {
    const { weights } = computeComposite(one(framework, values, { weighting: 'entropy' }))
    const directions = { a: 'benefit', b: 'benefit', c: 'benefit', d: 'benefit' } as const
    const alone = computeWeights({ method: 'entropy', values, directions }).weights
    for (const code of Object.keys(values)) expect(weights[code]?.effective).toBeCloseTo(alone[code] ?? NaN, 14)
  })

  test('scope siblings: the given weights of parents stay', () => {
    const { weights } = computeComposite(
      one(framework, values, { weighting: 'entropy', weightingOptions: { scope: 'siblings' } }),
    )
    expect(weights['P']?.local).toBe(0.25)
    const alone = computeWeights({
      method: 'entropy',
      values: { a: values.a, b: values.b },
      directions: { a: 'benefit', b: 'benefit' },
    }).weights
    expect(weights['a']?.local).toBeCloseTo(alone['a'] ?? NaN, 14)
  })

  test('where nothing below a parent varies its children share equally, with a warning', () => {
    const { weights, scores, warnings } = computeComposite(
      one(framework, { ...values, a: [1, 1, 1, 1], b: [2, 2, 2, 2] }, { weighting: 'entropy' }),
    )
    expect([weights['P']?.effective, weights['a']?.local, weights['a']?.effective]).toEqual([0, 0.5, 0])
    expect(scores['P']).toEqual([50, 50, 50, 50])
    expect(warnings.map(({ code }) => code)).toContain('weights-shared-equally')
  })

  test('combined: given times entropy, by leaves and by siblings', () => {
    const mixed = (scope: 'leaves' | 'siblings') =>
      computeComposite(
        one(framework, values, {
          weighting: 'combined',
          weightingOptions: { of: ['given', 'entropy'], rule: 'multiplicative', scope },
        }),
      ).weights
    const by = (weighting: 'given' | 'entropy') => computeComposite(one(framework, values, { weighting })).weights
    const products = Object.keys(values).map(
      (code) => (by('given')[code]?.effective ?? 0) * (by('entropy')[code]?.effective ?? 0),
    )
    const total = products.reduce((x, y) => x + y, 0)
    Object.keys(values).forEach((code, j) =>
      expect(mixed('leaves')[code]?.effective).toBeCloseTo((products[j] ?? 0) / total, 14),
    )
    expect(mixed('siblings')['P']?.local).toBe(0.25)
    const siblings = computeComposite(
      one(framework, values, { weighting: 'entropy', weightingOptions: { scope: 'siblings' } }),
    ).weights
    expect(mixed('siblings')['c']?.local).toBeCloseTo(siblings['c']?.local ?? NaN, 14)
  })

  test('weights from data are pooled over periods and say so', () => {
    const panel = {
      areas: ['X', 'Y', 'Z', 'W'],
      periods: ['1', '2'],
      framework,
      values: Object.fromEntries(Object.entries(values).map(([code, x]) => [code, [x, x.map((v) => v + 1)]])),
    }
    const result = computePanel({ ...panel, method: { ...METHOD, weighting: 'scatter' } })
    expect(result.weightsFrom).toBe('all-periods')
    const directions = Object.fromEntries(Object.keys(values).map((code) => [code, 'benefit' as const]))
    const alone = computeWeights({ method: 'scatter', values: panel.values, directions }).weights
    for (const code of Object.keys(values)) expect(result.weights[code]?.effective).toBeCloseTo(alone[code] ?? NaN, 14)
  })

  test('importance: a constant child moves nothing, whatever its weight', () => {
    const flat = node('R', [leaf('a'), leaf('k', { weight: 9 })])
    const result = computeComposite(one(flat, { a: [1, 2, 4], k: [5, 5, 5] }))
    expect(weightImportance(flat, result)).toEqual({
      R: [
        { code: 'a', nominal: 0.1, correlation: 1, importance: 1 },
        { code: 'k', nominal: 0.9, correlation: null, importance: 0 },
      ],
    })
  })
})

describe('grades', () => {
  test('a limit belongs to the better grade, rounding included', () => {
    expect([90, 89.9999999999999, 89.9, 80, 70, 60, 59.99, -5].map((score) => gradeOf(score)?.zh)).toEqual([
      '优秀',
      '优秀',
      '良好',
      '良好',
      '中等',
      '合格',
      '不合格',
      '不合格',
    ])
    expect(gradeOf(null)).toBe(null)
    expect(gradeOf(50, [{ zh: '达标', en: 'Met', from: 60 }])).toBe(null)
  })
})

describe('the replicate kernel', () => {
  const framework = node('R', [leaf('a', { weight: 1 }), leaf('b', { weight: 3 })])
  const request = one(framework, { a: [0, 5, 10], b: [4, 0, 8] }, { treatment: 'none' })

  test('noise is put on treated values and can be undone', () => {
    const prepared = prepareComposite(request, [{ normalisation: 'rank' }])
    const out = new Float64Array(prepared.size * prepared.n)
    const choices = { weights: prepared.weights, variant: 1, aggregation: null, omit: -1 } as const
    runComposite(prepared, choices, out)
    const before = out.slice(0, 3)
    renormalise(prepared, 1, Float64Array.of(10, 5, 0, 8, 0, 4))
    runComposite(prepared, choices, out)
    expect(out.slice(0, 3)).toEqual(Float64Array.of(100, 12.5, 37.5))
    renormalise(prepared, 1, prepared.raw)
    runComposite(prepared, choices, out)
    expect(out.slice(0, 3)).toEqual(before)
  })

  test('a variant may treat differently', () => {
    const wild = one(leaf('I'), { I: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100] })
    const { variants } = prepareComposite(wild, [{ normalisation: 'minmax', treatment: 'winsorise' }])
    expect(variants.map(({ raw }) => raw[11])).toEqual([100, 30])
  })
})
