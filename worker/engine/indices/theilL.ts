/** Theil's L, the mean log deviation 平均对数离差: as Theil's T, but weighted by the population shares, so it looks at
 * the areas that have little. Formula: Σ p ln(μ/x). Source: Theil (1967); R ineq `Theil` 1.
 * Domain: x > 0 (one zero would make it infinite), else null. O(n). Example: `theilL([1, 3])` ≈ 0.14384104. */
import type { Column } from '../numeric/column.ts'
import { columnOf } from '../numeric/column.ts'
import { divergence } from '../numeric/divergence.ts'
import { measured, without } from '../numeric/measure.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'

export function theilL(values: Values | Column, weights?: Weights): Measure {
  const column = columnOf(values, weights)
  const reason = outsideDomain(column, 'positive')
  return reason === undefined ? measured(divergence(column, 0)) : without(reason)
}
