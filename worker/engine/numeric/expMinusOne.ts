/** e^y − 1 without losing digits near y = 0, the same bits in every engine. Series Σ y^k/k! near 0, `portableExp` beyond.
 * Error: within 4.5 ulp. Edge policy: as Math.expm1 (overflow to Infinity). Example: `expMinusOne(1e-20)` is 1e-20. */
import { portableExp } from './portableExp.ts'

export function expMinusOne(y: number): number {
  if (!(Math.abs(y) < 0.3)) return portableExp(y) - 1
  let term = y
  let total = y
  for (let k = 2; k < 30; k++) {
    term *= y / k
    const next = total + term
    if (next === total) break
    total = next
  }
  return total
}
