/** Kendall's coefficient of concordance: do the experts agree on the order of the items? */
import type { KendallResult } from '../composite.types.ts'
import { countBelow } from '../normalise/countBelow.ts'
import { chiSquareSurvival } from '../numeric/chiSquareSurvival.ts'
import { CompensatedSum } from '../numeric/sum.ts'

/** Formula, m experts ranking n items with average ranks: W = 12 S/(m²(n³ − n) − m Σ(t³ − t)), S = Σ(R_j − R̄)²;
 * χ² = m(n − 1)W on n − 1 degrees of freedom. Source: Kendall and Babington Smith (1939); `irr::kendall`.
 * Edge policy: fewer than 2 items, or no expert who distinguishes any → nulls. Without `tieCorrected` the tie term is
 * left out. O(m n log n). Example: three experts with the same order have W = 1. */
export function kendallW(ratings: readonly (readonly number[])[], tieCorrected = true): KendallResult {
  const m = ratings.length
  const n = ratings[0]?.length ?? 0
  const df = Math.max(0, n - 1)
  const totals = new Float64Array(n)
  let ties = 0
  for (const row of ratings) {
    const sorted = Float64Array.from(row, (x) => x + 0).sort()
    row.forEach((x, j) => {
      const below = countBelow(sorted, n, x, false)
      const upTo = countBelow(sorted, n, x, true)
      const tied = upTo - below
      totals[j] = (totals[j] as number) + (below + upTo + 1) / 2
      // Each of the t tied items adds t² − 1, together t³ − t.
      ties += tied * tied - 1
    })
  }
  const centre = (m * (n + 1)) / 2
  const s = new CompensatedSum()
  for (const total of totals) s.add((total - centre) * (total - centre))
  const denominator = m * m * (n * n * n - n) - m * ties
  if (n < 2 || m === 0 || denominator <= 0) return { kendallW: null, chi2: null, df, p: null }
  const w = (12 * s.value) / (tieCorrected ? denominator : m * m * (n * n * n - n))
  const chi2 = m * (n - 1) * w
  return { kendallW: w, chi2, df, p: chiSquareSurvival(chi2, df) }
}
