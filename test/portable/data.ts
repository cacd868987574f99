/** The data of the portable scenarios: areas, a framework with everything a method may need, values skewed and with gaps. From the engine's own
 * generator and exponential, so a host that read either differently would show in every digest. */
import type { CompositeMethod, CompositeRequest, PanelRequest } from '../../worker/engine/composite.types.ts'
import { portableExp } from '../../worker/engine/numeric/portableExp.ts'
import { RandomStream } from '../../worker/engine/numeric/random.ts'
import type { FrameworkNode } from '../../worker/engine/types.ts'

/** By name; each computes when called. */
export type Scenarios = Readonly<Record<string, () => unknown>>

const SEED = 20241026
export const AREAS = Array.from({ length: 17 }, (_, i) => `A${String(i).padStart(2, '0')}`)
export const PERIODS = ['2019', '2020', '2021', '2022', '2023', '2024']
export const LEAVES = Array.from({ length: 9 }, (_, j) => `I${j}`)
export const GROUPS = AREAS.map((_, i) => (['urban', 'rural', 'outer'] as const)[i % 3] ?? 'urban')
export const NEIGHBOURS = AREAS.map((_, i) => [i - 1, i + 1, i + 5].filter((k) => k >= 0 && k < AREAS.length))

/** `skew` 0 is uniform on [low, high). */
export function column(n: number, stream: number, low = 1, high = 100, skew = 0): number[] {
  const random = new RandomStream(SEED, stream)
  return Array.from({ length: n }, () => {
    const u = random.uniform()
    return low + (high - low) * (skew === 0 ? u : (portableExp(skew * u) - 1) / (portableExp(skew) - 1))
  })
}

export const population = (stream: number): number[] => column(AREAS.length, 900 + stream, 1e4, 9e5, 3).map(Math.round)

/** A value is missing here and there, never in the first area. */
function gappy(values: readonly number[], stream: number): (number | null)[] {
  const random = new RandomStream(SEED, 500, stream)
  return values.map((value, i) => (i > 0 && random.uniform() < 0.06 ? null : value))
}

const leaf = (code: string, j: number): FrameworkNode => {
  const cost = j % 3 === 2
  return {
    code,
    weight: 1 + (j % 4),
    direction: cost ? 'cost' : 'benefit',
    target: cost ? 20 : 80,
    goalposts: [0.5, 110],
    anchors: cost ? [70, 20] : [30, 80],
  }
}

export const FRAMEWORK: FrameworkNode = {
  code: 'Index',
  children: [
    { code: 'D1', weight: 2, children: [leaf('I0', 0), leaf('I1', 1), leaf('I2', 2), leaf('I3', 3)] },
    {
      code: 'D2',
      weight: 3,
      children: [
        { code: 'D21', weight: 1, children: [leaf('I4', 4), leaf('I5', 5)] },
        { code: 'D22', weight: 2, children: [leaf('I6', 6), leaf('I7', 7), leaf('I8', 8)] },
      ],
    },
  ],
}

const values = Object.fromEntries(
  LEAVES.map((code, j) => [
    code,
    PERIODS.map((_, t) => gappy(column(AREAS.length, 10 * j + t, 2 + t, 100 + 3 * t, j % 2 === 0 ? 4 : 0), 10 * j + t)),
  ]),
)

export const METHOD: CompositeMethod = {
  treatment: 'winsorise',
  normalisation: 'minmax',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
}

export const panelOf = (method: Partial<CompositeMethod>): PanelRequest => ({
  areas: AREAS,
  periods: PERIODS,
  framework: FRAMEWORK,
  values,
  method: { ...METHOD, ...method },
})

export const compositeOf = (method: Partial<CompositeMethod>): CompositeRequest => ({
  areas: AREAS,
  framework: FRAMEWORK,
  values: Object.fromEntries(LEAVES.map((code) => [code, values[code]?.at(-1) ?? []])),
  method: { ...METHOD, ...method },
})
