/** Requests with one part replaced by anything at all: an answer or an EngineInputError, never another error. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { computeComposite } from '../../worker/engine/computeComposite.ts'
import { computePanel } from '../../worker/engine/computePanel.ts'
import { computeWeights } from '../../worker/engine/computeWeights.ts'
import { EngineInputError } from '../../worker/engine/types.ts'

const METHOD = {
  imputation: 'periodMedian',
  imputationOptions: { maxCarry: 1 },
  treatment: 'winsorise',
  treatmentOptions: { skewness: 2, kurtosis: 3.5, maxPoints: 5, k: 1.5 },
  normalisation: 'minmax',
  normalisationOptions: { cap: true, clip: true, ties: 'min', mean: 10, sd: 1, floor: 0.5 },
  bounds: 'goalposts',
  weighting: 'combined',
  weightingOptions: {
    shift: 0.1,
    absolute: true,
    scope: 'leaves',
    of: ['given', 'entropy'],
    rule: 'convex',
    alpha: 0.5,
  },
  aggregation: { default: 'arithmetic', byDepth: { 0: 'geometric' }, byCode: { R: 'harmonic' } },
  topsisOptions: { on: 'vector' },
  missing: 'renormalise',
  minCoverage: 0.5,
  coverageBy: 'count',
  scale: [0, 100],
}
const leaf = (code: string) => ({ code, name: code, weight: 1, direction: 'cost', target: [1, 2], goalposts: [0, 9] })
const FRAMEWORK = { code: 'R', weight: 1, children: [leaf('a'), { code: 'P', children: [leaf('b')] }] }
const ONE = { areas: ['X', 'Y', 'Z'], framework: FRAMEWORK, values: { a: [1, 2, null], b: [3, 1, 2] }, method: METHOD }
const MANY = {
  ...ONE,
  periods: ['1', '2'],
  values: {
    a: [
      [1, 2, null],
      [2, 3, 4],
    ],
    b: [
      [3, 1, 2],
      [1, 2, 3],
    ],
  },
}
const WEIGHTS = [
  {
    method: 'ahp',
    matrix: [
      [1, 2],
      [0.5, 1],
    ],
  },
  {
    method: 'delphi',
    rounds: [
      [
        [1, 2],
        [2, 3],
      ],
    ],
    tieCorrected: true,
  },
  {
    method: 'entropy',
    values: {
      a: [1, 2, null],
      b: [
        [1, 2],
        [3, 4],
      ],
    },
    directions: { a: 'benefit', b: 'cost' },
    options: { shift: 1, absolute: true, raw: true, normalised: true },
  },
  {
    method: 'scatter',
    values: {
      a: [
        [1, 2],
        [3, 4],
      ],
    },
    directions: { a: 'benefit' },
    options: { normalised: true },
  },
  { method: 'combined', weights: [{ a: 1 }, { a: 2 }], rule: 'convex', alpha: 0.5 },
]

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [
    path,
    ...Object.entries(value).flatMap(([key, part]) =>
      pathsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ]
}

function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return by
  const part = replaced((value as Record<string | number, unknown>)[key], rest, by)
  return Array.isArray(value) ? value.with(Number(key), part) : { ...(value as object), [key]: part }
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, NaN, Infinity, -1, 0, 1e308, '', 'minmax', [], {}, [[]], [null], true),
  fc.anything({ withNullPrototype: true, withTypedArray: true, maxDepth: 2 }),
)

function answersOrRefuses(valid: object, run: (request: never) => unknown): void {
  const paths = pathsOf(valid).filter((path) => path.length > 0)
  fc.assert(
    fc.property(fc.constantFrom(...paths), odd, (path, by) => {
      try {
        run(replaced(valid, path, by) as never)
      } catch (error) {
        expect(error, `${path.join('.')} = ${String(fc.stringify(by))}: ${String(error)}`).toBeInstanceOf(
          EngineInputError,
        )
      }
    }),
    { numRuns: 1500 },
  )
}

test('computeComposite', () => answersOrRefuses(ONE, computeComposite))
test('computePanel', () => answersOrRefuses(MANY, computePanel))
test.each(WEIGHTS)('computeWeights, $method', (request) => answersOrRefuses(request, computeWeights))
