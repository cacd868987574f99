/** Where each ordered group stands: the share of people below it plus half its own (mid-point rank), and the weighted
 * spread of estimates and ranks that the concentration index and the regression line share. O(n). */
import { CompensatedSum } from '../numeric/sum.ts'
import type { GroupTable } from './groupTable.ts'

export interface SocialRank {
  /** Σ p (y − μ)(r − ½); the mean rank is ½ by construction. */
  readonly covariance: number
  /** Σ p (r − ½)². */
  readonly variance: number
  /** r − ½ of each group, and its share of the people. */
  readonly ranks: readonly number[]
  readonly shares: readonly number[]
}

export function socialRank({ y, population, mean }: GroupTable): SocialRank {
  let total = 0
  for (const people of population ?? []) total += people
  if (population === undefined) total = y.length
  const covariance = new CompensatedSum()
  const variance = new CompensatedSum()
  let below = 0
  const ranks: number[] = []
  const shares: number[] = []
  for (const [i, value] of y.entries()) {
    const people = population?.[i] ?? 1
    const share = people / total
    const rank = (below + people / 2) / total - 0.5
    covariance.add(share * (value - mean) * rank)
    variance.add(share * rank * rank)
    below += people
    ranks.push(rank)
    shares.push(share)
  }
  return { covariance: covariance.value, variance: variance.value, ranks, shares }
}
