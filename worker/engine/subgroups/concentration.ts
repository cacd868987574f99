/** ACI and RCI, absolute and relative concentration index: does the indicator gather at one end of the social order.
 * Formulas: ACI = 2 Σ p (y − μ)(r − ½), in the unit of the indicator; RCI = ACI/μ, not ×100; r mid-point rank, 0 = most
 * disadvantaged. Source: WHO healthequal `aci`, `rci`; Kakwani, Wagstaff and van Doorslaer (1997).
 * Edge policy: RCI needs μ > 0. O(n). Positive = the better-off have more. */
import { measured, without } from '../numeric/measure.ts'
import type { GroupMeasures } from './groups.types.ts'
import type { GroupTable } from './groupTable.ts'
import type { SocialRank } from './socialRank.ts'

export function concentration({ mean }: GroupTable, { covariance }: SocialRank): GroupMeasures {
  return {
    ACI: measured(2 * covariance),
    RCI: mean > 0 ? measured((2 * covariance) / mean) : without('non-positive-mean'),
  }
}
