/** The median of finite numbers: the middle one, or the mean of the middle two (halved first, so it cannot overflow).
 * Edge policy: an empty list has none and gives NaN, which no caller may let out. Complexity: O(n log n).
 * Example: `median([3, 1, 2, 10])` is 2.5. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? Number.NaN
  if (sorted.length % 2 === 1) return upper
  const lower = sorted[half - 1] ?? Number.NaN
  const total = lower + upper
  return Number.isFinite(total) ? total / 2 : lower / 2 + upper / 2
}
