/** Palma ratio 帕尔玛比值: what the top tenth holds over what the bottom four tenths hold.
 * Formula: Σ p x over x > Q(0.9), divided by Σ p x over x ≤ Q(0.4), quantiles as numeric/quantile.ts (type 7; weighted
 * type 1). When ties leave nothing above Q(0.9), the values equal to it are the top.
 * Source: Cobham and Sumner (2013), after Palma (2011). Domain: x ≥ 0, a bottom above 0, else null. O(n log n) at worst.
 * Example: `palma([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])` is 10/(1 + 2 + 3 + 4) = 1. */
import type { Column } from '../numeric/column.ts'
import { columnOf } from '../numeric/column.ts'
import { measured, without } from '../numeric/measure.ts'
import { tailRatio } from '../numeric/tailRatio.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'

export function palma(values: Values | Column, weights?: Weights): Measure {
  const column = columnOf(values, weights)
  const reason = outsideDomain(column, 'any')
  if (reason !== undefined) return without(reason)
  if (column.hasNegative) return without('negative-value')
  const ratio = tailRatio(column, 0.4, 0.9)
  return ratio === undefined ? without('zero-divisor') : measured(ratio)
}
