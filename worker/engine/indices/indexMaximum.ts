/** The largest value an unweighted index can take with n areas: one area holds everything. A Gini of 0.6 among three cities is
 * nearly all there can be, so every dispersion is printed with n and this beside it (docs/methods.md §9).
 * Formulas (x ≥ 0) stand in the catalogue; Atkinson's is for ε = 0.5. Null where there is no bound, as for Theil's L. O(1). Example: `indexMaximum('gini', 3)` is 2/3. */
import { factsOf, type IndexKey } from '../indexCatalogue.ts'

export function indexMaximum(key: IndexKey, n: number): number | null {
  return n < 2 ? null : (factsOf(key).maximum?.(n) ?? null)
}
