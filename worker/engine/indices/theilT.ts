/** Theil's T 泰尔指数: how far the shares of the total are from the shares of population, weighted by the value shares.
 * Formula: Σ p (x/μ) ln(x/μ), natural log, 0 ln 0 = 0. Source: Theil (1967); R ineq `Theil` 0; PySAL `Theil`.
 * Domain: x ≥ 0, μ > 0, else null. A zero stays in (R's ineq and dineq delete it and get a smaller number).
 * O(n). Example: `theilT([0, 1])` is ln 2. */
import type { Column } from '../numeric/column.ts'
import { columnOf } from '../numeric/column.ts'
import { divergence } from '../numeric/divergence.ts'
import { measured, without } from '../numeric/measure.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'

export function theilT(values: Values | Column, weights?: Weights): Measure {
  const column = columnOf(values, weights)
  const reason = outsideDomain(column, 'non-negative')
  return reason === undefined ? measured(divergence(column, 1)) : without(reason)
}
