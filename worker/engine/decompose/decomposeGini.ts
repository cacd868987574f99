/** Dagum's decomposition of the Gini coefficient by group 达古姆基尼系数分解: within groups, net between groups, and
 * transvariation (overlap: the poorer group's better-off areas above the richer group's worse-off ones).
 * Formulas: G = Gw + Gnb + Gt; Gw = Σ p_g s_g G_gg; G_jh = E|x_j − x_h|/(μ_j + μ_h); Gnb = Σ_{j<h} p_j p_h |μ_j − μ_h|/μ;
 * Gt = Σ_{j<h} 2 p_j p_h E(x_poorer − x_richer)⁺/μ; affluence D_jh = |μ_j − μ_h|/E|x_j − x_h|.
 * Source: Dagum (1997); equal to IC2's Bhattacharya–Mahalanobis within/between/overlap. Every part is summed from addends
 * ≥ 0, none is a difference. Edge policy: x ≥ 0 and μ > 0, else all null with the reason; a pair whose means sum to 0 is
 * null, D of two identical constants is null; zero-mean groups have no G of their own. O(n log n + groups · n). */
import { outsideDomain } from '../indices/domain.ts'
import { halfMeanDifference } from '../numeric/meanDifference.ts'
import type { Sorted } from '../numeric/sortAscending.ts'
import { CompensatedSum } from '../numeric/sum.ts'
import type { Reason, Values, Weights } from '../types.ts'
import { pairDifference } from './pairDifference.ts'
import type { Group } from './partition.ts'
import { partition } from './partition.ts'

export interface GiniGroup {
  readonly key: string
  readonly share: number
  readonly valueShare: number
  readonly mean: number
  /** G_gg; null when the group's mean is 0. */
  readonly value: number | null
  readonly contribution: number
}

export interface GiniPair {
  readonly a: string
  readonly b: string
  /** G_jh; null when both means are 0. */
  readonly value: number | null
  /** D_jh, relative economic affluence, in [0, 1]. */
  readonly affluence: number | null
}

export type GiniDecomposition =
  | {
      readonly total: number
      readonly within: number
      readonly between: number
      readonly transvariation: number
      readonly groups: readonly GiniGroup[]
      readonly pairs: readonly GiniPair[]
      readonly reason?: never
    }
  | {
      readonly total: null
      readonly within: null
      readonly between: null
      readonly transvariation: null
      readonly groups: readonly []
      readonly pairs: readonly []
      readonly reason: Reason
    }

export function decomposeGini(values: Values, groups: readonly string[], weights?: Weights): GiniDecomposition {
  const { whole, groups: parts } = partition(values, groups, weights)
  const reason = outsideDomain(whole, 'non-negative')
  if (reason !== undefined)
    return { total: null, within: null, between: null, transvariation: null, groups: [], pairs: [], reason }
  const within = new CompensatedSum()
  const between = new CompensatedSum()
  const overlap = new CompensatedSum()
  const rows = parts.map(({ key, column, share, relativeMean }): GiniGroup => {
    const value = column.mean > 0 ? halfMeanDifference(column) / column.mean : null
    const contribution = share * share * relativeMean * (value ?? 0)
    within.add(contribution)
    return { key, share, valueShare: share * relativeMean, mean: column.meanValue, value, contribution }
  })
  const sorted = parts.map((group) => relativeToMean(group))
  const pairs: GiniPair[] = []
  for (const [j, a] of parts.entries()) {
    for (let h = j + 1; h < parts.length; h++) {
      const b = parts[h] as Group
      const { firstAbove, secondAbove } = pairDifference(sorted[j] as Sorted, sorted[h] as Sorted)
      const difference = firstAbove + secondAbove
      const means = a.relativeMean + b.relativeMean
      const net = Math.abs(firstAbove - secondAbove)
      between.add(a.share * b.share * net)
      overlap.add(2 * a.share * b.share * Math.min(firstAbove, secondAbove))
      pairs.push({
        a: a.key,
        b: b.key,
        value: means > 0 ? difference / means : null,
        affluence: difference > 0 ? net / difference : null,
      })
    }
  }
  return {
    total: halfMeanDifference(whole) / whole.mean,
    within: within.value,
    between: between.value,
    transvariation: overlap.value,
    groups: rows,
    pairs,
  }
}

/** The group's sorted values over the overall mean: one unit for all groups, whatever unit each column holds. */
function relativeToMean({ column, relativeMean }: Group): Sorted {
  const { x, w } = column.sorted
  const scale = column.mean > 0 ? relativeMean / column.mean : 0
  return { x: x.map((value) => value * scale), w }
}
