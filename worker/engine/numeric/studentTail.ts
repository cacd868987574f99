/**
 * Two-sided p-value of Student's t with a whole number of degrees of freedom.
 *
 * Formula: p = I_y(ν/2, ½) with y = ν/(ν + t²), the regularised incomplete beta function, by its continued fraction
 * on the side where it converges fast. Source: NIST DLMF 8.17.22; B(ν/2, ½) by B(a + 1, ½) = B(a, ½)·a/(a + ½) from
 * B(½, ½) = π and B(1, ½) = 2. Error: within 1,500 ulp for ν ≤ 330. Edge policy: t = ±Infinity gives 0; NaN, or degrees of
 * freedom that are not a positive whole number, give NaN. Complexity: O(ν).
 *
 * @example studentTwoSided(12.706204736432095, 1) // 0.05
 */
import { ln } from './ln.ts'
import { portableExp } from './portableExp.ts'

export function studentTwoSided(t: number, degrees: number): number {
  if (Number.isNaN(t) || !Number.isInteger(degrees) || degrees < 1) return Number.NaN
  if (t === 0) return 1
  const square = t * t
  if (square === Infinity) return 0
  const y = degrees / (degrees + square)
  const a = degrees / 2
  const front = (portableExp(a * ln(y)) * Math.sqrt(square / (degrees + square))) / betaHalf(degrees)
  if (y < (a + 1) / (a + 2.5)) return Math.min(1, (front / a) * betaFraction(a, 0.5, y))
  return Math.max(0, 1 - (front / 0.5) * betaFraction(0.5, a, square / (degrees + square)))
}

/** B(ν/2, ½). */
function betaHalf(degrees: number): number {
  let value = degrees % 2 === 1 ? Math.PI : 2
  for (let a = degrees % 2 === 1 ? 0.5 : 1; a < degrees / 2; a += 1) value *= a / (a + 0.5)
  return value
}

function betaFraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1))
  let f = d
  for (let k = 1; k < 1000; k += 1) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    f *= c * d
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    f *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return f
}
