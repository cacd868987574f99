/** Stored evaluations → wire shapes, with warnings in the reader's words. */
import { storedMethod } from '../../record/framework.ts'
import { storedSummary } from './earlierRelease.ts'
import { warningWords } from './warningWords.ts'
import type { EvaluationRow, EvaluationStateRow } from '../../../db/region/queries/evaluations.ts'
import type { Evaluation, EvaluationSummary } from '../../contract/evaluations.ts'
import type { MethodOptions } from '../../contract/frameworks.ts'
import type { Words } from '../../words/sentence.ts'
import type { Panel, StoredSummary } from './results.types.ts'

/** What of an evaluation may change. */
export const stateView = ({
  state,
  publishedAt,
  publicationId,
}: Omit<EvaluationStateRow, 'resultDigest'>): Pick<EvaluationSummary, 'state' | 'publishedAt' | 'publicationId'> => ({
  state,
  publishedAt,
  publicationId,
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

export function evaluationView(row: EvaluationRow, panel: Panel, words: Words): Evaluation {
  return {
    ...summaryView(row),
    method: storedMethod(JSON.parse(row.options) as MethodOptions),
    equality: panel.equality,
    scoresOverTime: panel.scoresOverTime,
    areas: [...panel.areas],
    nodes: [...panel.nodes],
    series: { ...panel.series },
    warnings: panel.warnings.map(warningWords(panel.nodes, words)),
    adjusted: [...panel.adjusted],
    weightedPeriods: { ...panel.weightedPeriods },
  }
}
