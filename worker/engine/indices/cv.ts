/** Coefficient of variation 变异系数, the dispersion measure the field uses first; weighted by population it is
 * Williamson's index.
 * Idea: the standard deviation as a share of the mean. Formula: √(Σ p (x − μ)²)/μ; `sample: true` multiplies the
 * variance by n/(n − 1), n = areas that carry weight. Source: Williamson (1965); R ineq `var.coeff` (population form).
 * Domain: μ > 0, else null. O(n). Example: `cv([8.35, 6.54])` ≈ 0.12155809. */
import type { Column } from '../numeric/column.ts'
import { columnOf } from '../numeric/column.ts'
import { meanSquaredDeviation } from '../numeric/deviations.ts'
import { measured, without } from '../numeric/measure.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'

export interface CvOptions {
  /** Divide by n − 1 instead of n. Default false. With n = 3 the two differ by √1.5. */
  readonly sample?: boolean
}

export function cv(values: Values | Column, weights?: Weights, options: CvOptions = {}): Measure {
  const column = columnOf(values, weights)
  const reason = outsideDomain(column, 'positive-mean')
  if (reason !== undefined) return without(reason)
  const n = column.x.length
  const correction = options.sample === true ? n / (n - 1) : 1
  return measured(Math.sqrt(meanSquaredDeviation(column) * correction) / column.mean)
}
