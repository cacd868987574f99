/** Texts that data bring along in Chinese and, mostly, in English (`name` and `nameEn`): the one way to read them. Where a language has none
 * the Chinese one stands. Pure. */
import { LANGUAGES, type Locale } from './languages.ts'

type Both<K extends string> = { readonly [P in K | `${K}En`]?: string | null | undefined }

export function nameIn(locale: Locale, thing: Both<'name'>): string {
  return textIn(locale, thing, 'name')
}

/** `textIn(locale, result, 'note')` reads `note` or `noteEn`. */
export function textIn<K extends string>(locale: Locale, thing: Both<K>, key: K): string {
  return thing[`${key}${LANGUAGES[locale].data}`] || (thing[key] ?? '')
}

/** Sources written as "中文 · English": the half in this language, or the whole when there is no second half. */
export function halfIn(locale: Locale, text: string): string {
  const cut = text.lastIndexOf(' · ')
  if (cut < 0) return text
  const [first, second] = [text.slice(0, cut), text.slice(cut + 3)]
  if (!HAN.test(first) || HAN.test(second)) return text
  return LANGUAGES[locale].data === '' ? first : second
}

const HAN = /[\u4e00-\u9fff]/
