/** The few words that charts say by themselves (kinds, buttons, marks, key help). `chartWords(lang)` needs no page,
 * so that sentences can be tested outside a browser. */
import type { WordsOf } from '../i18n/area.ts'
import { LOCALES } from '../i18n/languages.ts'
import { chartsArea } from '../words/charts.ts'
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

export function chartWords(lang: Lang): WordsOf<typeof chartsArea> {
  return chartsArea[lang]
}

/** 「第 3 名」 or "rank 3"; shared ranks say so. */
export function rankWords(rank: number | null, tied: boolean, lang: Lang): string {
  const words = chartWords(lang)
  return rank === null ? words.notRanked : words.nth(rank, tied)
}

/** The mark of demo data in every language, for a file that leaves the product. */
export function demoMark(): string {
  return LOCALES.map((lang) => chartWords(lang).demo).join(' · ')
}
