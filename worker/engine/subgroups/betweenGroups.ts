/** BGV, BGSD, COV: variance between groups, its root, and the root over the mean.
 * Formulas: BGV = Σ p (y − μ)² (population variance, unit squared); BGSD = √BGV; COV = 100 BGSD/μ.
 * Source: WHO healthequal `bgv`, `bgsd`, `covar`. Edge policy: COV needs μ > 0. O(n). */
import { meanSquaredDeviation } from '../numeric/deviations.ts'
import { measured, without } from '../numeric/measure.ts'
import type { GroupMeasures } from './groups.types.ts'
import type { GroupTable } from './groupTable.ts'

export function betweenGroups({ weighted }: GroupTable): GroupMeasures {
  const variance = meanSquaredDeviation(weighted)
  const deviation = Math.sqrt(variance)
  return {
    BGV: measured(variance * weighted.unit * weighted.unit),
    BGSD: measured(deviation * weighted.unit),
    COV: weighted.mean > 0 ? measured((100 * deviation) / weighted.mean) : without('non-positive-mean'),
  }
}
