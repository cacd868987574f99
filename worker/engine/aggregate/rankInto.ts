/** Ranks of a column of scores, 1 = highest. Ties are judged at 12 significant digits of the column's largest score, so a
 * difference in the last bits, which the order of siblings could cause, makes no rank. */

/** Idea: scores are put on an integer grid of 2⁴⁰ steps up to the largest, sorted, and looked up. Rank = 1 + areas that are
 * strictly higher (ties share the smallest rank, as COINr); missing scores get 0 and count for nobody.
 * `scratch` is Float64Array(n); ranks go to out[outStart …]. No allocation. O(n log n).
 * Example: scores 70, –, 90, 70 rank 2, 0, 1, 2. */
export function rankInto(
  scores: Float64Array,
  start: number,
  n: number,
  scratch: Float64Array,
  out: Int32Array | Float64Array,
  outStart = 0,
): void {
  let largest = 0
  for (let i = start; i < start + n; i++) {
    const size = Math.abs(scores[i])
    if (size > largest) largest = size
  }
  const grid = gridOf(largest)
  let count = 0
  for (let i = 0; i < n; i++) {
    const score = scores[start + i]
    if (Number.isNaN(score)) scratch[i] = Infinity
    else {
      scratch[i] = Math.round(score * grid)
      count++
    }
  }
  scratch.sort()
  for (let i = 0; i < n; i++) {
    const score = scores[start + i]
    out[outStart + i] = Number.isNaN(score) ? 0 : count - atMost(scratch, count, Math.round(score * grid)) + 1
  }
}

/** Power of two that takes the largest score into [2³⁹, 2⁴⁰); 1 for a column of zeros. */
function gridOf(largest: number): number {
  if (!(largest > 0) || largest === Infinity) return 1
  let grid = 1
  while (largest * grid >= 2 ** 40) grid /= 2
  while (largest * grid < 2 ** 39 && grid < 2 ** 1000) grid *= 2
  return grid
}

function atMost(sorted: Float64Array, count: number, x: number): number {
  let lo = 0
  let hi = count
  while (lo < hi) {
    const mid = (lo + hi) >>> 1
    if (sorted[mid] <= x) lo = mid + 1
    else hi = mid
  }
  return lo
}
