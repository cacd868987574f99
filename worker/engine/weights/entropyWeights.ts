/** Entropy weights 熵值法: an indicator whose values are spread unevenly over the areas tells more and weighs more. */
import { ln } from '../numeric/ln.ts'
import { CompensatedSum } from '../numeric/sum.ts'
import { toUnitSum } from './toUnitSum.ts'

/** Formula: p_i = (u_i + shift)/Σ(u + shift), e = −Σ p ln p/ln n with 0·ln 0 = 0, w ∝ 1 − e. `columns` hold u ≥ 0, all
 * periods end to end when pooled. Source: docs/methods.md §2; Shannon (1948). Edge policy: missing cells are skipped (n counts
 * the present ones); a constant column, one value, or a column of zeros has e = 1 and weight 0. O(cells).
 * Example: u = 0, 0, 1 has e = 0; u = 1, 1, 1 has e = 1; their weights are 1 and 0. */
export function entropyWeights(
  columns: readonly Float64Array[],
  shift = 0,
): { weights: Float64Array; entropy: Float64Array } {
  const entropy = Float64Array.from(columns, (u) => entropyOf(u, shift))
  return { weights: toUnitSum(entropy.map((e) => 1 - e)), entropy }
}

function entropyOf(u: Float64Array, shift: number): number {
  const total = new CompensatedSum()
  let lo = Infinity
  let hi = -Infinity
  let count = 0
  for (const x of u) {
    if (Number.isNaN(x)) continue
    total.add(x + shift)
    if (x < lo) lo = x
    if (x > hi) hi = x
    count++
  }
  const all = total.value
  if (count < 2 || lo === hi || !(all > 0)) return 1
  const inner = new CompensatedSum()
  for (const x of u) {
    const p = (x + shift) / all
    if (p > 0) inner.add(p * ln(p))
  }
  return Math.min(1, -inner.value / ln(count))
}
