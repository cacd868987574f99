/** Weights from the first principal component of the correlation matrix of directed columns. */
import { sum } from '../numeric/sum.ts'
import { symmetricEigen } from '../numeric/symmetricEigen.ts'
import { correlationMatrix } from './correlationMatrix.ts'
import { toUnitSum } from './toUnitSum.ts'

export interface PcaWeights {
  readonly weights: Float64Array
  /** Unit eigenvector with positive sum; 0 for a constant column. */
  readonly loading: Float64Array
  readonly eigenvalue: number
  /** Eigenvalue over the number of varying columns. */
  readonly explained: number
  /** The two largest eigenvalues agree to 1e-9, so the component is one of many. */
  readonly ambiguous: boolean
}

/** Formula: R v = λ v with the largest λ; w = v² (Σv² = 1), or |v|/Σ|v| with `absolute`. Source: OECD/JRC Handbook step 6
 * (squared loadings). Edge policy: constant columns stand outside and get 0; correlations are pairwise complete, an
 * undefined one counts as 0; nothing varies → all 0. O(m² n + m³).
 * Example: two columns with r = 0.5 get 0.5 each, eigenvalue 1.5. */
export function pcaWeights(columns: readonly Float64Array[], absolute = false): PcaWeights {
  const m = columns.length
  const r = correlationMatrix(columns)
  const varying = columns.map((_, j) => j).filter((j) => !Number.isNaN(r[j * m + j] as number))
  const p = varying.length
  const loading = new Float64Array(m)
  if (p === 0) return { weights: new Float64Array(m), loading, eigenvalue: 0, explained: 0, ambiguous: false }
  const inner = new Float64Array(p * p)
  varying.forEach((j, a) => varying.forEach((k, b) => (inner[a * p + b] = (r[j * m + k] as number) || 0)))
  const { values, vectors } = symmetricEigen(inner, p)
  const first = vectors[0] as Float64Array
  const flip = sum(first) < 0 ? -1 : 1
  varying.forEach((j, a) => (loading[j] = flip * (first[a] as number)))
  const eigenvalue = values[0] as number
  return {
    weights: toUnitSum(loading.map((v) => (absolute ? Math.abs(v) : v * v))),
    loading,
    eigenvalue,
    explained: eigenvalue / p,
    ambiguous: p > 1 && eigenvalue - (values[1] as number) <= 1e-9 * eigenvalue,
  }
}
