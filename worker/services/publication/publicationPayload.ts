/** What the public reads of an evaluation. Raw and normalised values of areas, who ran it and which cells were touched stay in the region. */
import { publicationIdOf, evaluationView } from '../evaluation/view.ts'
import { sayIn } from '../say.ts'
import { publishableScores } from './publishableScores.ts'
import type { EvaluationRow } from '../../../db/region/queries/evaluations.ts'
import type { Panel, StoredPeriod } from '../evaluation/results.types.ts'
import type { PublicationPayload } from '../../routes/public/schema.ts'

/** Warnings are frozen in Chinese; their codes and paths let a reader's program put them otherwise. */
export function publicationPayload(
  row: EvaluationRow,
  panel: Panel,
  periods: readonly StoredPeriod[],
  publishedAt: number,
): PublicationPayload {
  const { touched: _touched, createdBy: _createdBy, ...evaluation } = evaluationView(row, panel, sayIn('zh-CN'))
  return {
    evaluation: { ...evaluation, state: 'published', publishedAt, publicationId: publicationIdOf(row.id) },
    periods: periods.map(({ period, cityScores, scores, ranks, normalised, indices, equality, realization }) => ({
      period,
      weighted: panel.weightedPeriods[period] ?? false,
      cityScores,
      ...publishableScores(panel.nodes, scores, ranks, normalised),
      indices,
      equality,
      realization: withoutLeaves(realization, panel.nodes),
    })),
  }
}

/** An indicator's attainment is its value as good as told. */
function withoutLeaves(realization: StoredPeriod['realization'], nodes: Panel['nodes']): StoredPeriod['realization'] {
  const leaves = new Set(nodes.filter((node) => node.kind === 'indicator').map((node) => node.code))
  return Object.fromEntries(Object.entries(realization).filter(([code]) => !leaves.has(code)))
}
