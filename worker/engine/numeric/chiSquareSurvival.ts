/** Upper tail of the chi-square distribution with a whole number of degrees of freedom. */
import { ln } from './ln.ts'
import { normalTail } from './normalTail.ts'
import { portableExp } from './portableExp.ts'

/** Idea: for whole df the tail is a finite sum of positive terms, so even 1e-300 keeps its relative precision.
 * Formula, y = x/2: even df e^−y Σ_{i<df/2} yⁱ/i!; odd df erfc(√y) + e^−y Σ_{i<(df−1)/2} y^{i+½}/Γ(i + 3/2).
 * Source: NIST DLMF 8.4.10, 8.4.16. Error: within 150 ulp for df ≤ 300 and x ≤ 4 df; farther out e^−y alone loses more, relative 1e-12.
 * Edge policy: x ≤ 0 gives 1, ∞ gives 0, NaN or a df that is not a positive whole number gives NaN. O(df).
 * Example: `chiSquareSurvival(3.841458820694124, 1)` is 0.05. */
export function chiSquareSurvival(x: number, df: number): number {
  if (Number.isNaN(x) || !Number.isInteger(df) || df < 1) return NaN
  if (x <= 0) return 1
  if (x === Infinity) return 0
  const y = x / 2
  const odd = df % 2 === 1
  const terms = odd ? (df - 1) / 2 : df / 2
  // Γ(3/2) = √π/2 starts the odd series at y^½/Γ(3/2).
  let term = odd ? (2 * Math.sqrt(y)) / Math.sqrt(Math.PI) : 1
  let sum = 0
  let lifted = 0
  for (let i = 0; i < terms; i++) {
    sum += term
    term *= y / (i + (odd ? 1.5 : 1))
    if (term > 1e250) {
      term /= 1e250
      sum /= 1e250
      lifted += 1
    }
  }
  // Far out e^−y alone would vanish before it meets the sum, so the two meet as logarithms.
  const near = lifted === 0 && y < 700
  const series = sum === 0 ? 0 : near ? portableExp(-y) * sum : portableExp(ln(sum) + lifted * 250 * Math.LN10 - y)
  return Math.min(1, odd ? 2 * normalTail(Math.sqrt(x)) + series : series)
}
