/** The Gini coefficient split by component 按来源分解 (e.g. the domains that make up a composite): which component makes
 * the total unequal, and what a 1 % rise of it everywhere would do.
 * Formulas: G = Σ S_k G_k R_k; S_k = μ_k/μ; G_k the component's Gini; R_k = cov(x_k, F)/cov(x_k, F_k), F the mid-rank in
 * the total; share = S_k G_k R_k/G; elasticity = G_k R_k/G; marginal effect = share − S_k.
 * Source: Lerman and Yitzhaki (1985); checked against GiniDecompLY. Tied totals share the average rank, so the input order
 * does not matter (in the peer it does). Edge policy: every x ≥ 0 and μ > 0, else null with the reason; R_k is null for a
 * component without inequality, shares are null when G = 0. O(sources · n log n). */
import { outsideDomain } from '../indices/domain.ts'
import { halfMeanDifference } from '../numeric/meanDifference.ts'
import { midRanks } from '../numeric/midRanks.ts'
import type { Column } from '../numeric/column.ts'
import { CompensatedSum } from '../numeric/sum.ts'
import type { Reason, Values, Weights } from '../types.ts'
import { jointSources } from './jointSources.ts'

export interface GiniSource {
  readonly key: string
  /** S_k: share of the mean. */
  readonly meanShare: number
  /** G_k; null when the component is 0 everywhere. */
  readonly gini: number | null
  /** R_k: Gini correlation with the total. */
  readonly correlation: number | null
  /** S_k G_k R_k, in points of the total's Gini. */
  readonly contribution: number
  readonly share: number | null
  readonly elasticity: number | null
  readonly marginalEffect: number | null
}

export type GiniBySource =
  | {
      readonly total: number
      readonly sources: readonly GiniSource[]
      readonly missing: number
      readonly reason?: never
    }
  | { readonly total: null; readonly sources: readonly []; readonly missing: number; readonly reason: Reason }

export function decomposeGiniBySource(sources: Readonly<Record<string, Values>>, weights?: Weights): GiniBySource {
  const joint = jointSources(sources, weights)
  const { total, missing } = joint
  const negative: Reason | undefined = joint.sources.some((source) => source.min < 0) ? 'negative-value' : undefined
  const reason = total.fault ?? negative ?? outsideDomain(total, 'non-negative')
  if (reason !== undefined) return { total: null, sources: [], missing, reason }
  const overall = halfMeanDifference(total) / total.mean
  const ranks = midRanks(total.x, total.w)
  const rows = joint.sources.map((source, k): GiniSource => {
    const meanShare = (source.mean / total.mean) * (source.unit / total.unit)
    const gini = source.mean > 0 ? halfMeanDifference(source) / source.mean : null
    const concentration = source.mean > 0 ? (2 * covarianceWithRank(source, ranks)) / source.mean : 0
    const contribution = meanShare * concentration
    const elasticity = overall > 0 && source.mean > 0 ? concentration / overall : null
    const share = overall > 0 ? contribution / overall : null
    return {
      key: joint.keys[k] as string,
      meanShare,
      gini,
      correlation: gini !== null && gini > 0 ? concentration / gini : null,
      contribution,
      share,
      elasticity,
      marginalEffect: share === null ? null : share - meanShare,
    }
  })
  return { total: overall, sources: rows, missing }
}

/** Σ p (x − μ)(F − ½). */
function covarianceWithRank({ x, w, mean, weight }: Column, ranks: Float64Array): number {
  const total = new CompensatedSum()
  for (let i = 0; i < x.length; i++) {
    total.add((w === undefined ? 1 : (w[i] as number)) * ((x[i] as number) - mean) * ((ranks[i] as number) - 0.5))
  }
  return total.value / weight
}
