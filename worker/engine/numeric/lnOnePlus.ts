/** ln(1 + y) without losing digits near y = 0, the same bits in every engine: 2 atanh(y/(2 + y)) near 0, `ln` beyond.
 * Error: within 4.5 ulp. Domain: y > −1. Example: `lnOnePlus(1e-20)` is 1e-20. */
import { ln } from './ln.ts'

export function lnOnePlus(y: number): number {
  if (!(Math.abs(y) < 0.25)) return ln(1 + y)
  const s = y / (2 + y)
  const square = s * s
  let power = s
  let total = s
  for (let k = 3; k < 40; k += 2) {
    power *= square
    const next = total + power / k
    if (next === total) break
    total = next
  }
  return 2 * total
}
