/** Results by period turned into one series per node, and the headline and domain lines read from them. */
import { normalisationFacts } from '../../engine/normalise/catalogue.ts'
import { primary } from './nodeIndices.ts'
import type {
  EqualityConvention,
  Evaluation,
  EvaluationArea,
  EvaluationHeadline,
  EvaluationNode,
  NodeSeries,
} from '../../contract/evaluations.ts'
import type { MethodOptions } from '../../contract/frameworks.ts'
import type { DomainLine } from '../../contract/overview.ts'
import type { StoredPeriod } from './results.types.ts'

export const EMPTY_SERIES: NodeSeries = { score: [], realization: [], degree: [], gini: [], cv: [], theilT: [] }

/** Bounds, moments and ranks of each period's own sample make scores that only that period can read. */
export function scoresOverTime({ normalisation, bounds }: MethodOptions): Evaluation['scoresOverTime'] {
  return normalisationFacts(normalisation).fit !== 'target' && bounds === 'sample' ? 'sample-bounds' : 'comparable'
}

export function seriesOf(
  nodes: readonly EvaluationNode[],
  periods: readonly StoredPeriod[],
): Record<string, NodeSeries> {
  const series: Record<string, NodeSeries> = {}
  for (const { code } of nodes) {
    const line: NodeSeries = { score: [], realization: [], degree: [], gini: [], cv: [], theilT: [] }
    for (const period of periods) {
      const found = period.indices[code]
      const read = (index: string): number | null =>
        found === undefined ? null : (primary(found)[index]?.value ?? null)
      line.score.push(period.cityScores[code] ?? null)
      line.realization.push(period.realization[code]?.city ?? null)
      line.degree.push(period.equality[code]?.degree ?? null)
      line.gini.push(read('gini'))
      line.cv.push(read('cv'))
      line.theilT.push(read('theilT'))
    }
    series[code] = line
  }
  return series
}

/** The latest period with a score, or the latest at all; and the one with a score before it, where the two may be compared. */
function headlinePlaces(
  score: readonly (number | null)[],
  overTime: Evaluation['scoresOverTime'],
): { at: number; before: number } {
  const last = score.findLastIndex((s) => s !== null)
  const at = last < 0 ? score.length - 1 : last
  const before = score.slice(0, Math.max(0, at)).findLastIndex((s) => s !== null)
  return { at, before: overTime === 'comparable' ? before : -1 }
}

export function headlineOf(
  root: string,
  series: NodeSeries,
  periods: readonly StoredPeriod[],
  areas: readonly EvaluationArea[],
  equality: EqualityConvention,
  overTime: Evaluation['scoresOverTime'],
  weighted: Readonly<Record<string, boolean>>,
): EvaluationHeadline {
  const { at, before } = headlinePlaces(series.score, overTime)
  const period = periods[at]
  return {
    period: period?.period ?? '',
    previousPeriod: periods[before]?.period ?? null,
    score: series.score[at] ?? null,
    previousScore: series.score[before] ?? null,
    ...extremes(period?.scores[root] ?? [], areas),
    realization: series.realization[at] ?? null,
    previousRealization: series.realization[before] ?? null,
    realizationCoverage: period?.realization[root]?.cityCoverage ?? 0,
    degree: series.degree[at] ?? null,
    previousDegree: series.degree[before] ?? null,
    degreeCoverage: period?.equality[root]?.coverage ?? 0,
    equality,
    areaCount: (period?.scores[root] ?? []).filter((score) => score !== null).length,
    scoreCv: series.cv[at] ?? null,
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
  overTime: Evaluation['scoresOverTime'],
): DomainLine[] {
  const { at, before } = headlinePlaces(series[root]?.score ?? [], overTime)
  return nodes
    .filter((n) => n.kind === 'domain')
    .map(({ code, name, nameEn }) => ({
      code,
      name,
      nameEn,
      score: series[code]?.score[at] ?? null,
      previousScore: series[code]?.score[before] ?? null,
      realization: series[code]?.realization[at] ?? null,
      degree: series[code]?.degree[at] ?? null,
    }))
}
