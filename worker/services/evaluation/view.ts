/** Stored evaluations → wire shapes, with warnings in the reader's words. */
import { storedMethod } from '../../record/framework.ts'
import { storedSummary } from './earlierRelease.ts'
import { wordWarning } from './wordWarning.ts'
import type { EvaluationRow, EvaluationStateRow } from '../../../db/region/queries/evaluations.ts'
import type { Evaluation, EvaluationSummary } from '../../contract/evaluations.ts'
import type { MethodOptions } from '../../contract/frameworks.ts'
import type { Say } from '../../lib/say.ts'
import type { Panel, StoredSummary } from './results.types.ts'

/** An evaluation's publication has one id from the start; it is shown once the hub has the publication. */
export const publicationIdOf = (evaluationId: string): string => `pub_${evaluationId.slice(3)}`
export const outboxIdOf = (evaluationId: string): string => `out_${evaluationId.slice(3)}`

/** The one part of an evaluation that may change. */
export const stateView = ({
  id,
  state,
  publishedAt,
  relayedAt,
}: Omit<EvaluationStateRow, 'resultDigest'>): Pick<EvaluationSummary, 'state' | 'publishedAt' | 'publicationId'> => ({
  state,
  publishedAt,
  publicationId: relayedAt === null ? null : publicationIdOf(id),
})

export function summaryView(row: EvaluationRow, stored: StoredSummary = storedSummary(row)): EvaluationSummary {
  const { frameworkName, areaCount, indicatorCount, missingCount, warningCount, headline } = stored
  return {
    id: row.id,
    title: row.title,
    frameworkId: row.frameworkId,
    frameworkName,
    frameworkVersion: row.frameworkVersion,
    periods: JSON.parse(row.periods) as string[],
    areaCount,
    indicatorCount,
    missingCount,
    warningCount,
    headline,
    engineVersion: row.engineVersion,
    inputDigest: row.inputDigest,
    resultDigest: row.resultDigest,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    ...stateView(row),
  }
}

export function evaluationView(row: EvaluationRow, panel: Panel, say: Say): Evaluation {
  const names = new Map(panel.nodes.map((n) => [n.code, say(n.name, n.nameEn || n.name)]))
  return {
    ...summaryView(row),
    method: storedMethod(JSON.parse(row.options) as MethodOptions),
    equality: panel.equality,
    scoresOverTime: panel.scoresOverTime,
    areas: [...panel.areas],
    nodes: [...panel.nodes],
    series: { ...panel.series },
    warnings: panel.warnings.map((w) => wordWarning(w, names, say)),
    adjusted: [...panel.adjusted],
    weightedPeriods: { ...panel.weightedPeriods },
  }
}
