/** Power of two that brings a column near 1, so that squares and cubes of 1e300 or 1e-300 neither overflow nor vanish. */

/** Idea: dividing by a power of two is exact, so statistics that scale can be taken on the scaled column.
 * Formula: 2^−⌊log₂ max|x|⌋ outside 1e±30 (1 within: fourth powers are safe there). Edge policy: missing (NaN) cells are skipped; a column of zeros or of
 * nothing gives 1. O(n). Example: `scaleDown(Float64Array.of(2 ** 200), 0, 1)` is 2^−200. */
export function scaleDown(x: Float64Array, start: number, n: number): number {
  let largest = 0
  for (let i = start; i < start + n; i++) {
    const size = Math.abs(x[i])
    if (size > largest) largest = size
  }
  if (largest === 0) return 1
  if (largest > 1e-30 && largest < 1e30) return 1
  let power = 1
  let seen = largest
  while (seen >= 2 && power > 2 ** -1000) {
    seen /= 2
    power /= 2
  }
  while (seen < 1 && power < 2 ** 1000) {
    seen *= 2
    power *= 2
  }
  return power
}
