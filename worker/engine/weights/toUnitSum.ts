/** Non-negative numbers → shares of their sum. */
import { sum } from '../numeric/sum.ts'

/** Formula: w_j/Σw. Edge policy: a sum of 0 (nothing to share by) gives zeros, which the caller must refuse or replace;
 * a single number above 0 gives 1. O(n). Example: 1, 3 becomes 0.25, 0.75. */
export function toUnitSum(raw: ArrayLike<number>): Float64Array {
  const total = sum(raw)
  return Float64Array.from(raw, (w) => (total > 0 ? w / total : 0))
}
