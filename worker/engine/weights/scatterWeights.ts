/** Weights that pull the areas apart over all periods 纵横向拉开档次法. */
import { CompensatedSum, sum } from '../numeric/sum.ts'
import { symmetricEigen } from '../numeric/symmetricEigen.ts'
import { toUnitSum } from './toUnitSum.ts'

/** Formula: principal eigenvector of H = Σ_t U_tᵀU_t, divided by its sum; `columns` hold u ≥ 0 (not centred) with all
 * periods end to end, which makes H = UᵀU. Source: Guo Yajun (郭亚军, 2002); docs/methods.md §2.
 * Edge policy: a pair of columns uses the rows where both are present, scaled up to all rows; H has no negative entry, so
 * neither has w; all zeros → all 0. O(m² n + m³). Example: one column gets 1. */
export function scatterWeights(columns: readonly Float64Array[]): {
  weights: Float64Array
  eigenvalue: number
  ambiguous: boolean
} {
  const m = columns.length
  const h = new Float64Array(m * m)
  for (let j = 0; j < m; j++)
    for (let k = 0; k <= j; k++) {
      const value = product(columns[j] as Float64Array, columns[k] as Float64Array)
      h[j * m + k] = value
      h[k * m + j] = value
    }
  const { values, vectors } = symmetricEigen(h, m)
  const first = vectors[0] ?? new Float64Array(0)
  const flip = sum(first) < 0 ? -1 : 1
  const eigenvalue = values[0] ?? 0
  if (!(eigenvalue > 0)) return { weights: new Float64Array(m), eigenvalue: 0, ambiguous: false }
  // Rounding can leave −1e-17 where the eigenvector has a 0.
  const weights = toUnitSum(first.map((v) => Math.max(0, flip * v)))
  return { weights, eigenvalue, ambiguous: m > 1 && eigenvalue - (values[1] as number) <= 1e-9 * eigenvalue }
}

function product(x: Float64Array, y: Float64Array): number {
  const total = new CompensatedSum()
  let shared = 0
  for (let i = 0; i < x.length; i++) {
    const value = (x[i] as number) * (y[i] as number)
    if (Number.isNaN(value)) continue
    total.add(value)
    shared++
  }
  return shared === 0 ? 0 : (total.value * x.length) / shared
}
