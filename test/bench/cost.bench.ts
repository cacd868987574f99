/** The calibration of worker/engine/cost: what requests of every kind and shape really take, as JSON in and out, beside
 * their estimate. Prints milliseconds and estimate/measured (best of three; below 1 the estimate is too low); asserts nothing. */
import { computeComposite } from '../../worker/engine/computeComposite.ts'
import { computeCoupling } from '../../worker/engine/computeCoupling.ts'
import { computeGroups } from '../../worker/engine/computeGroups.ts'
import { computeIndices, type IndicesRequest } from '../../worker/engine/computeIndices.ts'
import { computeSensitivity } from '../../worker/engine/computeSensitivity.ts'
import { computeWeights } from '../../worker/engine/computeWeights.ts'
import type { CompositeMethod, CompositeRequest, WeightsRequest } from '../../worker/engine/composite.types.ts'
import { estimateCost } from '../../worker/engine/cost/estimateCost.ts'
import { RandomStream } from '../../worker/engine/numeric/random.ts'
import type { SensitivityRequest } from '../../worker/engine/uncertainty/sensitivity.types.ts'
import { weightImportance } from '../../worker/engine/weights/weightImportance.ts'

const random = new RandomStream(6)
const column = (n: number, gaps = 0): (number | null)[] =>
  Array.from({ length: n }, () => (random.uniform() < gaps ? null : 1 + 99 * random.uniform()))
const numbers = (n: number): number[] => Array.from({ length: n }, () => 1 + 99 * random.uniform())
const table = (n: number, m: number, gaps = 0): Record<string, (number | null)[]> =>
  Object.fromEntries(Array.from({ length: m }, (_, j) => [`i${j}`, column(n, gaps)]))

let least = Infinity
let most = 0
function row<R>(kind: string, request: R, estimate: (request: R) => number, work: (request: R) => unknown): void {
  const body = JSON.stringify(request)
  let best = Infinity
  for (let k = 0; k < 3; k += 1) {
    const start = performance.now()
    // Guarantee: what was just written as JSON reads back as the same request.
    JSON.stringify(work(JSON.parse(body) as R))
    best = Math.min(best, performance.now() - start)
  }
  const estimated = estimate(request)
  const ratio = estimated / best
  if (best > 20) [least, most] = [Math.min(least, ratio), Math.max(most, ratio)]
  console.log(
    `${kind.padEnd(46)} ${best.toFixed(1).padStart(9)} ms   estimate ${estimated.toFixed(0).padStart(6)}   × ${ratio.toFixed(2)}`,
  )
}

const indices = (name: string, request: IndicesRequest): void =>
  row(`indices: ${name}`, request, estimateCost.indices, computeIndices)
const n = 200_000
indices(`${n} values, gini`, { values: column(n), indices: ['gini'] })
indices(`${n} values, all`, { values: column(n) })
indices(`${n} values, all, weighted`, { values: column(n), weights: numbers(n) })
indices('20,000 values, 50 ge', {
  values: column(20_000),
  indices: ['ge'],
  options: { ge: Array.from({ length: 50 }, (_, i) => i / 9 + 0.1) },
})
for (const groups of [2, 20, 200])
  indices(`20,000 values, ${groups} groups`, {
    values: column(20_000),
    groups: Array.from({ length: 20_000 }, (_, i) => `g${i % groups}`),
  })
for (const links of [1, 10])
  indices(`moran, 5,000 areas, ${links} links`, {
    values: column(5000),
    indices: ['moran'],
    neighbours: Array.from({ length: 5000 }, (_, i) => Array.from({ length: links }, (__, k) => (i + k + 1) % 5000)),
  })
indices('moran, a ring of 5,000 equal values', {
  values: Array.from({ length: 5000 }, (_, i) => (i === 0 ? 2 : 1)),
  indices: ['moran'],
  neighbours: Array.from({ length: 5000 }, (_, i) => [(i + 1) % 5000]),
})
indices(`lorenz, ${n} values`, { values: column(n), indices: ['lorenz'] })

