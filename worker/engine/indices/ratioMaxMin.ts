/** Ratio of the extremes 极值比: max/min, areas of weight 0 not counting. Domain: x ≥ 0 (a ratio of signs means nothing)
 * and min > 0, else null with `negative-value` or `zero-divisor`. O(n). Example: `ratioMaxMin([2, 5, 4])` is 2.5. */
import type { Column } from '../numeric/column.ts'
import { columnOf } from '../numeric/column.ts'
import { measured, without } from '../numeric/measure.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'

export function ratioMaxMin(values: Values | Column, weights?: Weights): Measure {
  const column = columnOf(values, weights)
  const reason = outsideDomain(column, 'any')
  if (reason !== undefined) return without(reason)
  if (column.hasNegative) return without('negative-value')
  return column.min === 0 ? without('zero-divisor') : measured(column.max / column.min)
}
