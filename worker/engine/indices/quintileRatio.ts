/** Quintile share ratio S80/S20 五等分比: what the top fifth holds over what the bottom fifth holds.
 * Formula: Σ p x over x > Q(0.8), divided by Σ p x over x ≤ Q(0.2), quantiles as numeric/quantile.ts (type 7; weighted
 * type 1). When ties leave nothing above Q(0.8), the values equal to it are the top. Source: Eurostat's S80/S20; R laeken
 * `qsr`. Domain: x ≥ 0, a bottom above 0, else null. O(n log n) at worst. Example: over 1 … 10 it is (9 + 10)/(1 + 2). */
import type { Column } from '../numeric/column.ts'
import { columnOf } from '../numeric/column.ts'
import { measured, without } from '../numeric/measure.ts'
import { tailRatio } from '../numeric/tailRatio.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'

export function quintileRatio(values: Values | Column, weights?: Weights): Measure {
  const column = columnOf(values, weights)
  const reason = outsideDomain(column, 'any')
  if (reason !== undefined) return without(reason)
  if (column.hasNegative) return without('negative-value')
  const ratio = tailRatio(column, 0.2, 0.8)
  return ratio === undefined ? without('zero-divisor') : measured(ratio)
}
