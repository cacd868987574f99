/**
 * σ-convergence: does the dispersion among areas shrink over the periods?
 *
 * Idea: take any dispersion index's series (CV, Gini, Theil …) and test its trend with Mann–Kendall and Sen's slope;
 * converging means falling beyond chance at level α by the exact test. Source: Barro and Sala-i-Martin 1992 for the
 * notion; see mannKendall. Edge policy: missing periods are left out; fewer than 5 values leave the verdict null (no p
 * below 5 % exists), fewer than 3 the trend too; α must lie in (0, 1). `relativeChange` is null when the first value is 0 or the quotient overflows. Complexity: O(n² log n).
 *
 * @example sigmaConvergence([0.4, 0.35, 0.3, 0.28, 0.22]).verdict // 'converging'
 */
import { EngineInputError } from '../types.ts'
import type { Values } from '../types.ts'
import { FEWEST_TESTED, mannKendall } from './mannKendall.ts'
import type { TrendOutcome } from './mannKendall.ts'
import { presentValues } from './presentValues.ts'

export interface SigmaConvergence {
  readonly first: number | null
  readonly last: number | null
  readonly change: number | null
  readonly relativeChange: number | null
  readonly trend: TrendOutcome
  readonly verdict: 'converging' | 'diverging' | 'no-trend' | null
}

export function sigmaConvergence(series: Values, options: { readonly alpha?: number } = {}): SigmaConvergence {
  const { alpha = 0.05 } = options
  if (!(alpha > 0 && alpha < 1)) {
    throw new EngineInputError([{ path: 'alpha', code: 'bad-alpha', message: 'alpha lies between 0 and 1' }])
  }
  const { values } = presentValues(series, 'series')
  const first = values[0] ?? null
  const last = values[values.length - 1] ?? null
  const trend = mannKendall(series)
  const change = first === null || last === null ? null : finite(last - first)
  const relativeChange = change === null || first === null || first === 0 ? null : finite(change / Math.abs(first))
  return { first, last, change, relativeChange, trend, verdict: verdictOf(trend, alpha) }
}

function verdictOf(trend: TrendOutcome, alpha: number): SigmaConvergence['verdict'] {
  if (trend.S === null || trend.n < FEWEST_TESTED) return null
  if ((trend.exactP ?? trend.p) > alpha) return 'no-trend'
  return trend.S < 0 ? 'converging' : 'diverging'
}

function finite(x: number): number | null {
  return Number.isFinite(x) ? x : null
}
