/** A published result as it arrives: the head first, then nodes and the chosen period. What is not here yet is read from the head. */
import type { Publication, PublishedNodes, PublishedPeriod } from '../../../worker/contract/publication.ts'
import type { EvaluationNode } from '../../../worker/contract/evaluations.ts'

export interface ResultModel {
  readonly head: Publication
  readonly nodes: readonly EvaluationNode[]
  /** Empty until the nodes are here. */
  readonly series: PublishedNodes['series']
  readonly names: readonly string[]
  readonly shown: PublishedPeriod
  /** Place of the shown period in `names`. */
  readonly at: number
}

/** Null while there is nothing to show of the period, or for good in publications of an earlier release. */
export function resultModel(
  head: Publication,
  nodes: PublishedNodes | null,
  period: PublishedPeriod | null,
  asked: string,
): ResultModel | null {
  const shown = period ?? (head.latest?.period === asked || head.latest === null ? head.latest : null)
  if (shown === null) return null
  return {
    head,
    nodes: nodes?.nodes ?? head.nodes,
    series: nodes?.series ?? {},
    names: head.periods,
    shown,
    at: Math.max(0, head.periods.indexOf(shown.period)),
  }
}

/** Coefficient of variation of what is public by area, every area alike; null for fewer than three. */
export function scoreCv(scores: readonly (number | null)[]): number | null {
  const present = scores.filter((s) => s !== null)
  if (present.length < 3) return null
  const mean = present.reduce((sum, s) => sum + s, 0) / present.length
  if (mean <= 0) return null
  return Math.sqrt(present.reduce((sum, s) => sum + (s - mean) ** 2, 0) / present.length) / mean
}
