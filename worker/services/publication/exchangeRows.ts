/** The city-level values that leave the region with a publication: [period, node, measure, value, reason]. Areas are not in them. */
import { degreeOf } from '../evaluation/seriesOf.ts'
import { primary } from '../evaluation/nodeIndices.ts'
import type { StoredPeriod } from '../evaluation/results.types.ts'
import type { EvaluationNode } from '../../routes/evaluations/schema.ts'
import type { MethodOptions } from '../../routes/frameworks/schema.ts'

export type ExchangeRow = readonly [
  period: string,
  node: string,
  measure: 'score' | 'gini' | 'cv' | 'theilT' | 'degree',
  value: number | null,
  reason: string | null,
]

export function exchangeRows(
  periods: readonly StoredPeriod[],
  nodes: readonly EvaluationNode[],
  headlineIndex: MethodOptions['headlineIndex'],
): ExchangeRow[] {
  return periods.flatMap(({ period, cityScores, indices }) =>
    nodes.flatMap(({ code }): ExchangeRow[] => {
      const found = indices[code]
      const values = found === undefined ? {} : primary(found)
      const score = cityScores[code] ?? null
      const index = (measure: 'gini' | 'cv' | 'theilT'): ExchangeRow => [
        period,
        code,
        measure,
        values[measure]?.value ?? null,
        reasonOf(values[measure]),
      ]
      const headline = values[headlineIndex]
      return [
        [period, code, 'score', score, score === null ? 'missing-value' : null],
        index('gini'),
        index('cv'),
        index('theilT'),
        [period, code, 'degree', degreeOf(headline?.value ?? null), reasonOf(headline)],
      ]
    }),
  )
}

function reasonOf(measure: { value: number | null; reason?: string | undefined } | undefined): string | null {
  if (measure === undefined) return 'not-computed'
  return measure.value === null ? (measure.reason ?? 'not-computed') : null
}
