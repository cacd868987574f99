/** Every fault a composite request can have, by path and code; one request with several shows that all are told at once. */
import { describe, expect, test } from 'vitest'
import { computeComposite } from '../../../../worker/engine/computeComposite.ts'
import { computePanel } from '../../../../worker/engine/computePanel.ts'
import { computeWeights } from '../../../../worker/engine/computeWeights.ts'
import type { CompositeMethod, CompositeRequest } from '../../../../worker/engine/composite.types.ts'
import { prepareComposite } from '../../../../worker/engine/kernel/prepareComposite.ts'
import { runComposite } from '../../../../worker/engine/kernel/runComposite.ts'
import { EngineInputError, type FrameworkNode } from '../../../../worker/engine/types.ts'

const METHOD: CompositeMethod = {
  treatment: 'none',
  normalisation: 'minmax',
  weighting: 'equal',
  aggregation: 'arithmetic',
  missing: 'renormalise',
}
const a: FrameworkNode = { code: 'a', direction: 'benefit' }
const b: FrameworkNode = { code: 'b', direction: 'cost' }
const tree = (...children: FrameworkNode[]): FrameworkNode => ({ code: 'R', children })
const good: CompositeRequest = {
  areas: ['X', 'Y', 'Z'],
  framework: tree(a, b),
  values: { a: [1, 2, 3], b: [3, 1, 2] },
  method: METHOD,
}
const withMethod = (method: Partial<CompositeMethod>, framework = good.framework): CompositeRequest => ({
  ...good,
  framework,
  method: { ...METHOD, ...method },
})

function faultsOf(task: () => unknown): string[] {
  try {
    task()
  } catch (error) {
    if (error instanceof EngineInputError) return error.faults.map(({ path, code }) => `${path}: ${code}`)
    throw error
  }
  return []
}
/** A request as it may arrive from outside, where no type protects us. */
const untyped = (request: unknown): CompositeRequest => request as CompositeRequest

