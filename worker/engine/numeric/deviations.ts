/** Mean squared and mean absolute deviation of a column about its mean: Σ p (x − μ)², Σ p |x − μ|.
 * The hot loops behind `cv` and `hoover`: blocks added bare, block totals compensated (blockSum.ts). In the column's own
 * unit. The mean is rounded, but both sums are flat around it, so that rounding does not reach the result. O(n). */
import { BLOCK } from './blockSum.ts'
import type { Column } from './column.ts'
import { distancesOfBlock, FOUR_BLOCKS, squaresOfBlock } from './unrolledSums.ts'
import { CompensatedSum, settle } from './sum.ts'

export function meanSquaredDeviation({ x, w, mean, weight }: Column): number {
  const n = x.length
  const step = w === undefined ? FOUR_BLOCKS : BLOCK
  let high = 0
  let low = 0
  for (let from = 0; from < n; from += step) {
    const to = Math.min(from + step, n)
    const block = w === undefined ? squaresOfBlock(x, from, to, mean) : weightedSquares(x, w, from, to, mean)
    const total = high + block
    const carried = total - high
    low += high - (total - carried) + (block - carried)
    high = total
  }
  return settle(high, low) / weight
}

function weightedSquares(x: Float64Array, w: Float64Array, from: number, to: number, mean: number): number {
  let total = 0
  for (let i = from; i < to; i++) {
    const d = x[i] - mean
    total += w[i] * d * d
  }
  return total
}

export function meanAbsoluteDeviation(column: Column): number {
  const { x, w, mean, weight } = column
  const n = x.length
  const step = w === undefined ? FOUR_BLOCKS : BLOCK
  let high = 0
  let low = 0
  for (let from = 0; from < n; from += step) {
    const to = Math.min(from + step, n)
    const block = w === undefined ? distancesOfBlock(x, from, to, mean) : weightedDistances(x, w, from, to, mean)
    const total = high + block
    const carried = total - high
    low += high - (total - carried) + (block - carried)
    high = total
  }
  const whole = settle(high, low) / weight
  return whole > NEARLY_EQUAL * Math.abs(mean) ? whole : doubledSide(column)
}

function weightedDistances(x: Float64Array, w: Float64Array, from: number, to: number, mean: number): number {
  let total = 0
  for (let i = from; i < to; i++) total += w[i] * Math.abs(x[i] - mean)
  return total
}

/** Below this share of the mean, the mean's own rounding would show in the 13th digit of Σ p |x − μ|. */
const NEARLY_EQUAL = 1 / 64

/** For nearly equal values. What lies above the mean equals what lies below it; the mean's rounding enters a side as often
 * as the side has weight, so the lighter side is taken twice. */
function doubledSide({ x, w, mean, weight }: Column): number {
  const above = new CompensatedSum()
  const below = new CompensatedSum()
  const weightAbove = new CompensatedSum()
  for (let i = 0; i < x.length; i++) {
    const d = x[i] - mean
    const share = w === undefined ? 1 : w[i]
    if (d > 0) {
      above.add(share * d)
      weightAbove.add(share)
    } else below.add(-share * d)
  }
  return (2 * (weightAbove.value < weight / 2 ? above.value : below.value)) / weight
}
