/** Titles that state the finding, written from the numbers that the chart shows. Pure; Chinese and English.
 * When there is nothing to state (no data, one area) the sentence says just that. */
import { differenceUnit } from '../format/difference.ts'
import { formatPeriod } from '../format/date.ts'
import type { Lang } from './lang.ts'
import { decimalsFor, formatShare, formatChange, formatValue, withUnit } from './numbers.ts'
import type { Ranked } from './ranking.ts'
import { marks } from '../format/marks.ts'

interface RankingFinding {
  readonly lang: Lang
  readonly what: string
  readonly unit?: string | undefined
  readonly rows: readonly Ranked[]
  readonly target?: number | null | undefined
  readonly better?: 'high' | 'low' | undefined
  /** Decimals; by the spread of the values when left out. */
  readonly digits?: number | undefined
}

/** Highest, lowest, how far apart, and how many miss the target. */
export function rankingFinding({ lang, what, unit, rows, target, better = 'high', ...asked }: RankingFinding): string {
  const known = rows.flatMap((row) => (row.value === null ? [] : [{ label: row.label, value: row.value }]))
  const first = known[0]
  if (!first) return lang === 'en' ? `No area has a value for ${what}` : `没有地区有“${what}”的数值`
  const digits = asked.digits ?? decimalsFor(known.map((row) => row.value))
  const write = (value: number) => withUnit(formatValue(value, lang, digits), unit)
  if (known.length === 1)
    return lang === 'en'
      ? `${what}: ${first.label} ${write(first.value)}`
      : `${what}：${first.label} ${write(first.value)}`
  const sorted = [...known].sort((a, b) => b.value - a.value)
  const top = sorted[0] ?? first
  const low = sorted[sorted.length - 1] ?? first
  const short =
    target === null || target === undefined
      ? 0
      : known.filter((row) => (better === 'high' ? row.value < target : row.value > target)).length
  if (top.value === low.value)
    return lang === 'en'
      ? `${what}: every area has ${write(top.value)}`
      : `${what}：各地区相同，均为 ${write(top.value)}`
  const gap = withUnit(formatValue(top.value - low.value, lang, digits), differenceUnit(unit, lang))
  if (lang === 'en') {
    const tail =
      target === null || target === undefined
        ? ''
        : short === 0
          ? '; all reach the target'
          : `; ${short} of ${known.length} miss the target`
    return `${what}: highest in ${top.label} (${write(top.value)}), lowest in ${low.label} (${write(low.value)}), ${gap} apart${tail}`
  }
  const tail =
    target === null || target === undefined
      ? ''
      : short === 0
        ? '；均达到目标'
        : `；${known.length} 个地区中 ${short} 个未达到目标`
  return `${what}：${top.label}最高（${write(top.value)}），${low.label}最低（${write(low.value)}），相差 ${gap}${tail}`
}

interface DegreeFinding {
  readonly lang: Lang
  /** Name of the index, e.g. 变异系数. */
  readonly index: string
  readonly value: number | null
  readonly degree: number | null
  /** How it was measured, in words. */
  readonly convention: string
  readonly reason?: string | undefined
  readonly before?: { readonly period: string; readonly degree: number | null } | undefined
}

/** The degree of equality, always with the index it comes from, and its change. */
export function degreeFinding({ lang, index, value, degree, convention, reason, before }: DegreeFinding): string {
  if (degree === null) {
    const why = reason ? marks(lang).colon + reason : ''
    if (value === null) return lang === 'en' ? `No degree of equality${why}` : `无均等化程度${why}`
    const indexText = formatValue(value, lang, 3)
    return lang === 'en'
      ? `${index} is ${indexText}; no degree of equality${why}`
      : `${index}为 ${indexText}；无均等化程度${why}`
  }
  const head =
    lang === 'en'
      ? `Degree of equality ${formatValue(degree, lang, 1)} (${convention})`
      : `均等化程度 ${formatValue(degree, lang, 1)}（${convention}）`
  if (!before || before.degree === null) return head
  const change = degree - before.degree
  if (Math.abs(change) < 0.05)
    return lang === 'en' ? `${head}; as in ${before.period}` : `${head}，与${before.period}持平`
  const word = lang === 'en' ? (change > 0 ? 'up' : 'down') : change > 0 ? '提高' : '下降'
  const size = formatValue(Math.abs(change), lang, 1)
  return lang === 'en'
    ? `${head}; ${word} ${size} since ${before.period}`
    : `${head}，较${before.period}${word} ${size}`
}

