/** D (difference) and R (ratio), the two measures that use two groups only.
 * Ordered groups: most against least advantaged, in the direction that makes a gap positive when the advantaged do better
 * (favourable: last − first; adverse: first − last). Unordered: largest against smallest, whatever the direction.
 * Source: WHO healthequal `d`, `r`. Edge policy: R needs values ≥ 0 and a divisor > 0. O(n). Example: 90 and 60 → D 30, R 1.5. */
import { measured, without } from '../numeric/measure.ts'
import type { GroupMeasures } from './groups.types.ts'
import type { GroupTable } from './groupTable.ts'

export function simpleGaps({ y, min, max, ordered, favourable }: GroupTable): GroupMeasures {
  const first = y[0] as number
  const last = y[y.length - 1] as number
  const [over, under] = !ordered ? [max, min] : favourable ? [last, first] : [first, last]
  const R =
    over < 0 || under < 0 ? without('negative-value') : under === 0 ? without('zero-divisor') : measured(over / under)
  return { D: measured(over - under), R }
}
