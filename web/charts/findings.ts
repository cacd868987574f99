/** Titles that state the finding, written from the numbers that the chart shows. The facts are found here, the sentences stand in
 * web/words/<language>/findings.ts. Pure.
 * When there is nothing to state (no data, one area) the sentence says just that. */
import { differenceUnit } from '../format/difference.ts'
import { formatPeriod } from '../format/date.ts'
import type { Lang } from './lang.ts'
import { decimalsFor, formatShare, formatChange, formatValue, withUnit } from './numbers.ts'
import type { Ranked } from './ranking.ts'
import { marks } from '../format/marks.ts'
import { findingWords } from '../words/findings.ts'

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
  const words = findingWords[lang]
  const first = known[0]
  if (!first) return words.rankingNone(what)
  const digits = asked.digits ?? decimalsFor(known.map((row) => row.value))
  const write = (value: number) => withUnit(formatValue(value, lang, digits), unit)
  const said = ({ label, value }: { readonly label: string; readonly value: number }) => ({
    label,
    value: write(value),
  })
  if (known.length === 1) return words.rankingOne(what, said(first))
  const sorted = [...known].sort((a, b) => b.value - a.value)
  const top = sorted[0] ?? first
  const low = sorted[sorted.length - 1] ?? first
  if (top.value === low.value) return words.rankingSame(what, write(top.value))
  const gap = withUnit(formatValue(top.value - low.value, lang, digits), differenceUnit(unit, lang))
  const misses = (value: number) => (better === 'high' ? value < (target ?? 0) : value > (target ?? 0))
  const missed =
    target === null || target === undefined
      ? null
      : { missed: known.filter((row) => misses(row.value)).length, of: known.length }
  return words.ranking(what, said(top), said(low), gap, missed)
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
  const words = findingWords[lang]
  if (degree === null) {
    const why = reason ? marks(lang).colon + reason : ''
    return value === null ? words.noDegree(why) : words.indexWithoutDegree(index, formatValue(value, lang, 3), why)
  }
  const head = words.degree(formatValue(degree, lang, 1), convention)
  if (!before || before.degree === null) return head
  const change = degree - before.degree
  if (Math.abs(change) < 0.05) return words.degreeSame(head, before.period)
  return words.degreeMoved(head, before.period, change > 0, formatValue(Math.abs(change), lang, 1))
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
  const words = findingWords[lang]
  if (!first || !last) return words.trendNone(what)
  const digits = asked ?? decimalsFor(known.map((k) => k.value))
  const write = (value: number) => withUnit(formatValue(value, lang, digits), unit)
  if (known.length === 1) return words.trendOne(what, first.period, write(first.value))
  const change = last.value - first.value
  if (formatValue(Math.abs(change), lang, digits) === formatValue(0, lang, digits))
    return words.trendSame(what, first.period, last.period, write(last.value))
  return words.trend(
    what,
    { label: first.period, value: write(first.value) },
    { label: last.period, value: write(last.value) },
    change > 0,
    Boolean(unit),
  )
}

/** How many of the areas stand in the best and the worst quadrant. */
export function quadrantFinding(
  lang: Lang,
  counts: { readonly n: number; readonly best: number; readonly worst: number },
): string {
  const { n, best, worst } = counts
  return n === 0 ? findingWords[lang].quadrantNone : findingWords[lang].quadrants(n, best, worst)
}

/** Where most of the inequality comes from. */
export function partsFinding(
  lang: Lang,
  index: string,
  grouping: string,
  between: number | null,
  total: number | null,
): string {
  const words = findingWords[lang]
  if (between === null || total === null || total <= 0) return words.partsNone(index, grouping)
  const share = between / total
  return words.parts(index, grouping, formatShare(share, lang), formatShare(1 - share, lang))
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
  const words = findingWords[lang]
  if (!top || !low || known.length < 2) return words.profileNone(who)
  const said = (one: typeof top) => ({ label: one.label, value: formatValue(one.value, lang, 1) })
  return words.profile(who, said(top), said(low))
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
  const words = findingWords[lang]
  if (!largest) return words.changeNone
  const up = moves.filter((move) => move.by > 0).length
  const down = moves.filter((move) => move.by < 0).length
  const same = moves.length - up - down
  const size = withUnit(
    formatChange(largest.by, lang, decimalsFor(moves.map((move) => move.by))),
    unit === '%' || unit === '‰' ? differenceUnit(unit, lang) : '',
  )
  const counts = [up && words.rose(up), down && words.fell(down), same && words.stayed(same)]
  const said = counts.filter((part) => part !== 0).join(marks(lang).comma)
  return words.change(said, { label: largest.label, value: size })
}

/** How far the ranks can be trusted: a claim of firmness names what was varied, and that an interval covers 90 % of runs. */
export function intervalFinding(
  lang: Lang,
  rows: readonly { readonly label: string; readonly low: number; readonly high: number }[],
  varied: string,
): string {
  const widest = [...rows].sort((a, b) => b.high - b.low - (a.high - a.low))[0]
  const words = findingWords[lang]
  if (!widest) return words.intervalNone
  const firm = rows.filter((row) => row.high - row.low < 1).length
  return firm === rows.length
    ? words.intervalsFirm(varied, rows.length)
    : words.intervals(varied, rows.length, firm, widest.label, widest.low, widest.high)
}

/** What the poorest 40 % receive. */
export function lorenzFinding(
  lang: Lang,
  what: string,
  points: readonly (readonly [number, number])[],
  gini: number | null,
): string {
  const share = lorenzAt(points, 0.4)
  const words = findingWords[lang]
  if (share === null) return words.lorenzNone(what)
  return words.lorenz(what, formatShare(share, lang), gini === null ? null : formatValue(gini, lang, 3))
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
