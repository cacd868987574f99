/** SII and RII, slope and relative index of inequality: a straight line fitted over all groups, so the middle counts too.
 * Formulas: least squares of y on the mid-point rank, weighted by population; SII = line at rank 1 − line at rank 0,
 * RII = line at 1 / line at 0. Source: WHO healthequal `sii`, `rii` with `linear=TRUE` (its default is logit, with weights
 * that work out as population²). Edge policy: all people in one group → `constant`; a line at 0 that is not above 0 makes
 * the ratio meaningless → `zero-divisor`. O(n). */
import { measured, without } from '../numeric/measure.ts'
import type { GroupMeasures } from './groups.types.ts'
import type { GroupTable } from './groupTable.ts'
import type { SocialRank } from './socialRank.ts'

export function slope({ mean }: GroupTable, { covariance, variance }: SocialRank): GroupMeasures {
  if (!(variance > 0)) return { SII: without('constant'), RII: without('constant') }
  const rise = covariance / variance
  const bottom = mean - rise / 2
  return { SII: measured(rise), RII: bottom > 0 ? measured((mean + rise / 2) / bottom) : without('zero-divisor') }
}
