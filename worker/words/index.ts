/** The languages of the server's answers. Another one is a folder of its own, a line here and its tag in LOCALES (contract/names.ts); the
 * compiler then names every sentence that it lacks. */
import { en } from './en/index.ts'
import { zhCN } from './zh-CN/index.ts'
import type { Locale } from '../contract/names.ts'
import type { Params } from './param.types.ts'
import type { Said, Words } from './sentence.ts'

export const WORDS: Readonly<Record<Locale, Words>> = { 'zh-CN': zhCN, en }

/** The text of a sentence in a reader's language, of several a line each. Text that is the same in every language (a number, a name, a library's own words) stays as it is. */
export function textOf(locale: Locale, said: Said): string {
  if (typeof said === 'string') return said
  if (!('key' in said)) return said.map((one) => textOf(locale, one)).join('\n')
  const [area = '', entry = ''] = said.key.split('.')
  // Guarantee: `sentence` alone makes a key, with the params that the entry of every language takes.
  const words = (WORDS[locale] as unknown as Catalogue)[area]?.[entry] ?? said.key
  return typeof words === 'string' ? words : words(said.params)
}
type Catalogue = Readonly<Record<string, Readonly<Record<string, string | ((params: Params) => string)>>>>
