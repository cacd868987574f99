/** Relative range 相对极差: (max − min)/μ, μ weighted when weights are given. Domain: μ > 0, else null.
 * O(n). Example: `relativeRange([1, 2, 3])` is 1. */
import type { Column } from '../numeric/column.ts'
import { columnOf } from '../numeric/column.ts'
import { measured, without } from '../numeric/measure.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'

export function relativeRange(values: Values | Column, weights?: Weights): Measure {
  const column = columnOf(values, weights)
  const reason = outsideDomain(column, 'positive-mean')
  return reason === undefined ? measured((column.max - column.min) / column.mean) : without(reason)
}
