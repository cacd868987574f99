/** Urban–rural gap 城乡差: the weighted mean of the urban areas minus that of the rural ones, in the unit of the data.
 * Labels as urbanRural.ts. Domain: any values, both sides present (`missing-group`), else null. O(n).
 * Example: `urbanRuralGap([6, 2, 4], ['urban', 'rural', 'rural'])` is 3. */
import { Column } from '../numeric/column.ts'
import { measured, without } from '../numeric/measure.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'
import { urbanRuralMeans } from './urbanRural.ts'

export function urbanRuralGap(values: Values, groups: readonly string[], weights?: Weights): Measure {
  const column = new Column(values, weights)
  const reason = outsideDomain(column, 'any')
  if (reason !== undefined) return without(reason)
  const means = urbanRuralMeans(values, groups, weights)
  return 'reason' in means ? without(means.reason) : measured(means.urban - means.rural)
}
