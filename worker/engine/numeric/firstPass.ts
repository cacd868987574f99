/** One pass over a typed column: its sum (weighted or not) with the extremes, and what is wrong with it, if anything.
 * Surprise: it never stops early; a NaN or an infinity anywhere shows in the sum, so clean data pays no test per value.
 * Without weights, blocks of one sign are added bare (fourChains.ts): every rounding then stays within 66 half-bits of
 * the sum, below 1e-14 of it in any order. Short columns, mixed signs and nearly equal values, whose differences would
 * show that, get the compensated sum. O(n). */
import { FOUR_BLOCKS, sumOfBlock } from './fourChains.ts'
import { settle, sum } from './sum.ts'

export interface FirstPass {
  /** Σ x, or Σ w·x. NaN or infinite when any value is, or when the sum overflows. */
  readonly sum: number
  /** Σ w, or the number of values. */
  readonly weight: number
  readonly min: number
  readonly max: number
}

/** Up to here compensation costs no more than blocks do. */
const SHORT = 64
/** Nearly equal: a column narrower than this share of its largest value. */
const NARROW = 1 / 16

export function firstPass(x: Float64Array): FirstPass {
  const n = x.length
  const seen = { min: Infinity, max: -Infinity }
  let high = 0
  let low = 0
  for (let from = 0; from < n; from += FOUR_BLOCKS) {
    const block = sumOfBlock(x, from, Math.min(from + FOUR_BLOCKS, n), seen)
    const total = high + block
    const carried = total - high
    low += high - (total - carried) + (block - carried)
    high = total
  }
  const { min, max } = seen
  const plain = n <= SHORT || !(min >= 0 || max <= 0) || max - min < NARROW * Math.max(Math.abs(min), Math.abs(max))
  return { sum: plain ? sum(x) : settle(high, low), weight: n, min, max }
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
