/** Kinds of charts, and what several of them say with web/words/<language>/charts.ts. */
import { LOCALES } from '../i18n/languages.ts'
import { chartWords } from '../words/charts.ts'
import type { Lang } from './lang.ts'

export type ChartKind =
  | 'bars'
  | 'strip'
  | 'lorenz'
  | 'scatter'
  | 'lines'
  | 'multiples'
  | 'heat'
  | 'parts'
  | 'radar'
  | 'slope'
  | 'intervals'

/** 「第 3 名」 or "rank 3"; shared ranks say so. */
export function rankWords(rank: number | null, tied: boolean, lang: Lang): string {
  const words = chartWords[lang]
  return rank === null ? words.notRanked : words.nth(rank, tied)
}

/** The mark of demo data in every language, for a file that leaves the product. */
export function demoMark(): string {
  return LOCALES.map((lang) => chartWords[lang].demo).join(' · ')
}
