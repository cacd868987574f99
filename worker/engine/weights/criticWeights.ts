/** CRITIC weights: contrast (spread) times conflict (lack of correlation with the rest). */
import { type MeanSd, meanSd } from '../normalise/meanSd.ts'
import { CompensatedSum } from '../numeric/sum.ts'
import { correlationMatrix } from './correlationMatrix.ts'
import { toUnitSum } from './toUnitSum.ts'

/** Formula: C_j = s_j Σ_k (1 − r_jk), w ∝ C; `columns` hold directed u in [0, 1]. Source: Diakoulaki, Mavrotas and
 * Papayannakis (1995). Edge policy: a constant column has s = 0 and weight 0, and its undefined correlations are left out
 * of the others' sums; so is any pair without shared variation. O(m² n).
 * Example: of three columns, two of them equal, the third weighs most. */
export function criticWeights(columns: readonly Float64Array[]): { weights: Float64Array; information: Float64Array } {
  const m = columns.length
  const r = correlationMatrix(columns)
  const fit: MeanSd = { mean: 0, sd: 0 }
  const information = Float64Array.from(columns, (u, j) => {
    meanSd(u, 0, u.length, fit)
    const conflict = new CompensatedSum()
    for (let k = 0; k < m; k++) {
      const rjk = r[j * m + k] as number
      if (!Number.isNaN(rjk)) conflict.add(1 - rjk)
    }
    return fit.sd > 0 ? fit.sd * conflict.value : 0
  })
  return { weights: toUnitSum(information), information }
}
