/** The coefficient of variation split by component with Shapley values: what each component adds to the dispersion of the
 * total, averaged over every order in which components could be allowed to vary (the others held at their mean).
 * Formula: φ_k = Σ_S |S|!(m − |S| − 1)!/m! · [v(S ∪ k) − v(S)], v(S) = √Var(Σ_{j ∈ S} x_j)/μ; the φ sum to the CV.
 * For the squared CV the Shapley value is cov(x_k, x)/μ², given as `varianceShare`.
 * Source: Shorrocks, "Decomposition procedures for distributional analysis" (2013); Shapley (1953).
 * Edge policy: μ > 0 and at least two areas, else null with the reason; shares are null when the CV is 0; more than 16
 * components (2¹⁶ coalitions) is a fault of the request. O(m² n + m 2^m). Surprise: a component may count negative. */
import { outsideDomain } from '../indices/domain.ts'
import type { Column } from '../numeric/column.ts'
import { CompensatedSum } from '../numeric/sum.ts'
import type { Reason, Values, Weights } from '../types.ts'
import { EngineInputError } from '../types.ts'
import { jointSources } from './jointSources.ts'

const MOST_SOURCES = 16

export interface CvSource {
  readonly key: string
  /** φ_k, in the unit of the CV. */
  readonly contribution: number
  readonly share: number | null
  /** cov(x_k, x)/var(x). */
  readonly varianceShare: number | null
}

export type CvBySource =
  | { readonly total: number; readonly sources: readonly CvSource[]; readonly missing: number; readonly reason?: never }
  | { readonly total: null; readonly sources: readonly []; readonly missing: number; readonly reason: Reason }

export function decomposeCvBySource(sources: Readonly<Record<string, Values>>, weights?: Weights): CvBySource {
  const joint = jointSources(sources, weights)
  const m = joint.keys.length
  if (m > MOST_SOURCES) {
    throw new EngineInputError([
      { path: 'sources', code: 'too-many', message: `${m} sources; at most ${MOST_SOURCES}` },
    ])
  }
  const { total, missing } = joint
  const fault = joint.sources.find((source) => source.fault !== undefined)?.fault
  const reason = outsideDomain(total, 'positive-mean') ?? fault
  if (reason !== undefined) return { total: null, sources: [], missing, reason }
  const covariances = covarianceMatrix(joint.sources, total)
  const deviation = deviations(covariances)
  const overall = deviation[deviation.length - 1] as number
  if (!deviation.every((value) => Number.isFinite(value)))
    return { total: null, sources: [], missing, reason: 'overflow' }
  const shares = coalitionShares(m)
  const rows = joint.keys.map((key, k): CvSource => {
    const contribution = new CompensatedSum()
    for (let set = 0; set < deviation.length; set++) {
      if ((set & (1 << k)) !== 0) continue
      const step = (deviation[set | (1 << k)] as number) - (deviation[set] as number)
      contribution.add((shares[bitCount(set)] as number) * step)
    }
    const covariance = (covariances[k] as readonly number[]).reduce((a, b) => a + b, 0)
    return {
      key,
      contribution: contribution.value,
      share: overall > 0 ? contribution.value / overall : null,
      varianceShare: overall > 0 ? covariance / (overall * overall) : null,
    }
  })
  return { total: overall, sources: rows, missing }
}

/** cov(x_j, x_k)/μ², each column first put in the unit of the total's mean. */
function covarianceMatrix(sources: readonly Column[], total: Column): number[][] {
  const relative = sources.map((source) => {
    const scale = source.unit / total.unit / total.mean
    return source.x.map((value) => (value - source.mean) * scale)
  })
  return relative.map((a) =>
    relative.map((b) => {
      const product = new CompensatedSum()
      for (let i = 0; i < a.length; i++)
        product.add((total.w === undefined ? 1 : (total.w[i] as number)) * (a[i] as number) * (b[i] as number))
      return product.value / total.weight
    }),
  )
}

/** v(S) for every subset S (as a bit set): variance grown by one member at a time. */
function deviations(covariances: readonly (readonly number[])[]): Float64Array {
  const m = covariances.length
  const variance = new Float64Array(1 << m)
  for (let set = 1; set < variance.length; set++) {
    const last = 31 - Math.clz32(set)
    const row = covariances[last] as readonly number[]
    const rest = set ^ (1 << last)
    let added = row[last] as number
    for (let j = 0; j < last; j++) if ((rest & (1 << j)) !== 0) added += 2 * (row[j] as number)
    variance[set] = (variance[rest] as number) + added
  }
  return variance.map((value) => Math.sqrt(Math.max(0, value)))
}

/** |S|!(m − |S| − 1)!/m! for |S| = 0 … m − 1. */
function coalitionShares(m: number): Float64Array {
  const shares = new Float64Array(m)
  shares[0] = 1 / m
  for (let size = 1; size < m; size++) shares[size] = ((shares[size - 1] as number) * size) / (m - size)
  return shares
}

function bitCount(set: number): number {
  let count = 0
  for (let left = set; left !== 0; left &= left - 1) count++
  return count
}
