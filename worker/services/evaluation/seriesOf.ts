/** Results by period turned into one series per node, and the headline and domain lines read from them. */
import { primary } from './nodeIndices.ts'
import type { EvaluationArea, EvaluationHeadline, EvaluationNode, NodeSeries } from '../../routes/evaluations/schema.ts'
import type { MethodOptions } from '../../routes/frameworks/schema.ts'
import type { DomainLine } from '../../routes/overview/schema.ts'
import type { StoredPeriod } from './results.types.ts'

type IndexKey = MethodOptions['headlineIndex']

/** 均等化程度: 100 × (1 − index), for an index bounded by 1. */
export const degreeOf = (index: number | null): number | null => (index === null ? null : 100 * (1 - index))

export function seriesOf(
  nodes: readonly EvaluationNode[],
  periods: readonly StoredPeriod[],
  key: IndexKey,
): Record<string, NodeSeries> {
  const series: Record<string, NodeSeries> = {}
  for (const { code } of nodes) {
    const line: NodeSeries = { score: [], gini: [], cv: [], theilT: [], degree: [] }
    for (const period of periods) {
      const found = period.indices[code]
      const read = (index: string): number | null =>
        found === undefined ? null : (primary(found)[index]?.value ?? null)
      line.score.push(period.cityScores[code] ?? null)
      line.gini.push(read('gini'))
      line.cv.push(read('cv'))
      line.theilT.push(read('theilT'))
      line.degree.push(degreeOf(read(key)))
    }
    series[code] = line
  }
  return series
}

/** The latest period with a score, or the latest at all; and the one with a score before it. */
function headlinePlaces(score: readonly (number | null)[]): { at: number; before: number } {
  const last = score.findLastIndex((s) => s !== null)
  const at = last < 0 ? score.length - 1 : last
  return { at, before: score.slice(0, Math.max(0, at)).findLastIndex((s) => s !== null) }
}

export function headlineOf(
  root: string,
  series: NodeSeries,
  periods: readonly StoredPeriod[],
  areas: readonly EvaluationArea[],
  key: IndexKey,
  weighted: Readonly<Record<string, boolean>>,
): EvaluationHeadline {
  const { at, before } = headlinePlaces(series.score)
  const period = periods[at]
  const indices = period?.indices[root]
  const index = indices === undefined ? null : (primary(indices)[key]?.value ?? null)
  return {
    period: period?.period ?? '',
    previousPeriod: periods[before]?.period ?? null,
    score: series.score[at] ?? null,
    previousScore: series.score[before] ?? null,
    ...extremes(period?.scores[root] ?? [], areas),
    indexKey: key,
    index,
    degree: degreeOf(index),
    previousDegree: series.degree[before] ?? null,
    cv: series.cv[at] ?? null,
    weighted: weighted[period?.period ?? ''] ?? false,
  }
}

function extremes(
  scores: readonly (number | null)[],
  areas: readonly EvaluationArea[],
): Pick<EvaluationHeadline, 'lowest' | 'highest'> {
  let lowest: EvaluationHeadline['lowest'] = null
  let highest: EvaluationHeadline['highest'] = null
  areas.forEach(({ code, name, nameEn }, i) => {
    const score = scores[i] ?? null
    if (score === null) return
    const here = { area: code, name, nameEn, score }
    if (lowest === null || score < lowest.score) lowest = here
    if (highest === null || score > highest.score) highest = here
  })
  return { lowest, highest }
}

export function domainLines(
  nodes: readonly EvaluationNode[],
  series: Readonly<Record<string, NodeSeries>>,
  root: string,
): DomainLine[] {
  const { at, before } = headlinePlaces(series[root]?.score ?? [])
  return nodes
    .filter((n) => n.kind === 'domain')
    .map(({ code, name, nameEn }) => ({
      code,
      name,
      nameEn,
      score: series[code]?.score[at] ?? null,
      previousScore: series[code]?.score[before] ?? null,
      degree: series[code]?.degree[at] ?? null,
    }))
}
