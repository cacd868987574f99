/** The q-quantile of ascending finite numbers, type 7 (linear between order statistics, R's and numpy's default).
 * Edge policy: an empty list has none and gives NaN, which no caller may let out. O(1).
 * Example: `quantile([1, 2, 3, 4], 0.5)` is 2.5. */
export function quantile(sorted: ArrayLike<number>, q: number): number {
  const at = q * (sorted.length - 1)
  const low = Math.floor(at)
  const below = sorted[low] ?? Number.NaN
  const above = sorted[Math.min(low + 1, sorted.length - 1)] ?? Number.NaN
  return below + (at - low) * (above - below)
}
