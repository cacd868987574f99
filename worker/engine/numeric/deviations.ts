/** Mean squared and mean absolute deviation of a column about its mean: Σ p (x − μ)², Σ p |x − μ|.
 * The hot loops behind `cv` and `hoover`; interleaved chains per block (see blockSum.ts). In the column's own unit.
 * The mean is rounded, but both sums are flat around it, so that rounding does not reach the result. O(n). */
import { BLOCK } from './blockSum.ts'
import type { Column } from './column.ts'
import { CompensatedSum } from './sum.ts'

export function meanSquaredDeviation({ x, w, mean, weight }: Column): number {
  const n = x.length
  const total = new CompensatedSum()
  const step = w === undefined ? 4 * BLOCK : BLOCK // `squares` has four chains
  for (let from = 0; from < n; from += step) {
    const to = Math.min(from + step, n)
    total.add(w === undefined ? squares(x, from, to, mean) : weightedSquares(x, w, from, to, mean))
  }
  return total.value / weight
}

function squares(x: Float64Array, from: number, to: number, mean: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let i = from
  for (; i + 3 < to; i += 4) {
    const first = (x[i] as number) - mean
    const second = (x[i + 1] as number) - mean
    const third = (x[i + 2] as number) - mean
    const fourth = (x[i + 3] as number) - mean
    a += first * first
    b += second * second
    c += third * third
    d += fourth * fourth
  }
  for (; i < to; i++) a += ((x[i] as number) - mean) * ((x[i] as number) - mean)
  return a + b + (c + d)
}

function weightedSquares(x: Float64Array, w: Float64Array, from: number, to: number, mean: number): number {
  let total = 0
  for (let i = from; i < to; i++) {
    const d = (x[i] as number) - mean
    total += (w[i] as number) * d * d
  }
  return total
}

export function meanAbsoluteDeviation(column: Column): number {
  const { x, w, mean, weight } = column
  const n = x.length
  const total = new CompensatedSum()
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(from + BLOCK, n)
    let block = 0
    if (w === undefined) for (let i = from; i < to; i++) block += Math.abs((x[i] as number) - mean)
    else for (let i = from; i < to; i++) block += (w[i] as number) * Math.abs((x[i] as number) - mean)
    total.add(block)
  }
  const whole = total.value / weight
  return whole > NEARLY_EQUAL * Math.abs(mean) ? whole : doubledSide(column)
}

/** Below this share of the mean, the mean's own rounding would show in the 13th digit of Σ p |x − μ|. */
const NEARLY_EQUAL = 1e-3

/** For nearly equal values. What lies above the mean equals what lies below it; the mean's rounding enters a side as often
 * as the side has weight, so the lighter side is taken twice. */
function doubledSide({ x, w, mean, weight }: Column): number {
  const above = new CompensatedSum()
  const below = new CompensatedSum()
  const weightAbove = new CompensatedSum()
  for (let i = 0; i < x.length; i++) {
    const d = (x[i] as number) - mean
    const share = w === undefined ? 1 : (w[i] as number)
    if (d > 0) {
      above.add(share * d)
      weightAbove.add(share)
    } else below.add(-share * d)
  }
  return (2 * (weightAbove.value < weight / 2 ? above.value : below.value)) / weight
}
