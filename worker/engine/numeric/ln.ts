/** Natural logarithm of any positive double, the same bits in every JavaScript engine; see lnNormal.ts for how.
 * Error: within 2.5 ulp where |ln x| ≥ 2⁻⁷, below that 2⁻⁵⁸ at most.
 * Edge policy: for finite positive x only (subnormals included); callers check the domain. O(1). `ln(1)` is exactly 0. */
import { lnNormal } from './lnNormal.ts'

const SMALLEST_NORMAL = 2.2250738585072014e-308
const LIFT = 18014398509481984 // 2^54
const LN_LIFT = 37.42994775023705

export function ln(x: number): number {
  return x < SMALLEST_NORMAL ? lnNormal(x * LIFT) - LN_LIFT : lnNormal(x)
}
