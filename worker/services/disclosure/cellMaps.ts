/** How one cell enters a score or a realization, as a function with its slope: the public knows anchors, targets and method, so it knows
 * these functions too. Undefined where a score hangs on the whole sample in a way that cannot be followed cell by cell. */
import { normalisationFacts } from '../../engine/normalise/catalogue.ts'
import { attainment } from '../../engine/realization/attainment.ts'
import type { Leaf } from '../framework/body.ts'
import type { MethodOptions } from '../../contract/frameworks.ts'
import type { CellMap } from './witness.types.ts'

export interface Extremes {
  readonly low: number
  readonly high: number
}

export const IDENTITY: CellMap = {
  value: (x) => x,
  slope: () => 1,
  line: { base: 0, steep: 1, origin: 0, clip: false },
}

/** Scores are floored here before a geometric or harmonic mean (0.01 of the 0–100 scale). */
const FLOOR = 1

/** Score → what is averaged with weights, and back. */
export const MEANS: Readonly<Record<MethodOptions['aggregation'], CellMap & { readonly back: (y: number) => number }>> =
  {
    arithmetic: { ...IDENTITY, back: (y) => y },
    geometric: {
      value: (u) => Math.log(Math.max(u, FLOOR)),
      slope: (u) => (u > FLOOR ? 1 / u : 0),
      back: Math.exp,
    },
    harmonic: {
      value: (u) => -1 / Math.max(u, FLOOR),
      slope: (u) => (u > FLOOR ? 1 / (u * u) : 0),
      back: (y) => -1 / y,
    },
  }

export const compose = (outer: CellMap, inner: CellMap): CellMap => ({
  value: (x) => outer.value(inner.value(x)),
  slope: (x) => outer.slope(inner.value(x)) * inner.slope(x),
})

/** Do scores hang on the sample's own extremes? */
export function fixedPosts({ indicator }: Leaf, { bounds }: MethodOptions): readonly [number, number] | undefined {
  if (bounds === 'goalposts') return indicator.goalposts ?? undefined
  if (bounds !== 'anchors' || indicator.floor === null || typeof indicator.target !== 'number') return undefined
  const { floor, target } = indicator
  return floor < target ? [floor, target] : [target, floor]
}

/** `sample` is read where there are no fixed posts. */
export function scoreMap(leaf: Leaf, method: MethodOptions, sample: Extremes | undefined): CellMap | undefined {
  const { indicator } = leaf
  const { fit, takesBounds } = normalisationFacts(method.normalisation)
  if (fit === 'target') {
    if (indicator.target === null) return undefined
    return scaled(attainmentMap(indicator.target, indicator.direction), 100)
  }
  if (!takesBounds) return undefined
  const posts = fixedPosts(leaf, method)
  const [low, high] = posts ?? [sample?.low ?? Number.NaN, sample?.high ?? Number.NaN]
  if (!(high > low)) return posts === undefined && low === high ? constant(midpoint(method)) : undefined
  const base = floorScore(method)
  const span = 100 - base
  const steep = ((indicator.direction === 'cost' ? -1 : 1) * span) / (high - low)
  const from = indicator.direction === 'cost' ? high : low
  const clip = posts !== undefined
  return {
    value: (x) => {
      const score = base + steep * (x - from)
      return clip ? Math.min(100, Math.max(0, score)) : score
    },
    slope: (x) => {
      const score = base + steep * (x - from)
      return clip && (score >= 100 || score <= 0) ? 0 : steep
    },
    line: { base, steep, origin: from, clip },
  }
}

/** What the lower post scores, 0–100. */
const floorScore = ({ normalisation }: MethodOptions): number => 100 * (normalisationFacts(normalisation).floor ?? 0)
const midpoint = (method: MethodOptions): number => (floorScore(method) + 100) / 2
const constant = (value: number): CellMap => ({ value: () => value, slope: () => 0 })

const step = (x: number): number => 1e-6 * Math.max(1, Math.abs(x))

export function attainmentMap(target: number | readonly [number, number], direction: 'benefit' | 'cost'): CellMap {
  const value = (x: number): number => attainment(x, target, direction)
  return { value, slope: (x) => (value(x + step(x)) - value(x - step(x))) / (2 * step(x)) }
}

export const scaled = (map: CellMap, by: number): CellMap => ({
  value: (x) => by * map.value(x),
  slope: (x) => by * map.slope(x),
})