const CASES: readonly (readonly [string, CompositeRequest, readonly string[]])[] = [
  ['no areas', { ...good, areas: [] }, ['areas: empty']],
  ['an area twice', { ...good, areas: ['X', 'Y', 'X'] }, ['areas[2]: duplicate']],
  ['an area that is no string', untyped({ ...good, areas: ['X', 'Y', 3] }), ['areas[2]: not-a-string']],
  ['an unknown indicator', { ...good, values: { ...good.values, c: [1, 2, 3] } }, ['values.c: unknown-indicator']],
  ['an indicator without values', { ...good, values: { a: [1, 2, 3] } }, ['values.b: missing-column']],
  [
    'a code that objects inherit',
    { ...good, framework: tree(a, { code: 'toString', direction: 'cost' }), values: { a: [1, 2, 3] } },
    ['values.toString: missing-column'],
  ],
  ['a short column', { ...good, values: { a: [1, 2], b: [3, 1, 2] } }, ['values.a: wrong-length']],
  [
    'an infinite cell',
    { ...good, values: { a: [1, Infinity, 3], b: [3, 1, -Infinity] } },
    ['values.a[1]: not-finite', 'values.b[2]: not-finite'],
  ],
  ['a text cell', untyped({ ...good, values: { a: [1, '2', 3], b: [3, 1, 2] } }), ['values.a[1]: not-a-number']],
  ['no values', untyped({ ...good, values: null }), ['values.a: missing-column', 'values.b: missing-column']],
  [
    'a code twice',
    { ...good, framework: tree(a, { code: 'a', direction: 'cost' }) },
    ['framework.children[1].code: duplicate-code'],
  ],
  ['an empty code', { ...good, framework: tree(a, { ...b, code: '' }) }, ['framework.children[1].code: missing-code']],
  [
    'children and a direction',
    { ...good, framework: { ...tree(a, b), direction: 'benefit' } },
    ['framework.direction: direction-on-parent'],
  ],
  [
    'neither children nor a direction',
    { ...good, framework: tree(a, { code: 'b' }) },
    ['framework.children[1].direction: missing-direction'],
  ],
  [
    'an unknown direction',
    untyped({ ...good, framework: { code: 'R', children: [{ ...a, direction: 'up' }, b] } }),
    ['framework.children[0].direction: bad-direction'],
  ],
  ['no children in the list', { ...good, framework: tree() }, ['framework.children: empty']],
  [
    'a negative weight',
    { ...good, framework: tree({ ...a, weight: -1 }, b) },
    ['framework.children[0].weight: bad-weight'],
  ],
  [
    'an infinite weight',
    { ...good, framework: tree({ ...a, weight: Infinity }, b) },
    ['framework.children[0].weight: bad-weight'],
  ],
  [
    'all weights zero',
    { ...good, framework: tree({ ...a, weight: 0 }, { ...b, weight: 0 }) },
    ['framework.children: all-weights-zero'],
  ],
  ['a target of 0', { ...good, framework: tree({ ...a, target: 0 }, b) }, ['framework.children[0].target: bad-target']],
  [
    'a target range upside down',
    { ...good, framework: tree({ ...a, target: [3, 2] }, b) },
    ['framework.children[0].target: bad-target'],
  ],
  [
    'goalposts upside down',
    { ...good, framework: tree({ ...a, goalposts: [3, 3] }, b) },
    ['framework.children[0].goalposts: bad-goalposts'],
  ],
  [
    'a missing target',
    withMethod({ normalisation: 'target' }, tree({ ...a, target: 2 }, b)),
    ['method.normalisation: missing-target'],
  ],
  [
    'distance to a range',
    withMethod({ normalisation: 'distanceToTarget' }, tree({ ...a, target: [1, 2] }, { ...b, target: 2 })),
    ['method.normalisation: missing-target'],
  ],
  [
    'a range without direction under minmax',
    withMethod({}, tree({ code: 'a', target: [1, 2] }, b)),
    ['method.normalisation: missing-direction'],
  ],
  [
    'missing goalposts',
    withMethod({ bounds: 'goalposts' }, tree({ ...a, goalposts: [0, 9] }, b)),
    ['method.bounds: missing-goalposts'],
  ],
  [
    'goalposts for z-scores',
    withMethod({ normalisation: 'zscore', bounds: 'goalposts' }),
    ['method.bounds: not-applicable'],
  ],
  [
    'bounds for one only, and for a stranger',
    withMethod({ bounds: { a: [0, 1], c: [0, 1] } }),
    ['method.bounds.c: unknown-indicator', 'method.bounds.b: missing-bounds'],
  ],
  ['bounds upside down', withMethod({ bounds: { a: [1, 0], b: [0, 1] } }), ['method.bounds.a: bad-bounds']],
  [
    'an unknown normalisation',
    untyped(withMethod({ normalisation: 'log' as 'minmax' })),
    ['method.normalisation: unknown-option'],
  ],
  ['an unknown weighting', withMethod({ weighting: 'ahp' as 'equal' }), ['method.weighting: unknown-option']],
  [
    'combined without its parts',
    withMethod({ weighting: 'combined' }),
    ['method.weightingOptions.of: missing-option', 'method.weightingOptions.rule: unknown-option'],
  ],
  [
    'convex without a share',
    withMethod({ weighting: 'combined', weightingOptions: { of: ['given', 'entropy'], rule: 'convex' } }),
    ['method.weightingOptions.alpha: missing-option'],
  ],
  [
    'an unknown aggregation',
    withMethod({ aggregation: 'median' as 'arithmetic' }),
    ['method.aggregation: unknown-option'],
  ],
  [
    'a plan for strangers',
    withMethod({ aggregation: { default: 'arithmetic', byDepth: { 5: 'geometric' }, byCode: { a: 'geometric' } } }),
    ['method.aggregation.byDepth.5: unknown-depth', 'method.aggregation.byCode.a: unknown-node'],
  ],
  [
    'a geometric mean of z-scores',
    withMethod({ normalisation: 'zscore', aggregation: 'geometric' }),
    ['method.aggregation: needs-positive-scores'],
  ],
  [
    'a harmonic mean of counts, in a plan',
    withMethod({ normalisation: 'borda', aggregation: { default: 'arithmetic', byCode: { R: 'harmonic' } } }),
    ['method.aggregation: needs-positive-scores'],
  ],
  [
    'TOPSIS without direction',
    withMethod(
      { normalisation: 'target', aggregation: 'topsis' },
      tree({ code: 'a', target: [1, 2] }, { ...b, target: 1 }),
    ),
    ['method.aggregation: missing-direction'],
  ],
  ['nothing earlier to carry', withMethod({ imputation: 'locf' }), ['method.imputation: needs-periods']],
  ['coverage above 1', withMethod({ minCoverage: 1.1 }), ['method.minCoverage: out-of-range']],
  ['a scale of 0', withMethod({ scale: 0 }), ['method.scale: out-of-range']],
  ['a scale upside down', withMethod({ scale: [2, 1] }), ['method.scale: out-of-range']],
  [
    'points that are no whole number',
    withMethod({ treatment: 'winsorise', treatmentOptions: { maxPoints: 1.5 } }),
    ['method.treatmentOptions.maxPoints: out-of-range'],
  ],
  [
    'data weights without variation',
    { ...withMethod({ weighting: 'entropy' }), values: { a: [1, 1, 1], b: [2, 2, 2] } },
    ['method.weighting: no-variation'],
  ],
  ['bounds pooled over one period', withMethod({ bounds: 'pooled' }), ['method.bounds: needs-periods']],
  [
    'anchors that are missing or the wrong way round',
    { ...withMethod({ normalisation: 'efficacy', bounds: 'anchors' }) },
    ['method.bounds: missing-anchors', 'method.bounds: missing-anchors'],
  ],
  ['no method', untyped({ ...good, method: undefined }), ['method: missing-method']],
  ['no framework', untyped({ ...good, framework: null }), ['framework: not-a-node']],
]

