/** SII and RII, slope and relative index of inequality: a line or a curve fitted over all groups, so the middle counts too.
 * Formulas: the fit of y on the mid-point rank, each group weighted once by its population; SII = fit at rank 1 − fit at
 * rank 0, RII = fit at 1 / fit at 0. `linear`: least squares. `logit`: y/scale on a logistic curve (logitFit.ts).
 * Source: WHO healthequal `sii`, `rii`; its own logit weights by population twice, which is not followed.
 * Edge policy: all people in one group → `constant`; a fit at 0 that is not above 0 makes the ratio meaningless →
 * `zero-divisor`. O(n). */
import { measured, without } from '../numeric/measure.ts'
import type { GroupMeasures } from './groups.types.ts'
import type { GroupTable } from './groupTable.ts'
import { logitFit } from './logitFit.ts'
import type { SocialRank } from './socialRank.ts'

export function slope(table: GroupTable, { covariance, variance, ranks, shares }: SocialRank): GroupMeasures {
  if (!(variance > 0)) return { SII: without('constant'), RII: without('constant') }
  if (table.slope === 'logit') {
    const { scale } = table
    const { bottom, top, rise } = logitFit(
      table.y.map((value) => value / scale),
      ranks,
      shares,
    )
    return { SII: measured(scale * rise), RII: bottom > 0 ? measured(top / bottom) : without('zero-divisor') }
  }
  const rise = covariance / variance
  const bottom = table.mean - rise / 2
  return { SII: measured(rise), RII: bottom > 0 ? measured((table.mean + rise / 2) / bottom) : without('zero-divisor') }
}
