/** Why publications cannot simply be read against each other, worked out from how each was computed. Pure.
 * A min-max, z- or rank score says where an area stands in its own city's sample and nothing of another city's; only scores against
 * the same targets or goalposts share a yardstick. Indices of an indicator's raw values need neither, which the notes say. */
import type { PublishedFacts } from '../publication/facts.ts'
import type { ComparabilityNote, Comparison } from '../../contract/comparison.ts'
import type { Say } from '../../lib/say.ts'

export interface Compared {
  readonly id: string
  readonly facts: PublishedFacts
}

export function comparabilityNotes(compared: readonly Compared[], say: Say): ComparabilityNote[] {
  const ids = compared.map((c) => c.id)
  const note = (
    code: ComparabilityNote['code'],
    severity: ComparabilityNote['severity'],
    zh: string,
    en: string,
    publicationIds: readonly string[] = ids,
  ): ComparabilityNote => ({ code, severity, publicationIds: [...publicationIds], message: say(zh, en) })
  return [
    ...frameworkNotes(compared, note),
    ...scoreNotes(compared, note),
    ...meaningNotes(compared, note),
    ...periodNotes(compared, note),
  ]
}

type MakeNote = (
  code: ComparabilityNote['code'],
  severity: ComparabilityNote['severity'],
  zh: string,
  en: string,
  ids?: readonly string[],
) => ComparabilityNote

const differ = (compared: readonly Compared[], key: (facts: PublishedFacts) => unknown): boolean =>
  new Set(compared.map((c) => JSON.stringify(key(c.facts)))).size > 1

function frameworkNotes(compared: readonly Compared[], note: MakeNote): ComparabilityNote[] {
  if (!differ(compared, (f) => f.scheme)) return []
  return differ(compared, (f) => f.lineage)
    ? [
        note(
          'different-framework',
          'not-comparable',
          '各城市采用不同的评价框架，综合得分和领域得分不可直接比较',
          'The cities were evaluated by different frameworks; overall and domain scores cannot be compared',
        ),
      ]
    : [
        note(
          'different-framework-version',
          'caution',
          '各城市采用同一模板的不同版本，或在本地作了调整（指标或权重不同），得分差异可能来自评价框架',
          'The cities used different versions of one template, or adapted it (other indicators or weights); part of a difference in scores may come from that',
        ),
      ]
}

/** Is the yardstick the city's own data? */
const isRelative = (facts: PublishedFacts): boolean => facts.yardstick === null

function scoreNotes(compared: readonly Compared[], note: MakeNote): ComparabilityNote[] {
  const notes: ComparabilityNote[] = []
  const relative = compared.filter((c) => isRelative(c.facts)).map((c) => c.id)
  const absolute = compared.filter((c) => !isRelative(c.facts))
  if (differ(compared, (f) => f.method.normalisation)) {
    notes.push(
      note(
        'different-normalisation',
        'not-comparable',
        '各城市的标准化方法不同，得分不在同一把尺子上',
        'Scores were normalised by different methods and are not on one scale',
      ),
    )
  } else if (
    differ(compared, (f) => [f.method.treatment, f.method.imputation, isRelative(f) ? f.method.bounds : null])
  ) {
    notes.push(
      note(
        'different-normalisation',
        'caution',
        '各城市在异常值处理、缺失值插补或标准化参照范围上的选择不同',
        'The cities treated outliers, filled gaps or chose the reference of the scores differently',
      ),
    )
  }
  if (relative.length > 0) {
    notes.push(
      note(
        'relative-scores',
        'not-comparable',
        '得分以本市各地区的高低为参照，只说明市内差距，不能比较城市之间的水平；各指标原始值的不均等指数（如基尼系数）可以比较',
        'Scores are relative to each city’s own areas: they show differences within a city, not levels between cities. Inequality indices of an indicator’s raw values can be compared',
        relative,
      ),
    )
  }
  if (absolute.length > 1 && differ(absolute, (f) => f.yardstick)) {
    notes.push(
      note(
        'relative-scores',
        'not-comparable',
        '各城市的目标值或上下界不同，得分是相对各自标准的，不能比较水平',
        'Targets or goalposts differ between the cities; each score is relative to its own standard and levels cannot be compared',
        absolute.map((c) => c.id),
      ),
    )
  }
  if (
    differ(compared, (f) => [
      f.method.aggregation,
      f.method.missing,
      f.method.missing === 'strict' ? null : f.method.minCoverage,
    ])
  ) {
    notes.push(
      note(
        'different-aggregation',
        'caution',
        '各城市的汇总方法或缺失值规则不同',
        'Scores were aggregated by different means or rules for missing values',
      ),
    )
  }
  return notes
}

