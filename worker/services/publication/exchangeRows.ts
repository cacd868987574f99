/** The city-level values that leave the region with a publication: [period, node, measure, value, reason]. Areas are not in them. */
import { primary } from '../evaluation/nodeIndices.ts'
import type { StoredPeriod } from '../evaluation/results.types.ts'
import type { EvaluationNode } from '../../routes/evaluations/schema.ts'

export type ExchangeRow = readonly [
  period: string,
  node: string,
  measure: 'score' | 'realization' | 'degree' | 'gini' | 'cv' | 'theilT',
  value: number | null,
  reason: string | null,
]

export function exchangeRows(periods: readonly StoredPeriod[], nodes: readonly EvaluationNode[]): ExchangeRow[] {
  return periods.flatMap(({ period, cityScores, indices, equality, realization }) =>
    nodes.flatMap(({ code }): ExchangeRow[] => {
      const found = indices[code]
      const values = found === undefined ? {} : primary(found)
      const index = (measure: 'gini' | 'cv' | 'theilT'): ExchangeRow => [
        period,
        code,
        measure,
        values[measure]?.value ?? null,
        reasonOf(values[measure]),
      ]
      const score = cityScores[code] ?? null
      const realized = realization[code]?.city ?? null
      const degree = equality[code]?.degree ?? null
      return [
        [period, code, 'score', score, score === null ? 'missing-value' : null],
        [period, code, 'realization', realized, realized === null ? 'low-coverage' : null],
        [period, code, 'degree', degree, degree === null ? (equality[code]?.reason ?? 'not-computed') : null],
        index('gini'),
        index('cv'),
        index('theilT'),
      ]
    }),
  )
}

function reasonOf(measure: { value: number | null; reason?: string | undefined } | undefined): string | null {
  if (measure === undefined) return 'not-computed'
  return measure.value === null ? (measure.reason ?? 'not-computed') : null
}
