/** Combines two sets of weights, say experts' and the data's. */
import { toUnitSum } from './toUnitSum.ts'

/** Formula: multiplicative a_j b_j/Σ a b; convex α a + (1 − α) b, both of a and b first normalised to sum 1.
 * Source: docs/methods.md §2. Edge policy: no j with both above 0 makes the multiplicative rule undefined → zeros, which the
 * caller refuses. O(n). Example: (0.5, 0.5) and (0.2, 0.8), convex with α = 0.5, give (0.35, 0.65). */
export function combineWeights(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  rule: 'multiplicative' | 'convex',
  alpha = 0.5,
): Float64Array {
  const first = toUnitSum(a)
  const second = toUnitSum(b)
  return rule === 'convex'
    ? first.map((x, j) => alpha * x + (1 - alpha) * (second[j] as number))
    : toUnitSum(first.map((x, j) => x * (second[j] as number)))
}
