/** The alternative text of a chart, made from the same numbers as its marks: kind, finding, what is measured, then
 * the points themselves as far as a listener can follow (the data table has the rest). Pure. */
import type { Lang } from './lang.ts'
import type { ChartKind } from './words.ts'
import { chartWords } from '../words/charts.ts'
import { marks } from '../format/marks.ts'

const SPOKEN = 10

export interface AltParts {
  readonly lang: Lang
  readonly kind: ChartKind
  readonly title: string
  readonly subtitle: string
  /** Readouts in reading order. */
  readonly readouts: readonly string[]
  readonly demo?: boolean
}

export function altText({ lang, kind, title, subtitle, readouts, demo }: AltParts): string {
  const words = chartWords[lang]
  const { stop, semicolon: pause, colon } = marks(lang)
  const spoken = readouts.slice(0, SPOKEN).join(pause)
  const rest = readouts.length > SPOKEN ? `${pause}${words.more}` : ''
  return [`${words[kind]}${colon}${title}`, subtitle, `${spoken}${rest}`, demo ? words.demoLong : '']
    .map((part) => part.trim().replace(/[。.]$/, ''))
    .filter((part) => part !== '')
    .join(stop)
    .concat(stop.trim())
}

/** The subtitle every chart carries: indicator · unit · period · n. */
export function subtitleOf(parts: {
  readonly lang: Lang
  readonly indicator: string
  readonly unit?: string | undefined
  readonly period?: string | undefined
  readonly n?: number | undefined
}): string {
  const { lang, indicator, unit, period, n } = parts
  const unitText = unit ? chartWords[lang].unitIs(unit) : ''
  return [indicator, unitText, period ?? '', n === undefined ? '' : `n = ${n}`]
    .filter((part) => part !== '')
    .join(' · ')
}
