/** Mean and sample standard deviation of the present cells of a column. */
import { scaleDown } from '../numeric/scaleDown.ts'
import { settle } from '../numeric/sum.ts'

export interface MeanSd {
  mean: number
  sd: number
}

/** Formula: x̄ = Σx/n, s = √(Σ(x − x̄)²/(n − 1)), two passes with compensated sums, so the order of the areas moves no
 * published digit. Source: docs/methods.md §1 (COINr `n_zscore` divides by n − 1). Writes into `into`: no allocation.
 * Edge policy: nothing present gives NaN; one value or a constant column gives s = 0 exactly. O(n).
 * Example: 2, 4, 6 gives mean 4, s = 2. */
export function meanSd(x: Float64Array, start: number, n: number, into: MeanSd): void {
  const scale = scaleDown(x, start, n)
  let count = 0
  let high = 0
  let low = 0
  let lo = Infinity
  let hi = -Infinity
  for (let i = start; i < start + n; i++) {
    const value = x[i] * scale
    if (Number.isNaN(value)) continue
    count++
    if (value < lo) lo = value
    if (value > hi) hi = value
    const total = high + value
    const carried = total - high
    low += high - (total - carried) + (value - carried)
    high = total
  }
  if (count === 0 || lo === hi) {
    into.mean = count === 0 ? NaN : lo / scale
    into.sd = count === 0 ? NaN : 0
    return
  }
  const mean = settle(high, low) / count
  high = 0
  low = 0
  for (let i = start; i < start + n; i++) {
    const value = x[i] * scale
    if (Number.isNaN(value)) continue
    const square = (value - mean) * (value - mean)
    const total = high + square
    const carried = total - high
    low += high - (total - carried) + (square - carried)
    high = total
  }
  into.mean = mean / scale
  into.sd = Math.sqrt(settle(high, low) / (count - 1)) / scale
}
