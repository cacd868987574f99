/** The largest I that an indicator's dispersion can take with n areas that count alike, on its own scale: what a degree of 0 would need.
 *
 * Formulas: ratio scale: one area holds everything, CV √(n − 1), Gini 1 − 1/n (indexMaximum). Bounded scale: as near as n allows to
 * half the areas at either end, k = ⌊n/2⌋: CV family 2√(k(n − k))/n, Gini family 4k(n − k)/n²; both 1 for even n.
 * Edge policy: fewer than 2 areas: null. O(1). Example: `equalityMaximum({ kind: 'bounded', low: 0, high: 100 }, 'cv', 3)` is 0.943. */
import { indexMaximum } from '../indices/indexMaximum.ts'
import type { EqualityFamily, MeasuringScale } from './indicatorEquality.ts'

export function equalityMaximum(scale: MeasuringScale, family: EqualityFamily, n: number): number | null {
  if (n < 2) return null
  if (scale.kind === 'ratio') return indexMaximum(family, n)
  const low = Math.floor(n / 2)
  const product = low * (n - low)
  return family === 'cv' ? (2 * Math.sqrt(product)) / n : (4 * product) / (n * n)
}
