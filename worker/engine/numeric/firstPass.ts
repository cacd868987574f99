/** One pass over a typed column: compensated sum (weighted or not), extremes and what is wrong with it, if anything.
 * Surprise: it never stops early; a NaN or an infinity anywhere shows in the sum, so clean data pays no test per value.
 * O(n). The sum is that of sum.ts; Math.min and Math.max cost half of what comparing and branching does. */
import { settle } from './sum.ts'

export interface FirstPass {
  /** Σ x, or Σ w·x. NaN or infinite when any value is, or when the sum overflows. */
  readonly sum: number
  /** Σ w, or the number of values. */
  readonly weight: number
  readonly min: number
  readonly max: number
}

/** From here on values are added in fours before the compensated sum: their two roundings average out over the column. */
const LONG = 1024

export function firstPass(x: Float64Array): FirstPass {
  const n = x.length
  let minA = Infinity
  let maxA = -Infinity
  let minB = Infinity
  let maxB = -Infinity
  let high = 0
  let low = 0
  let i = 0
  const fours = n >= LONG ? n - (n & 3) : 0
  for (; i < fours; i += 4) {
    const a = x[i] as number
    const b = x[i + 1] as number
    const c = x[i + 2] as number
    const d = x[i + 3] as number
    minA = Math.min(minA, a)
    maxA = Math.max(maxA, a)
    minB = Math.min(minB, b)
    maxB = Math.max(maxB, b)
    minA = Math.min(minA, c)
    maxA = Math.max(maxA, c)
    minB = Math.min(minB, d)
    maxB = Math.max(maxB, d)
    const four = a + b + (c + d)
    const total = high + four
    const carried = total - high
    low += high - (total - carried) + (four - carried)
    high = total
  }
  for (; i < n; i++) {
    const value = x[i] as number
    minA = Math.min(minA, value)
    maxA = Math.max(maxA, value)
    const total = high + value
    const carried = total - high
    low += high - (total - carried) + (value - carried)
    high = total
  }
  return { sum: settle(high, low), weight: n, min: Math.min(minA, minB), max: Math.max(maxA, maxB) }
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
    min = Math.min(min, value)
    max = Math.max(max, value)
    minWeight = Math.min(minWeight, weight)
    maxWeight = Math.max(maxWeight, weight)
  }
  return { sum: settle(high, low), min, max, weight: settle(weightHigh, weightLow), minWeight, maxWeight }
}
