/** The largest value an unweighted index can take with n areas: one area holds everything. A Gini of 0.6 among three cities is
 * nearly all there can be, so every dispersion is printed with n and this beside it (docs/methods.md §9).
 * Formulas (x ≥ 0): gini, hoover 1 − 1/n; cv √(n − 1); theilT ln n; atkinson (ε = 0.5) 1 − 1/n; relativeRange n. Null where there
 * is no bound (theilL, ratioMaxMin, range). O(1). Example: `indexMaximum('gini', 3)` is 2/3. */
import { ln } from '../numeric/ln.ts'

export function indexMaximum(key: string, n: number): number | null {
  if (n < 2) return null
  if (key === 'gini' || key === 'hoover' || key === 'atkinson') return 1 - 1 / n
  if (key === 'cv') return Math.sqrt(n - 1)
  if (key === 'theilT') return ln(n)
  return key === 'relativeRange' ? n : null
}
