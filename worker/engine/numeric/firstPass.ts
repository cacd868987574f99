/** One pass over a typed column: compensated sum (weighted or not), extremes and what is wrong with it, if anything.
 * Surprise: it never stops early; a NaN or an infinity anywhere shows in the sum, so clean data pays no test per value.
 * O(n). Two interleaved TwoSum chains keep the processor busy; see sum.ts for the method. */
import { settle } from './sum.ts'

export interface FirstPass {
  /** Σ x, or Σ w·x. NaN or infinite when any value is, or when the sum overflows. */
  readonly sum: number
  /** Σ w, or the number of values. */
  readonly weight: number
  readonly min: number
  readonly max: number
}

export function firstPass(x: Float64Array): FirstPass {
  const n = x.length
  let min = Infinity
  let max = -Infinity
  let highA = 0
  let highB = 0
  let lowA = 0
  let lowB = 0
  const even = n - (n & 1)
  for (let i = 0; i < even; i += 2) {
    const a = x[i] as number
    const b = x[i + 1] as number
    const totalA = highA + a
    const totalB = highB + b
    const carriedA = totalA - highA
    const carriedB = totalB - highB
    lowA += highA - (totalA - carriedA) + (a - carriedA)
    lowB += highB - (totalB - carriedB) + (b - carriedB)
    highA = totalA
    highB = totalB
    if (a < min) min = a
    if (a > max) max = a
    if (b < min) min = b
    if (b > max) max = b
  }
  const last = even < n ? (x[even] as number) : 0
  if (even < n && last < min) min = last
  if (even < n && last > max) max = last
  return { sum: gather(highA, highB, last, lowA + lowB), weight: n, min, max }
}

export interface WeightedPass extends FirstPass {
  readonly minWeight: number
  readonly maxWeight: number
}

/** Σ w·x and Σ w with the extremes of both. */
export function firstPassWeighted(x: Float64Array, w: Float64Array): WeightedPass {
  const n = x.length
  let min = Infinity
  let max = -Infinity
  let high = 0
  let low = 0
  let weightHigh = 0
  let weightLow = 0
  let minWeight = Infinity
  let maxWeight = 0
  for (let i = 0; i < n; i++) {
    const value = x[i] as number
    const weight = w[i] as number
    const product = value * weight
    const total = high + product
    const carried = total - high
    low += high - (total - carried) + (product - carried)
    high = total
    const weightTotal = weightHigh + weight
    const weightCarried = weightTotal - weightHigh
    weightLow += weightHigh - (weightTotal - weightCarried) + (weight - weightCarried)
    weightHigh = weightTotal
    if (value < min) min = value
    if (value > max) max = value
    if (weight < minWeight) minWeight = weight
    if (weight > maxWeight) maxWeight = weight
  }
  return { sum: settle(high, low), min, max, weight: settle(weightHigh, weightLow), minWeight, maxWeight }
}

/** (a + b + c) + low with the rounding errors of the additions kept. */
function gather(a: number, b: number, c: number, low: number): number {
  const first = a + b
  const carriedB = first - a
  const total = first + c
  const carriedC = total - first
  const errors = a - (first - carriedB) + (b - carriedB) + (first - (total - carriedC) + (c - carriedC))
  return settle(total, low + errors)
}
