/** D (difference) and R (ratio), the two measures that use two groups only.
 * Ordered groups: most against least advantaged, in the direction that makes a gap positive when the advantaged do better
 * (favourable: last − first; adverse: first − last). Unordered with a reference: how far the worst group lies from the
 * reference (favourable: reference − smallest; adverse: largest − reference). Unordered without: largest against smallest.
 * Source: WHO healthequal `d`, `r`. Edge policy: R needs values ≥ 0 and a divisor > 0; a reference group without a value
 * gives null (`missing-group`), never another pair. O(n). Example: 90 and 60 → D 30, R 1.5. */
import { measured, without } from '../numeric/measure.ts'
import type { GroupMeasures } from './groups.types.ts'
import type { GroupTable } from './groupTable.ts'

export function simpleGaps(table: GroupTable): GroupMeasures {
  const pair = pairOf(table)
  if (pair === undefined) return { D: without('missing-group'), R: without('missing-group') }
  const [over, under] = pair
  const R =
    over < 0 || under < 0 ? without('negative-value') : under === 0 ? without('zero-divisor') : measured(over / under)
  return { D: measured(over - under), R }
}

function pairOf(table: GroupTable): readonly [over: number, under: number] | undefined {
  const { y, min, max, ordered, favourable, reference } = table
  const first = y[0] as number
  const last = y[y.length - 1] as number
  if (ordered) return favourable ? [last, first] : [first, last]
  if (!table.referenceNamed) return [max, min]
  if (reference === undefined) return undefined
  const point = y[reference] as number
  return favourable ? [point, min] : [max, point]
}