describe('computeComposite refuses', () => {
  test('nothing of a good request', () => expect(faultsOf(() => computeComposite(good))).toEqual([]))
  test.each(CASES)('%s', (_, request, expected) => expect(faultsOf(() => computeComposite(request))).toEqual(expected))
  test('with all faults at once', () => {
    const request = { ...good, values: { a: [1, 2], c: [1, 2, 3] }, method: { ...METHOD, scale: -1, minCoverage: 2 } }
    expect(faultsOf(() => computeComposite(request)).length).toBe(5)
  })
  test('with fifty faults at most', () => {
    expect(faultsOf(() => computeComposite({ ...good, areas: Array.from({ length: 90 }, () => 'X') }))).toHaveLength(50)
  })
  test('a framework deeper than 32 levels', () => {
    let node: FrameworkNode = a
    for (let k = 0; k < 40; k++) node = { code: `n${k}`, children: [node] }
    expect(faultsOf(() => computeComposite({ ...good, framework: node }))[0]).toMatch(/too-deep$/)
  })
})

describe('computePanel refuses', () => {
  const panel = {
    ...good,
    periods: ['2024', '2025'],
    values: {
      a: [
        [1, 2, 3],
        [2, 3, 4],
      ],
      b: [
        [1, 2, 3],
        [2, 3, 4],
      ],
    },
  }
  test('nothing of a good request', () => expect(faultsOf(() => computePanel(panel))).toEqual([]))
  test('periods named twice, a missing period, a bad cell', () => {
    expect(faultsOf(() => computePanel({ ...panel, periods: ['2024', '2024'] }))).toEqual(['periods[1]: duplicate'])
    expect(faultsOf(() => computePanel({ ...panel, values: { ...panel.values, a: [[1, 2, 3]] } }))).toEqual([
      'values.a: wrong-length',
    ])
    expect(
      faultsOf(() =>
        computePanel({
          ...panel,
          values: {
            ...panel.values,
            a: [
              [1, 2, 3],
              [1, Infinity, 2],
            ],
          },
        }),
      ),
    ).toEqual(['values.a[1][1]: not-finite'])
  })
})

describe('prepareComposite and runComposite refuse', () => {
  test('a variant that cannot run, by its own path', () => {
    expect(faultsOf(() => prepareComposite(good, [{ normalisation: 'zscore' }, { normalisation: 'target' }]))).toEqual([
      'variants[1].normalisation: missing-target',
      'variants[1].normalisation: missing-target',
    ])
  })
  test('an aggregation that the variant cannot take', () => {
    const prepared = prepareComposite(good, [{ normalisation: 'zscore' }])
    const out = new Float64Array(prepared.size * prepared.n)
    const run = (variant: number) => () =>
      runComposite(prepared, { weights: prepared.weights, variant, aggregation: 'geometric', omit: -1 }, out)
    expect(faultsOf(run(0))).toEqual([])
    expect(faultsOf(run(1))).toEqual(['choices.aggregation: needs-positive-scores'])
    expect(faultsOf(run(2))).toEqual(['choices.variant: unknown-variant'])
  })
})

