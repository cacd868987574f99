/** Range 极差: max − min, in the unit of the data; areas of weight 0 do not count. Domain: any values, at least two
 * areas; a difference beyond the doubles is null with reason `overflow`. O(n). Example: `range([2, 5, 3])` is 3. */
import type { Column } from '../numeric/column.ts'
import { columnOf } from '../numeric/column.ts'
import { measured, without } from '../numeric/measure.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'

export function range(values: Values | Column, weights?: Weights): Measure {
  const column = columnOf(values, weights)
  const reason = outsideDomain(column, 'any')
  return reason === undefined ? measured((column.max - column.min) * column.unit) : without(reason)
}
