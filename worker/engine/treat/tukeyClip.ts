/** Clips one column in place at Tukey's fences. */

export interface TukeyClipped {
  readonly points: readonly { readonly at: number; readonly high: boolean }[]
  /** null when fewer than 4 values are there to judge by. */
  readonly fences: readonly [number, number] | null
}

/** Formula: fences Q₁ − k·IQR and Q₃ + k·IQR with type-7 quartiles (k = 1.5); what lies outside is set to the fence.
 * Source: Tukey, Exploratory Data Analysis (1977). Edge policy: missing cells are skipped; fewer than 4 values are left
 * alone; with IQR = 0 everything apart from the middle value is outside, so the column is left alone too. O(n log n).
 * Example: 1, 2, 3, 4, 100 becomes 1, 2, 3, 4, 7. */
export function tukeyClip(x: Float64Array, start: number, n: number, k = 1.5): TukeyClipped {
  const sorted = x.slice(start, start + n).filter((value) => !Number.isNaN(value))
  if (sorted.length < 4) return { points: [], fences: null }
  sorted.sort()
  const q1 = quantile(sorted, 0.25)
  const q3 = quantile(sorted, 0.75)
  const range = q3 - q1
  const low = q1 - k * range
  const high = q3 + k * range
  if (!(range > 0) || !Number.isFinite(high - low)) return { points: [], fences: null }
  const points: { at: number; high: boolean }[] = []
  for (let i = 0; i < n; i++) {
    const value = x[start + i]
    if (value > high) x[start + i] = high
    else if (value < low) x[start + i] = low
    else continue
    points.push({ at: i, high: value > high })
  }
  return { points, fences: [low, high] }
}

function quantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p
  const below = Math.floor(at)
  const a = sorted[below]
  const b = sorted[Math.min(below + 1, sorted.length - 1)]
  return a + (at - below) * (b - a)
}
