/** What TOPSIS needs of one column: the factor to its vector norm, and its best and worst value after that. */
import { scaleDown } from '../numeric/scaleDown.ts'
import { settle } from '../numeric/sum.ts'

export interface TopsisFit {
  /** r = x·scale/norm: two factors, so that neither tiny nor huge columns overflow. */
  scale: number
  norm: number
  best: number
  worst: number
}

/** Formula: r = x/√Σx² over the reference (one period, or all periods when scores are compared over time); best = max r
 * for a benefit, min r for a cost. Source: Hwang and Yoon (1981), vector normalisation. Writes into `into`.
 * Edge policy: a column of zeros has r = 0; missing cells are skipped; nothing present gives 0. O(n).
 * Example: 3, 4 has norm 5, best 0.8, worst 0.6. */
export function fitTopsis(sign: number, x: Float64Array, start: number, n: number, into: TopsisFit): void {
  const scale = scaleDown(x, start, n)
  let high = 0
  let low = 0
  let lo = Infinity
  let hi = -Infinity
  for (let i = start; i < start + n; i++) {
    const value = x[i] * scale
    if (Number.isNaN(value)) continue
    if (value < lo) lo = value
    if (value > hi) hi = value
    const square = value * value
    const total = high + square
    const carried = total - high
    low += high - (total - carried) + (square - carried)
    high = total
  }
  const norm = Math.sqrt(settle(high, low))
  into.scale = norm > 0 ? scale : 1
  into.norm = norm > 0 ? norm : 1
  into.best = norm > 0 ? (sign < 0 ? lo : hi) / norm : 0
  into.worst = norm > 0 ? (sign < 0 ? hi : lo) / norm : 0
}