describe('computeWeights refuses', () => {
  const values = { a: [1, 2, 3], b: [3, 1, 2] }
  const directions = { a: 'benefit', b: 'cost' } as const
  const cases: readonly (readonly [string, Parameters<typeof computeWeights>[0], readonly string[]])[] = [
    ['no matrix', { method: 'ahp', matrix: [] }, ['matrix: empty']],
    ['a matrix that is not square', { method: 'ahp', matrix: [[1, 2], [0.5]] }, ['matrix[1]: not-square']],
    [
      'a judgement of 0',
      {
        method: 'ahp',
        matrix: [
          [1, 0],
          [2, 1],
        ],
      },
      ['matrix[0][1]: bad-judgement'],
    ],
    [
      'a diagonal that is not 1',
      {
        method: 'ahp',
        matrix: [
          [2, 2],
          [0.5, 1],
        ],
      },
      ['matrix[0][0]: bad-diagonal'],
    ],
    [
      'judgements that contradict each other',
      {
        method: 'ahp',
        matrix: [
          [1, 2],
          [0.6, 1],
        ],
      },
      ['matrix[1][0]: not-reciprocal'],
    ],
    ['no rounds', { method: 'delphi', rounds: [] }, ['rounds: empty']],
    ['an expert who left an item out', { method: 'delphi', rounds: [[[1, 2], [1]]] }, ['rounds[0][1]: wrong-length']],
    ['a negative score', { method: 'delphi', rounds: [[[1, -2]]] }, ['rounds[0][0][1]: bad-score']],
    ['scores of 0 throughout', { method: 'delphi', rounds: [[[0, 0]]] }, ['rounds: no-variation']],
    ['no indicators', { method: 'entropy', values: {}, directions: {} }, ['values: empty']],
    [
      'a missing direction, and one too many',
      { method: 'critic', values, directions: { a: 'benefit', c: 'cost' } },
      ['directions.b: bad-direction', 'directions.c: unknown-indicator'],
    ],
    [
      'columns of different length',
      { method: 'pca', values: { a: [1, 2, 3], b: [1, 2] }, directions },
      ['values.b: wrong-length'],
    ],
    [
      'an infinite cell of the second period',
      {
        method: 'scatter',
        values: {
          a: [
            [1, 2],
            [Infinity, 1],
          ],
          b: [
            [1, 2],
            [2, 1],
          ],
        },
        directions,
      },
      ['values.a[1][0]: not-a-number'],
    ],
    [
      'negative raw columns',
      { method: 'entropy', values: { a: [1, -2, 3], b: [1, 2, 3] }, directions, options: { raw: true } },
      ['values.a[1]: negative-value'],
    ],
    [
      'no variation',
      { method: 'entropy', values: { a: [1, 1, 1], b: [2, 2, 2] }, directions },
      ['values: no-variation'],
    ],
    [
      'sets that name different indicators',
      { method: 'combined', weights: [{ a: 1 }, { b: 1 }], rule: 'multiplicative' },
      ['weights[0].b: missing-weight', 'weights[1].a: missing-weight'],
    ],
    [
      'a set of zeros',
      { method: 'combined', weights: [{ a: 0 }, { a: 1 }], rule: 'multiplicative' },
      ['weights[0]: all-weights-zero'],
    ],
    [
      'sets that exclude each other',
      {
        method: 'combined',
        weights: [
          { a: 0, b: 1 },
          { a: 1, b: 0 },
        ],
        rule: 'multiplicative',
      },
      ['weights: no-variation'],
    ],
    [
      'an unknown method',
      { method: 'guess' } as unknown as Parameters<typeof computeWeights>[0],
      ['method: unknown-option'],
    ],
  ]
  test.each(cases)('%s', (_, request, expected) => expect(faultsOf(() => computeWeights(request))).toEqual(expected))
})