interface SeriesFinding {
  readonly lang: Lang
  readonly what: string
  readonly unit?: string | undefined
  readonly periods: readonly string[]
  readonly values: readonly (number | null)[]
  /** Decimals as on the chart. */
  readonly digits?: number | undefined
}

/** From the first to the last known period. */
export function trendFinding({ lang, what, unit, periods, values, digits: asked }: SeriesFinding): string {
  const known = values.flatMap((value, i) =>
    value === null ? [] : [{ value, period: formatPeriod(periods[i], lang) }],
  )
  const first = known[0]
  const last = known[known.length - 1]
  if (!first || !last) return lang === 'en' ? `${what}: no values in these periods` : `${what}：这些时期没有数值`
  const digits = asked ?? decimalsFor(known.map((k) => k.value))
  const write = (value: number) => withUnit(formatValue(value, lang, digits), unit)
  if (known.length === 1)
    return lang === 'en'
      ? `${what}: ${write(first.value)} in ${first.period}`
      : `${what}：${first.period} ${write(first.value)}`
  const change = last.value - first.value
  if (formatValue(Math.abs(change), lang, digits) === formatValue(0, lang, digits)) {
    return lang === 'en'
      ? `${what}: unchanged at ${write(last.value)} from ${first.period} to ${last.period}`
      : `${what}：${first.period}至${last.period}持平，为 ${write(last.value)}`
  }
  if (lang === 'en')
    return `${what}: ${change > 0 ? 'up' : 'down'} from ${write(first.value)} in ${first.period} to ${write(last.value)} in ${last.period}`
  return `${what}：由${first.period}的 ${write(first.value)}${unit ? '' : ' '}${change > 0 ? '升至' : '降至'}${last.period}的 ${write(last.value)}`
}

/** How many of the areas stand in the best and the worst quadrant. */
export function quadrantFinding(
  lang: Lang,
  counts: { readonly n: number; readonly best: number; readonly worst: number },
): string {
  const { n, best, worst } = counts
  if (n === 0)
    return lang === 'en' ? 'Nothing has both a score and a degree of equality' : '没有同时具备得分与均等化程度的对象'
  return lang === 'en'
    ? `${best} of ${n} above the mean of these ${n} in both score and equality, ${worst} below it in both`
    : `${n} 个中，得分与均等化都高于这 ${n} 个均值的有 ${best} 个，都低于的有 ${worst} 个`
}

/** Where most of the inequality comes from. */
export function partsFinding(
  lang: Lang,
  index: string,
  grouping: string,
  between: number | null,
  total: number | null,
): string {
  if (between === null || total === null || total <= 0)
    return lang === 'en' ? `${index} cannot be split by ${grouping}` : `${index}无法按${grouping}分解`
  const share = between / total
  const text = formatShare(share, lang)
  if (lang === 'en')
    return `${text} of ${index} lies between groups (${grouping}), ${formatShare(1 - share, lang)} within them`
  return `按${grouping}分解${index}：${text} 来自组间，${formatShare(1 - share, lang)} 来自组内`
}

/** Strongest and weakest of a profile. */
export function profileFinding(
  lang: Lang,
  who: string,
  axes: readonly { readonly label: string; readonly value: number | null }[],
): string {
  const known = axes
    .flatMap((axis) => (axis.value === null ? [] : [{ label: axis.label, value: axis.value }]))
    .sort((a, b) => b.value - a.value)
  const top = known[0]
  const low = known[known.length - 1]
  if (!top || !low || known.length < 2)
    return lang === 'en' ? `${who}: too few domains have a score` : `${who}：有得分的领域太少`
  const write = (value: number) => formatValue(value, lang, 1)
  return lang === 'en'
    ? `${who}: strongest in ${top.label} (${write(top.value)}), weakest in ${low.label} (${write(low.value)})`
    : `${who}：${top.label}最强（${write(top.value)}），${low.label}最弱（${write(low.value)}）`
}

