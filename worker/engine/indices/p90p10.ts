/** Decile ratio P90/P10 分位数比: the value nine tenths stay under, over the value one tenth stays under.
 * Formula: Q(0.9)/Q(0.1), quantiles as numeric/quantile.ts (type 7; weighted type 1). Source: OECD, income inequality
 * ratios. Domain: x ≥ 0, Q(0.1) > 0, else null. O(n log n) at worst. Example: `p90p10([8.35, 6.54])` ≈ 1.21544413. */
import type { Column } from '../numeric/column.ts'
import { columnOf } from '../numeric/column.ts'
import { measured, without } from '../numeric/measure.ts'
import { quantiles } from '../numeric/quantile.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'

export function p90p10(values: Values | Column, weights?: Weights): Measure {
  const column = columnOf(values, weights)
  const reason = outsideDomain(column, 'any')
  if (reason !== undefined) return without(reason)
  if (column.hasNegative) return without('negative-value')
  const [low = 0, high = 0] = quantiles(column, [0.1, 0.9])
  return low > 0 ? measured(high / low) : without('zero-divisor')
}
