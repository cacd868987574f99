/** One addend of generalised entropy for any α other than 0 and 1: [r^α − 1 − α d]/(α(α − 1)), d = r − 1, always ≥ 0.
 * Near d = 0 the binomial series is summed until it stops changing; elsewhere the power is taken through `ln` and
 * `expMinusOne`. For α near 1 the factor r is taken out first, so that α − 1 → 0 loses nothing.
 * Error: within 200 ulp for |α| ≤ 5, r ≤ 2¹² and d without a rounding of its own.
 * Edge policy: r = 0 gives 1/α for α > 0. Too large a power gives Infinity, which becomes reason `overflow`. */
import { expMinusOne } from './expMinusOne.ts'
import { ln } from './ln.ts'

export function powerTerm(d: number, r: number, alpha: number): number {
  if (r <= 0) return 1 / alpha
  const size = Math.abs(d) * Math.max(1, Math.abs(alpha))
  if (size < 1 / 16) return series(d, alpha)
  const log = ln(r)
  const scale = alpha * (alpha - 1)
  if (Math.abs(alpha - 1) < 0.5) {
    const rest = alpha - 1
    return (r * expMinusOne(rest * log) - rest * d) / scale
  }
  return (expMinusOne(alpha * log) - alpha * d) / scale
}

/** Σ_{k ≥ 2} binom(α, k) d^k, divided by α(α − 1): the factor cancels against the first two of the binomial. */
function series(d: number, alpha: number): number {
  let term = (d * d) / 2
  let total = term
  for (let k = 3; k < 40; k++) {
    term *= ((alpha - k + 1) / k) * d
    const next = total + term
    if (next === total) break
    total = next
  }
  return total
}