/** Who rose, who fell, and the largest move. */
export function changeFinding(
  lang: Lang,
  rows: readonly { readonly label: string; readonly from: number | null; readonly to: number | null }[],
  unit?: string,
): string {
  const moves = rows.flatMap((row) =>
    row.from === null || row.to === null ? [] : [{ label: row.label, by: row.to - row.from }],
  )
  const largest = [...moves].sort((a, b) => Math.abs(b.by) - Math.abs(a.by))[0]
  if (!largest) return lang === 'en' ? 'No area has values in both periods' : '没有地区在两个时期都有数值'
  const up = moves.filter((move) => move.by > 0).length
  const down = moves.filter((move) => move.by < 0).length
  const same = moves.length - up - down
  const size = withUnit(
    formatChange(largest.by, lang, decimalsFor(moves.map((move) => move.by))),
    unit === '%' || unit === '‰' ? differenceUnit(unit, lang) : '',
  )
  const counts =
    lang === 'en'
      ? [up && `${up} rose`, down && `${down} fell`, same && `${same} stayed`]
      : [up && `${up} 个上升`, down && `${down} 个下降`, same && `${same} 个持平`]
  const said = counts.filter((part) => part !== 0).join(marks(lang).comma)
  return lang === 'en'
    ? `${said}; largest move: ${largest.label} (${size})`
    : `${said}；变化最大的是${largest.label}（${size}）`
}

/** How far the ranks can be trusted: a claim of firmness names what was varied, and that an interval covers 90 % of runs. */
export function intervalFinding(
  lang: Lang,
  rows: readonly { readonly label: string; readonly low: number; readonly high: number }[],
  varied: string,
): string {
  const widest = [...rows].sort((a, b) => b.high - b.low - (a.high - a.low))[0]
  if (!widest) return lang === 'en' ? 'No rank intervals' : '没有名次区间'
  const firm = rows.filter((row) => row.high - row.low < 1).length
  if (firm === rows.length)
    return lang === 'en'
      ? `Varying ${varied}: none of the ${rows.length} ranks moves in 90% of the runs`
      : `变动${varied}：${rows.length} 个地区的名次在 90% 的试算中都不变`
  if (lang === 'en')
    return `Varying ${varied}: ${firm} of ${rows.length} ranks do not move in 90% of the runs; least certain: ${widest.label} (${widest.low} to ${widest.high})`
  return `变动${varied}：${rows.length} 个地区中 ${firm} 个的名次在 90% 的试算中不变；最不确定的是${widest.label}（第 ${widest.low}–${widest.high} 名）`
}

/** What the poorest 40 % receive. */
export function lorenzFinding(
  lang: Lang,
  what: string,
  points: readonly (readonly [number, number])[],
  gini: number | null,
): string {
  const share = lorenzAt(points, 0.4)
  if (share === null) return lang === 'en' ? `${what}: no Lorenz curve` : `${what}：无法画洛伦兹曲线`
  const index =
    gini === null
      ? ''
      : lang === 'en'
        ? `Gini ${formatValue(gini, lang, 3)}: `
        : `基尼系数 ${formatValue(gini, lang, 3)}：`
  return lang === 'en'
    ? `${index}the lowest 40% hold ${formatShare(share, lang)} of ${what}`
    : `${index}最低的 40% 占有“${what}”总量的 ${formatShare(share, lang)}`
}

/** The curve's height at a share of the population, by linear interpolation. */
export function lorenzAt(points: readonly (readonly [number, number])[], at: number): number | null {
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1]
    const to = points[i]
    if (!from || !to || to[0] < at) continue
    const width = to[0] - from[0]
    return width > 0 ? from[1] + ((at - from[0]) / width) * (to[1] - from[1]) : to[1]
  }
  return null
}
