/** AHP weights from a matrix of pairwise judgements, how consistent they are, and which judgement to look at again. */
import type { AhpResult } from '../composite.types.ts'
import { nearestJudgement } from './nearestJudgement.ts'
import { principalVector } from './principalVector.ts'

/** Saaty's random index by order 1 … 15 (Saaty 1980). */
const RANDOM_INDEX = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]

/** Formula: A w = λmax w, Σw = 1; CI = (λmax − n)/(n − 1); CR = CI/RI, consistent when CR ≤ 0.1. The worst judgement is
 * the (i, j) with the largest ε + 1/ε, ε = a_ij w_j/w_i: n(λmax − n) is the sum of ε + 1/ε − 2 over all pairs.
 * Its suggested value is Harker's (1987): the ratio that the other judgements imply. Source: Saaty (1980, 2003).
 * Edge policy: n ≤ 2 is always consistent (CR 0); n > 15 has no RI, CR null, judged by CI alone against 0.1 of the last RI.
 * The matrix is taken as checked: positive, reciprocal. O(n³ log n). Example: [[1, 2], [0.5, 1]] gives 2/3 and 1/3. */
export function ahpWeights(matrix: readonly (readonly number[])[]): AhpResult {
  const n = matrix.length
  const { vector, lambda } = principalVector(matrix)
  const ci = consistencyIndex(lambda, n)
  const cr = ratio(ci, n)
  return {
    weights: [...vector],
    lambdaMax: lambda,
    ci,
    cr,
    consistent: (cr ?? ci / (RANDOM_INDEX.at(-1) as number)) <= 0.1,
    worst: worstJudgement(matrix, vector),
  }
}

function consistencyIndex(lambda: number, n: number): number {
  return n < 3 ? 0 : Math.max(0, (lambda - n) / (n - 1))
}

function ratio(ci: number, n: number): number | null {
  if (n > RANDOM_INDEX.length) return null
  return n < 3 ? 0 : ci / (RANDOM_INDEX[n - 1] as number)
}

function worstJudgement(matrix: readonly (readonly number[])[], w: Float64Array): AhpResult['worst'] {
  const n = matrix.length
  let row = -1
  let column = -1
  let most = 1e-9
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const error = ((matrix[i]?.[j] as number) * (w[j] as number)) / (w[i] as number)
      const share = error + 1 / error - 2
      if (share <= most * (1 + 1e-9)) continue
      most = share
      row = i
      column = j
    }
  if (n < 3 || row < 0) return null
  const suggested = nearestJudgement(impliedRatio(matrix, row, column))
  const repaired = matrix.map((line, i) =>
    line.map((a, j) => (i === row && j === column ? suggested : i === column && j === row ? 1 / suggested : a)),
  )
  const crAfter = ratio(consistencyIndex(principalVector(repaired).lambda, n), n)
  return { row, column, value: matrix[row]?.[column] as number, suggested, crAfter }
}

/** Harker: without the pair itself, a 0 stands for each missing judgement and the diagonal counts them. */
function impliedRatio(matrix: readonly (readonly number[])[], row: number, column: number): number {
  const without = matrix.map((line, i) =>
    line.map((a, j) => {
      if ((i === row && j === column) || (i === column && j === row)) return 0
      return i === j && (i === row || i === column) ? a + 1 : a
    }),
  )
  const { vector } = principalVector(without)
  return (vector[row] as number) / (vector[column] as number)
}
