/**
 * Moran's I: do areas resemble their neighbours more than chance would have it?
 *
 * Formula: I = (n/S0) Σ_ij w_ij z_i z_j/Σ z_i², z = x − x̄ [Moran 1950; Cliff and Ord 1981; PySAL esda, R spdep].
 * `style: 'row'` (default) shares each area's weight 1 among its neighbours, `'binary'` gives each link 1.
 * Gives expectation, variance, z and p under normality and randomisation, the permutation p-value (R + 1)/(M + 1)
 * with M = 999 seeded arrangements and R those at least as far from the expectation (two-sided), and each area's local I.
 * Edge policy: areas without a value leave with their links; fewer than 3 areas, a constant column or no link at all
 * give null with a reason; an area without neighbours stays in n (as esda; spdep with adjust.n = FALSE). Faulty lists,
 * options and infinite values throw EngineInputError. Listing the areas in another order changes nothing, p included.
 * Complexity: O(n log n + M·links).
 *
 * @example moran([1, 2, 3, 4], [[1], [0, 2], [1, 3], [2]]) // { value: 0.4, expected: −1/3, … }
 */
import { RandomStream, requireSeed } from '../numeric/random.ts'
import { sum } from '../numeric/sum.ts'
import { EngineInputError } from '../types.ts'
import type { Reason, Values } from '../types.ts'
import { canonicalOrder } from './canonicalOrder.ts'
import { localMoran } from './localMoran.ts'
import type { LocalMoran } from './localMoran.ts'
import { moranMoments } from './moranMoments.ts'
import type { MoranMoments, WeightSums } from './moranMoments.ts'
import { keepNeighbours, requireNeighbours } from './neighbours.ts'
import type { Neighbours } from './neighbours.ts'

export interface MoranOptions {
  readonly style?: 'row' | 'binary'
  /** 999 unless told; 0 leaves the permutation test out. */
  readonly permutations?: number
  readonly seed?: number
  /** Divisor of local I's second moment: n − 1 as esda (default) or n as spdep. */
  readonly localDivisor?: 'n-1' | 'n'
}

export interface MoranResult extends MoranMoments {
  readonly value: number
  readonly reason?: never
  readonly n: number
  readonly style: 'row' | 'binary'
  /** Areas with a value but no neighbour with one. */
  readonly islands: number
  readonly permutation: { readonly p: number; readonly runs: number; readonly seed: number } | null
  /** One entry per area given; null where the area has no value. */
  readonly local: readonly (LocalMoran | null)[]
}

export type MoranOutcome = MoranResult | { readonly value: null; readonly reason: Reason }

export function moran(values: Values, neighbours: Neighbours, options: MoranOptions = {}): MoranOutcome {
  const { style = 'row', permutations = 999, seed = 20241026, localDivisor = 'n-1' } = options
  requireNeighbours(neighbours, values.length)
  requirePermutations(permutations, seed)
  const kept = presentAreas(values)
  if (kept.length < 3) return { value: null, reason: 'too-few-areas' }
  const given = kept.map((i) => values[i] as number)
  const links = keepNeighbours(neighbours, kept)
  const order = canonicalOrder(given, links)
  const x = Float64Array.from(order, (i) => given[i])
  const near = keepNeighbours(links, order)
  if (x.at(-1) === x[0]) return { value: null, reason: 'constant' }
  if (near.every((list) => list.length === 0)) return { value: null, reason: 'zero-divisor' }
  const z = deviations(x)
  const weightOf = (i: number) => (style === 'binary' ? 1 : 1 / Math.max(1, near[i]?.length ?? 0))
  const sums = weightSums(near, weightOf)
  const n = x.length
  const squares = sum(z.map((d) => d * d))
  const scale = n / (sums.s0 * squares)
  const value = scale * crossProduct(z, near, weightOf)
  const kurtosis = (n * sum(z.map((d) => d * d * (d * d)))) / (squares * squares)
  const moments = moranMoments(value, n, kurtosis, sums)
  const arranged = localMoran(z, near, weightOf, localDivisor)
  const found = new Map(order.map((from, at) => [kept[from], arranged[at]]))
  const local = Array.from({ length: values.length }, (_, i) => found.get(i) ?? null)
  const permutation = permutations === 0 ? null : { p: permutationP(), runs: permutations, seed }
  return { value, ...moments, n, style, islands: near.filter((l) => l.length === 0).length, permutation, local }

  function permutationP(): number {
    const random = new RandomStream(seed)
    const shuffled = z.slice()
    // Arrangements equal to the observed one in exact arithmetic must count, whatever their last bit.
    const distance = Math.abs(value - moments.expected) - 1e-12
    let asFar = 0
    for (let run = 0; run < permutations; run += 1) {
      random.shuffle(shuffled)
      if (Math.abs(scale * crossProduct(shuffled, near, weightOf) - moments.expected) >= distance) asFar += 1
    }
    return (asFar + 1) / (permutations + 1)
  }
}

function presentAreas(values: Values): number[] {
  const kept: number[] = []
  for (let i = 0; i < values.length; i += 1) {
    const x = values[i]
    if (x === null || x === undefined || Number.isNaN(x)) continue
    if (!Number.isFinite(x)) {
      throw new EngineInputError([{ path: `values[${i}]`, code: 'not-finite', message: 'a value must be finite' }])
    }
    kept.push(i)
  }
  return kept
}

function requirePermutations(permutations: number, seed: number): void {
  requireSeed(seed)
  if (Number.isInteger(permutations) && permutations >= 0 && permutations <= 999_999) return
  const message = `permutations is a whole number from 0 to 999999, not ${String(permutations)}`
  throw new EngineInputError([{ path: 'permutations', code: 'bad-permutations', message }])
}

/** z/max|z|: I and its moments do not depend on the unit, and powers of huge or tiny values would overflow. */
function deviations(x: Float64Array): Float64Array {
  const largest = x.reduce((most, v) => Math.max(most, Math.abs(v)), 0)
  const unit = x.map((v) => v / largest)
  const mean = sum(unit) / unit.length
  const z = unit.map((v) => v - mean)
  const most = z.reduce((m, v) => Math.max(m, Math.abs(v)), 0)
  return z.map((v) => v / most)
}

function crossProduct(z: Float64Array, near: Neighbours, weightOf: (i: number) => number): number {
  let total = 0
  for (let i = 0; i < near.length; i += 1) {
    let lag = 0
    for (const j of near[i] ?? []) lag += z[j]
    total += z[i] * weightOf(i) * lag
  }
  return total
}

function weightSums(near: Neighbours, weightOf: (i: number) => number): WeightSums {
  const weights = near.map((_, i) => weightOf(i))
  const linked = near.map((list) => new Set(list))
  const incoming = Array.from({ length: near.length }, () => 0)
  let s0 = 0
  let s1 = 0
  near.forEach((list, i) => {
    const own = weights[i]
    for (const j of list) {
      const back = linked[j]?.has(i) === true ? weights[j] : 0
      // Σ over ordered pairs of ½(w_ij + w_ji)²: a one-way link is met once but belongs to both orders.
      s1 += back === 0 ? own * own : ((own + back) * (own + back)) / 2
      s0 += own
      incoming[j] += own
    }
  })
  const margins = near.map((list, i) => weights[i] * list.length + incoming[i])
  const s2 = sum(margins.map((margin) => margin * margin))
  return { s0, s1, s2 }
}