const METHOD: CompositeMethod = {
  treatment: 'none',
  normalisation: 'minmax',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
  scale: [1, 100],
}
function request(
  areas: number,
  m: number,
  method: Partial<CompositeMethod> = {},
  goalposts?: [number, number],
): CompositeRequest {
  return {
    areas: Array.from({ length: areas }, (_, i) => `a${i}`),
    framework: {
      code: 'R',
      children: Array.from({ length: Math.ceil(m / 7) }, (_, g) => ({
        code: `g${g}`,
        children: Array.from({ length: Math.min(7, m - 7 * g) }, (__, j) => ({
          code: `i${7 * g + j}`,
          direction: 'benefit' as const,
          ...(goalposts === undefined ? {} : { goalposts }),
        })),
      })),
    },
    values: table(areas, m),
    method: { ...METHOD, ...method },
  }
}
const composite = (name: string, asked: CompositeRequest): void =>
  row(`composite: ${name}`, asked, estimateCost.composite, (r) => {
    const result = computeComposite(r)
    return { ...result, importance: weightImportance(r.framework, result) }
  })
for (const [areas, m] of [
  [50, 49],
  [1000, 100],
  [100_000, 3],
  [10, 2000],
] as const) {
  composite(`${areas} × ${m}`, request(areas, m))
  composite(`${areas} × ${m}, topsis`, request(areas, m, { aggregation: 'topsis' }))
  composite(`${areas} × ${m}, winsorised ranks`, request(areas, m, { treatment: 'winsorise', normalisation: 'rank' }))
  composite(`${areas} × ${m}, every cell clipped`, request(areas, m, { bounds: 'goalposts' }, [40, 41]))
}
for (const weighting of ['entropy', 'critic', 'pca'] as const)
  composite(`50 × 200, ${weighting}`, request(50, 200, { weighting }))

const weights = (name: string, asked: WeightsRequest): void =>
  row(`weights: ${name}`, asked, estimateCost.weights, (r) => computeWeights(r))
for (const method of ['entropy', 'critic', 'pca', 'scatter'] as const)
  for (const [rows, m, gaps] of [
    [3, 200, 0],
    [200, 200, 0],
    [200, 200, 0.1],
  ] as const) {
    const values = table(rows, m, gaps)
    const directions = Object.fromEntries(Object.keys(values).map((code) => [code, 'benefit' as const]))
    weights(`${method}, ${rows} × ${m}${gaps > 0 ? ' with gaps' : ''}`, { method, values, directions })
  }
weights('ahp, 60 items', {
  method: 'ahp',
  matrix: Array.from({ length: 60 }, (_, i) =>
    Array.from({ length: 60 }, (__, j) => (i === j ? 1 : i < j ? 1 + ((i + j) % 8) : 1 / (1 + ((i + j) % 8)))),
  ),
})
weights('delphi, 5 × 200 × 200', {
  method: 'delphi',
  rounds: Array.from({ length: 5 }, () => Array.from({ length: 200 }, () => numbers(200).map(Math.round))),
})

const sensitivity = (name: string, asked: SensitivityRequest): void =>
  row(`sensitivity: ${name}`, asked, estimateCost.sensitivity, computeSensitivity)
for (const [areas, m, runs] of [
  [51, 49, 1000],
  [5, 5, 5000],
  [500, 50, 200],
  [3000, 5, 50],
  [10, 300, 200],
] as const)
  for (const [name, perturb] of [
    ['weights', { weights: { range: 0.25 } }],
    [
      'three choices',
      { weights: { range: 0.25 }, normalisation: ['minmax', 'rank'], aggregation: ['arithmetic', 'geometric'] },
    ],
    ['noise', { noise: { sd: 0.05 } }],
    ['ranks with noise', { normalisation: ['rank'], noise: { sd: 0.05 } }],
  ] as const satisfies readonly (readonly [string, SensitivityRequest['perturb']])[]) {
    sensitivity(`${areas} × ${m}, ${runs} runs, ${name}`, {
      ...request(areas, m),
      seed: 1,
      runs,
      driverRuns: 0,
      perturb,
    })
  }
sensitivity('51 × 49, 1,000 runs, three drivers', {
  ...request(51, 49),
  seed: 1,
  runs: 1000,
  perturb: { weights: { range: 0.25 }, normalisation: ['minmax', 'rank'], aggregation: ['arithmetic', 'geometric'] },
})

row(
  'coupling: 20 systems × 20,000',
  { systems: Object.fromEntries(Array.from({ length: 20 }, (_, j) => [`s${j}`, column(20_000)])) },
  estimateCost.coupling,
  computeCoupling,
)
row(
  'groups: 5,000 subgroups',
  {
    subgroups: Array.from({ length: 5000 }, (_, i) => ({ name: `g${i}`, value: i % 97, population: 1, order: i + 1 })),
    favourable: true,
    ordered: true,
  },
  estimateCost.groups,
  computeGroups,
)
console.log(`\nestimate / measured over 20 ms: from × ${least.toFixed(2)} to × ${most.toFixed(2)}`)
