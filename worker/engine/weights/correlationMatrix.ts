/** Pearson correlations between columns. */
import { type MeanSd, meanSd } from '../normalise/meanSd.ts'
import { weightedSum } from '../numeric/sum.ts'

/** Formula: r = Σ z_j z_k/(n − 1) with z standardised by n − 1. Returns a row-major m × m matrix.
 * Edge policy: a pair uses the rows where both are present; r is NaN when either is constant there or fewer than two rows
 * are shared; the diagonal of a varying column is 1. O(m² n). Example: 1, 2, 3 against 3, 2, 1 is −1. */
export function correlationMatrix(columns: readonly Float64Array[]): Float64Array {
  const m = columns.length
  const matrix = new Float64Array(m * m).fill(NaN)
  const complete = columns.map((x) => !x.some((value) => Number.isNaN(value)))
  const standard = columns.map((x) => standardise(x))
  for (let j = 0; j < m; j++) {
    const zj = standard[j]
    if (zj === null || zj === undefined) continue
    matrix[j * m + j] = 1
    for (let k = 0; k < j; k++) {
      const zk = standard[k]
      if (zk === null || zk === undefined) continue
      const r =
        complete[j] === true && complete[k] === true
          ? weightedSum(zj, zk) / (zj.length - 1)
          : pairwise(columns[j] as Float64Array, columns[k] as Float64Array)
      const clamped = r > 1 ? 1 : r < -1 ? -1 : r
      matrix[j * m + k] = clamped
      matrix[k * m + j] = clamped
    }
  }
  return matrix
}

function standardise(x: Float64Array): Float64Array | null {
  const fit: MeanSd = { mean: 0, sd: 0 }
  meanSd(x, 0, x.length, fit)
  if (!(fit.sd > 0)) return null
  const z = new Float64Array(x.length)
  for (let i = 0; i < z.length; i++) z[i] = ((x[i] as number) - fit.mean) / fit.sd
  return z
}

/** Fills two buffers by a loop: with gaps this is done for every pair of columns, and is nearly all of the work. */
function pairwise(x: Float64Array, y: Float64Array): number {
  const sharedX = new Float64Array(x.length)
  const sharedY = new Float64Array(x.length)
  let count = 0
  for (let i = 0; i < x.length; i++) {
    const a = x[i] as number
    const b = y[i] as number
    if (Number.isNaN(a) || Number.isNaN(b)) continue
    sharedX[count] = a
    sharedY[count++] = b
  }
  const zx = standardise(sharedX.subarray(0, count))
  const zy = standardise(sharedY.subarray(0, count))
  return zx === null || zy === null ? NaN : weightedSum(zx, zy) / (zx.length - 1)
}
