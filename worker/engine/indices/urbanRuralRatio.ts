/** Urban–rural ratio 城乡比: the weighted mean of the urban areas over that of the rural ones; labels as urbanRural.ts.
 * Domain: both sides present (`missing-group`), no negative value, rural mean > 0 (`zero-divisor`), else null. O(n).
 * Example: `urbanRuralRatio([6, 2, 4], ['urban', 'rural', 'rural'])` is 2. */
import { Column } from '../numeric/column.ts'
import { measured, without } from '../numeric/measure.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'
import { urbanRuralMeans } from './urbanRural.ts'

export function urbanRuralRatio(values: Values, groups: readonly string[], weights?: Weights): Measure {
  const column = new Column(values, weights)
  const reason = outsideDomain(column, 'any')
  if (reason !== undefined) return without(reason)
  const means = urbanRuralMeans(values, groups, weights)
  if ('reason' in means) return without(means.reason)
  if (means.urban < 0 || means.rural < 0) return without('negative-value')
  return means.rural > 0 ? measured(means.urban / means.rural) : without('zero-divisor')
}
