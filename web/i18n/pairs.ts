/** Names that the catalogues of the Worker keep as pairs, `['基尼系数', 'Gini coefficient']`: the one way to read them. Pure. */
import type { Area } from './area.ts'
import { LANGUAGES, LOCALES, type Locale } from './languages.ts'

type Pair = readonly [zh: string, en: string]

export function pairIn(locale: Locale, pair: Pair): string {
  return pair[LANGUAGES[locale].data === '' ? 0 : 1]
}

/** Guarantee: every key in every language. */
export function areaOfPairs<K extends string>(
  keys: readonly K[],
  of: (key: K) => Pair,
): Area<Readonly<Record<K, string>>> {
  const wordsIn = (locale: Locale) => Object.fromEntries(keys.map((key) => [key, pairIn(locale, of(key))]))
  return Object.fromEntries(LOCALES.map((locale) => [locale, wordsIn(locale)])) as Area<Record<K, string>>
}
