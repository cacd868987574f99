/** Hoover's index 胡佛指数 (Robin Hood, Ricci–Schutz, Pietra): the share of the total that would have to move for all
 * to be equal. Formula: ½ Σ p |x − μ|/μ. Source: Hoover (1936); R ineq `RS`.
 * Domain: x ≥ 0, μ > 0, else null. O(n). Example: `hoover([1, 3])` is 0.25. */
import type { Column } from '../numeric/column.ts'
import { columnOf } from '../numeric/column.ts'
import { meanAbsoluteDeviation } from '../numeric/deviations.ts'
import { measured, without } from '../numeric/measure.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'

export function hoover(values: Values | Column, weights?: Weights): Measure {
  const column = columnOf(values, weights)
  const reason = outsideDomain(column, 'non-negative')
  return reason === undefined ? measured(meanAbsoluteDeviation(column) / column.mean / 2) : without(reason)
}
