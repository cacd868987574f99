/** Generalised entropy GE(α) 广义熵: one family, where a small α looks at the bottom and a large α at the top.
 * Formula: Σ p [(x/μ)^α − 1]/(α(α − 1)); α = 1 is Theil's T, α = 0 Theil's L, α = 2 half the squared CV.
 * Source: Shorrocks (1980); R IC2 `calcGEI`. Domain: x ≥ 0 and μ > 0 for α > 0, x > 0 for α ≤ 0, else null;
 * a power beyond the doubles is null with reason `overflow`. O(n). Example: `ge([1, 3], undefined, { alpha: 2 })` is 0.125. */
import type { Column } from '../numeric/column.ts'
import { columnOf } from '../numeric/column.ts'
import { divergence } from '../numeric/divergence.ts'
import { measured, without } from '../numeric/measure.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'

export interface GeOptions {
  /** Any finite number. Default 2. */
  readonly alpha?: number
}

export function ge(values: Values | Column, weights?: Weights, options: GeOptions = {}): Measure {
  const alpha = options.alpha ?? 2
  const column = columnOf(values, weights)
  const reason = outsideDomain(column, alpha > 0 ? 'non-negative' : 'positive')
  return reason === undefined ? measured(divergence(column, alpha)) : without(reason)
}