const convention = (f: PublishedFacts) => f.headline?.equality ?? null

/** 均等化程度 and 实现度 each have a convention of their own, apart from how scores were made. */
function meaningNotes(compared: readonly Compared[], note: MakeNote): ComparabilityNote[] {
  const notes: ComparabilityNote[] = []
  if (differ(compared, convention)) {
    notes.push(
      note(
        'different-equality',
        'not-comparable',
        '均等化程度的口径不同（离散指标、人口加权或旧版算法），不并列比较；请改用同一口径重新评价后再比',
        'Degrees of equality follow different conventions (dispersion, weighting, or an earlier release) and are not put side by side; evaluate again under one convention first',
      ),
    )
  }
  if (differ(compared, (f) => f.promises ?? null)) {
    notes.push(
      note(
        'different-targets',
        'not-comparable',
        '各城市的标准或规划目标不同，实现度不可直接比较',
        'The cities have different standard or planned targets; their realization cannot be compared',
      ),
    )
  }
  const counts = compared.map((c) => c.facts.headline?.areaCount ?? c.facts.areaCount)
  if (Math.max(...counts) > 1.5 * Math.min(...counts)) {
    notes.push(
      note(
        'different-unit-count',
        'caution',
        `各城市参评地区数相差一半以上（${counts.join('、')} 个），地区划得越细差异通常越大；离散程度的高低须谨慎解读`,
        `The cities were evaluated over numbers of areas that differ by more than half (${counts.join(', ')}); finer units usually show more dispersion, so read it with care`,
      ),
    )
  }
  return notes
}

function periodNotes(compared: readonly Compared[], note: MakeNote): ComparabilityNote[] {
  const notes: ComparabilityNote[] = []
  if (differ(compared, (f) => f.periods)) {
    const shared = compared.map((c) => c.facts.periods).reduce((a, b) => a.filter((p) => b.includes(p)))
    notes.push(
      shared.length === 0
        ? note(
            'different-periods',
            'not-comparable',
            '所选结果没有共同的时期',
            'The chosen results have no period in common',
          )
        : note(
            'different-periods',
            'info',
            `各城市的时期不完全相同，共同时期为 ${shared.join('、')}`,
            `Periods differ; those in common are ${shared.join(', ')}`,
          ),
    )
  }
  const unweighted = compared.filter((c) => Object.values(c.facts.weightedPeriods).includes(false)).map((c) => c.id)
  if (unweighted.length > 0) {
    const mixed = unweighted.length < compared.length
    notes.push(
      note(
        'unweighted',
        mixed ? 'caution' : 'info',
        '这些结果有未按人口加权的时期（人口数据不全），其均值和指数按地区等权计算',
        'These results have periods that are not weighted by population (populations were incomplete); their means and indices give every area the same weight',
        unweighted,
      ),
    )
  }
  return notes
}

/** What may be ranked, titled and drawn on one axis. */
export function comparable(notes: readonly ComparabilityNote[]): Comparison['comparable'] {
  const has = (...codes: ComparabilityNote['code'][]): boolean =>
    notes.some((n) => n.severity === 'not-comparable' && codes.includes(n.code))
  const otherTree = has('different-framework', 'different-periods')
  return {
    score: !otherTree && !has('different-normalisation', 'relative-scores'),
    realization: !otherTree && !has('different-targets'),
    degree: !otherTree && !has('different-equality'),
  }
}
