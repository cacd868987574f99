/** How many of the first `count` ascending values lie below x, or are at most x. */

/** Idea: binary search for the boundary. Edge policy: count 0 gives 0; x must not be NaN. O(log count).
 * Example: in 1, 2, 2, 5 there are 1 below 2, and 3 at most 2. */
export function countBelow(sorted: Float64Array, count: number, x: number, orEqual: boolean): number {
  let lo = 0
  let hi = count
  while (lo < hi) {
    const mid = (lo + hi) >>> 1
    const value = sorted[mid]
    if (value < x || (orEqual && value === x)) lo = mid + 1
    else hi = mid
  }
  return lo
}
