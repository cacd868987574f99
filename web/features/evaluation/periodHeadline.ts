/** The three headlines of one chosen period, in the shape that lists and dashboards get for the latest one. Pure. */
import type { Evaluation, EvaluationHeadline, PeriodResult } from '../../../worker/contract/evaluations.ts'
import { rootOf } from './model.ts'

type Result = Pick<PeriodResult, 'period' | 'scores' | 'cityScores' | 'equality' | 'realization'>

export function periodHeadline(evaluation: Evaluation, result: Result): EvaluationHeadline {
  const root = rootOf(evaluation.nodes)?.code ?? ''
  const series = evaluation.series[root]
  const at = evaluation.periods.indexOf(result.period)
  const before = evaluation.scoresOverTime === 'comparable' ? at - 1 : -1
  const scored = evaluation.areas.flatMap(({ code, name, nameEn }, i) => {
    const score = result.scores[root]?.[i] ?? null
    return score === null ? [] : [{ area: code, name, nameEn, score }]
  })
  const ranked = [...scored].sort((a, b) => a.score - b.score)
  return {
    ...evaluation.headline,
    period: result.period,
    previousPeriod: evaluation.periods[before] ?? null,
    score: result.cityScores[root] ?? null,
    previousScore: series?.score[before] ?? null,
    lowest: ranked[0] ?? null,
    highest: ranked[ranked.length - 1] ?? null,
    realization: result.realization[root]?.city ?? null,
    previousRealization: series?.realization[before] ?? null,
    realizationCoverage: result.realization[root]?.cityCoverage ?? 0,
    degree: result.equality[root]?.degree ?? null,
    previousDegree: series?.degree[before] ?? null,
    degreeCoverage: result.equality[root]?.coverage ?? 0,
    areaCount: scored.length,
    scoreCv: series?.cv[at] ?? null,
    weighted: evaluation.weightedPeriods[result.period] ?? false,
  }
}
