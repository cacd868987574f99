/** The city-level values that others may compare, from what is public and nothing else: [period, node, measure, value, reason]. */
import type { PublishedPeriod } from '../../contract/publication.ts'

export type ExchangeRow = readonly [
  period: string,
  node: string,
  measure: 'score' | 'realization' | 'degree' | 'mean',
  value: number | null,
  reason: string | null,
]

export function exchangeRows(periods: readonly PublishedPeriod[]): ExchangeRow[] {
  return periods.flatMap(({ period, cityScores, degrees, realization, indicators }) => {
    const row = (node: string, measure: ExchangeRow[2], value: number | null): ExchangeRow => [
      period,
      node,
      measure,
      value,
      value === null ? 'not-available' : null,
    ]
    return [
      ...Object.entries(cityScores).map(([node, value]) => row(node, 'score', value)),
      ...Object.entries(degrees).map(([node, line]) => row(node, 'degree', line.degree)),
      ...Object.entries(realization).map(([node, line]) => row(node, 'realization', line.city)),
      ...Object.entries(indicators).flatMap(([node, line]) =>
        line.mean === null && line.degree === null
          ? []
          : [row(node, 'mean', line.mean), row(node, 'degree', line.degree)],
      ),
    ]
  })
}
