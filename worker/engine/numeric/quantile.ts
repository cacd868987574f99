/** Quantiles of ascending values. Without weights type 7 (linear between the order statistics at (n − 1)q, as R, numpy
 * and Excel default to); with weights type 1, the inverse of the weighted distribution: the smallest value whose
 * cumulative weight reaches the share q, which stays the same when an area is split into equal parts.
 * Source: Hyndman and Fan, "Sample quantiles in statistical packages" (1996). O(1) unweighted, O(n) weighted.
 * Surprise: a cumulative weight within 1e-12 of the share counts as having reached it, so that rounding decides nothing. */
import type { Sorted } from './sortAscending.ts'

const TOUCH = 1e-12
/** 0.1 × 70 is 7.000000000000001: a position this close to an area is that area. */
const SNAP = 1e-9

/** q in [0, 1]; at least one value. Example: type 7 of [1, 2, 3, 4] at 0.25 is 1.75. */
export function quantile({ x, w }: Sorted, q: number): number {
  const n = x.length
  if (w === undefined) {
    const rounded = Math.round((n - 1) * q)
    const at = Math.abs((n - 1) * q - rounded) < SNAP ? rounded : (n - 1) * q
    const below = Math.floor(at)
    const low = x[below] as number
    const high = x[Math.min(below + 1, n - 1)] as number
    return low + (high - low) * (at - below)
  }
  let all = 0
  for (let i = 0; i < n; i++) all += w[i] as number
  const share = q * all - TOUCH * all
  let reached = 0
  for (let i = 0; i < n; i++) {
    reached += w[i] as number
    if (reached >= share) return x[i] as number
  }
  return x[n - 1] as number
}
