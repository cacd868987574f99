/** Theil's T and L split by group 泰尔指数分解: how much of the inequality lies between groups, how much within each.
 * Formulas: T = Σ s_g T_g + Σ s_g ln(s_g/p_g); L = Σ p_g L_g + Σ p_g ln(p_g/s_g); p_g the group's share of population,
 * s_g = p_g μ_g/μ its share of the total. Source: Theil (1967); Bourguignon (1979); checked against IC2 and mathmodels.
 * Edge policy: T needs x ≥ 0 and μ > 0, L x > 0, else every part is null with the reason. A group whose mean is 0 has no
 * T of its own and contributes 0; a single area has 0. Within + between equals the total to rounding. O(n).
 * Example: two groups [1, 1] and [3, 3]: within 0, between all of it. */
import { outsideDomain } from '../indices/domain.ts'
import { Column } from '../numeric/column.ts'
import { divergence } from '../numeric/divergence.ts'
import { CompensatedSum } from '../numeric/sum.ts'
import type { Reason, Values, Weights } from '../types.ts'
import type { Partition } from './partition.ts'
import { partition } from './partition.ts'

export interface TheilGroup {
  readonly key: string
  /** Share of the population (equal weights: of the areas). */
  readonly share: number
  readonly valueShare: number
  readonly mean: number
  /** The group's own index; null when its mean is 0. */
  readonly value: number | null
  /** What it adds to `within`. */
  readonly contribution: number
}

export interface TheilParts {
  readonly total: number
  readonly between: number
  readonly within: number
  readonly groups: readonly TheilGroup[]
  readonly reason?: never
}

export interface NoTheilParts {
  readonly total: null
  readonly between: null
  readonly within: null
  readonly groups: readonly []
  readonly reason: Reason
}

export interface TheilDecomposition {
  readonly theilT: TheilParts | NoTheilParts
  readonly theilL: TheilParts | NoTheilParts
}

export function decomposeTheil(values: Values, groups: readonly string[], weights?: Weights): TheilDecomposition {
  const parts = partition(values, groups, weights)
  return { theilT: split(parts, 1), theilL: split(parts, 0) }
}

function split({ whole, groups }: Partition, alpha: 0 | 1): TheilParts | NoTheilParts {
  const reason = outsideDomain(whole, alpha === 1 ? 'non-negative' : 'positive')
  if (reason !== undefined) return { total: null, between: null, within: null, groups: [], reason }
  const within = new CompensatedSum()
  const rows = groups.map(({ key, column, share, relativeMean }): TheilGroup => {
    const value = column.mean > 0 ? divergence(column, alpha) : null
    const valueShare = share * relativeMean
    const contribution = (alpha === 1 ? valueShare : share) * (value ?? 0)
    within.add(contribution)
    return { key, share, valueShare, mean: column.meanValue, value, contribution }
  })
  const means = new Column(
    groups.map((group) => group.relativeMean),
    groups.map((group) => group.share),
  )
  return { total: divergence(whole, alpha), between: divergence(means, alpha), within: within.value, groups: rows }
}
