/** TI and MLD between groups: Theil's T and L of the group estimates, weighted by population, ×1000 as WHO prints them.
 * Source: WHO healthequal `ti`, `mld`. Surprise: a zero stays a zero (0 ln 0 = 0; MLD is null), where the peer puts 1e-6
 * in its place. O(n). */
import { theilL } from '../indices/theilL.ts'
import { theilT } from '../indices/theilT.ts'
import { measured } from '../numeric/measure.ts'
import type { Measure } from '../types.ts'
import type { GroupMeasures } from './groups.types.ts'
import type { GroupTable } from './groupTable.ts'

export function entropies({ weighted }: GroupTable): GroupMeasures {
  return { TI: thousandfold(theilT(weighted)), MLD: thousandfold(theilL(weighted)) }
}

function thousandfold(measure: Measure): Measure {
  return measure.value === null ? measure : measured(measure.value * 1000)
}
