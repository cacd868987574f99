/** Uncertainty over an index of the ASEM example's size (51 areas, 49 indicators, 4 levels): 1,000 replicates against
 * 1,000 nominal builds and against COINr's printed time. Prints medians and ratios of one run; asserts nothing. */
import type { CompositeRequest } from '../../worker/engine/composite.types.ts'
import { computeComposite } from '../../worker/engine/computeComposite.ts'
import { computeSensitivity } from '../../worker/engine/computeSensitivity.ts'
import { RandomStream } from '../../worker/engine/numeric/random.ts'
import type { FrameworkNode } from '../../worker/engine/types.ts'
import type { SensitivityRequest } from '../../worker/engine/uncertainty/sensitivity.types.ts'

const request = asemSized()
const base = { ...request, seed: 1, runs: 1000 }
const nominalMs = median(() => computeComposite(request), 41)
console.log(`nominal build, 51 × 49, 4 levels: ${nominalMs.toFixed(3)} ms (median of 41)`)

const cases: readonly (readonly [string, SensitivityRequest])[] = [
  ['weights ±25 %', { ...base, driverRuns: 0, perturb: { weights: { range: 0.25 } } }],
  [
    'weights, normalisation, aggregation (as COINr’s example)',
    {
      ...base,
      driverRuns: 0,
      perturb: {
        weights: { range: 0.25 },
        normalisation: ['minmax', 'rank'],
        aggregation: ['arithmetic', 'geometric'],
      },
    },
  ],
  [
    'all choices with noise',
    {
      ...base,
      driverRuns: 0,
      perturb: {
        weights: { dirichlet: 20 },
        treatment: ['none', 'winsorise'],
        normalisation: ['minmax', 'rank'],
        aggregation: ['arithmetic', 'geometric', 'harmonic', 'topsis'],
        leaveOneOut: true,
        noise: { sd: 0.05 },
      },
    },
  ],
  [
    'weights, normalisation, aggregation with drivers (512 rows: 2,048 runs more)',
    {
      ...base,
      perturb: {
        weights: { range: 0.25 },
        normalisation: ['minmax', 'rank'],
        aggregation: ['arithmetic', 'geometric'],
      },
    },
  ],
]

for (const [name, sensitivity] of cases) {
  const ms = median(() => computeSensitivity(sensitivity), 5)
  const coinr =
    sensitivity.driverRuns === 0
      ? `; COINr's printed 9.2 s per 100 replicates is ${((9207 * 10) / ms).toFixed(0)} × that`
      : ''
  console.log(
    `1,000 replicates, ${name}: ${ms.toFixed(1)} ms = ${(ms / (1000 * nominalMs)).toFixed(3)} of 1,000 nominal builds${coinr}`,
  )
}

function median(work: () => unknown, times: number): number {
  work()
  const taken = Array.from({ length: times }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN
}

function asemSized(): CompositeRequest {
  const random = new RandomStream(49)
  const codes = Array.from({ length: 49 }, (_, j) => `I${String(j + 1).padStart(2, '0')}`)
  const leaves: FrameworkNode[] = codes.map((code, j) => ({ code, direction: j % 4 === 3 ? 'cost' : 'benefit' }))
  return {
    areas: Array.from({ length: 51 }, (_, i) => `A${String(i + 1).padStart(2, '0')}`),
    framework: { code: 'index', children: group('dimension', group('domain', leaves, 7), 4) },
    values: Object.fromEntries(
      codes.map((code) => [code, Array.from({ length: 51 }, () => 20 + 80 * random.uniform() ** 2)]),
    ),
    method: {
      treatment: 'winsorise',
      normalisation: 'minmax',
      weighting: 'given',
      aggregation: 'arithmetic',
      missing: 'renormalise',
    },
  }
}

function group(prefix: string, children: readonly FrameworkNode[], size: number): FrameworkNode[] {
  return Array.from({ length: Math.ceil(children.length / size) }, (_, k) => ({
    code: `${prefix}${k + 1}`,
    weight: 1 + (k % 3),
    children: children.slice(k * size, (k + 1) * size),
  }))
}
