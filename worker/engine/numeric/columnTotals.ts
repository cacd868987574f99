/** One pass over a typed column: its sum (weighted or not), the extremes, and what is wrong with it, if anything.
 * Surprise: a NaN or an infinity anywhere shows in the sum, so clean data pays no test of its own per value.
 * The common column is an easy one: many values, none negative, of ordinary size and plainly unequal. Its blocks are added
 * bare (unrolledSums.ts), which stays within 66 half-bits of the exact sum, below 1e-14 of it in any order, and its extremes
 * are left for later. Every other column gets the compensated sum: short ones are no slower for it, and cancelling or
 * nearly equal values would show the difference. O(n). */
import type { Extremes } from './unrolledSums.ts'
import { extremesOfBlock, FOUR_BLOCKS, sumOfBlock } from './unrolledSums.ts'
import { settle, sum } from './sum.ts'

export interface ColumnTotals {
  /** Σ x, or Σ w·x. NaN or infinite when any value is, or when the sum overflows. */
  readonly sum: number
  /** Σ w, or the number of values. */
  readonly weight: number
  /** Absent when the column is an easy one: no value is negative or of extreme size, and finding them can wait. */
  readonly extremes: Extremes | undefined
}

/** Up to here compensation costs no more than blocks do. */
const SHORT = 64
const SAMPLE = 16
/** Nearly equal: values that differ by less than this share of the largest. */
const NARROW = 1 / 16
/** Between these the mean is ordinary: squares, products and sums of the values neither overflow nor vanish. */
const LEAST_MEAN = 2 ** -150
const LARGEST_SUM = 2 ** 200

export function columnTotals(x: Float64Array): ColumnTotals {
  const easy = easySum(x)
  if (easy !== undefined) return { sum: easy, weight: x.length, extremes: undefined }
  return { sum: sum(x), weight: x.length, extremes: extremesOf(x) }
}

/** Σ x, or undefined when the column is not an easy one. */
function easySum(x: Float64Array): number | undefined {
  const n = x.length
  if (n <= SHORT || !isWide(x)) return undefined
  let high = 0
  let low = 0
  for (let from = 0; from < n; from += FOUR_BLOCKS) {
    const block = sumOfBlock(x, from, Math.min(from + FOUR_BLOCKS, n))
    const total = high + block
    const carried = total - high
    low += high - (total - carried) + (block - carried)
    high = total
  }
  const total = high + low
  return total < LARGEST_SUM && total > LEAST_MEAN * n ? total : undefined
}

/** Whether a few of the values already differ: then the whole column is not nearly equal. */
function isWide(x: Float64Array): boolean {
  let min = Infinity
  let max = 0
  for (let i = 0, stride = Math.floor(x.length / SAMPLE); i < x.length; i += stride) {
    min = Math.min(min, x[i])
    max = Math.max(max, x[i])
  }
  return max - min > NARROW * max
}

export function extremesOf(x: Float64Array): Extremes {
  let seen: Extremes = { min: Infinity, max: -Infinity }
  for (let from = 0; from < x.length; from += FOUR_BLOCKS)
    seen = extremesOfBlock(x, from, Math.min(from + FOUR_BLOCKS, x.length), seen)
  return seen
}

export interface WeightedColumnTotals extends ColumnTotals {
  readonly extremes: Extremes
  readonly minWeight: number
  readonly maxWeight: number
}

/** Σ w·x and Σ w with the extremes of both. */
export function weightedColumnTotals(x: Float64Array, w: Float64Array): WeightedColumnTotals {
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
    const value = x[i]
    const weight = w[i]
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
  return { sum: settle(high, low), extremes: { min, max }, weight: settle(weightHigh, weightLow), minWeight, maxWeight }
}
