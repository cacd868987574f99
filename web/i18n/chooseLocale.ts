/** Which of the languages to speak: what the address asks for, what was chosen before, else the first of the browser's languages that
 * there is, else Chinese. Pure. */
import { LOCALES, MASTER, primaryOf, type Locale } from './languages.ts'

export function chooseLocale(asked: string | null, stored: string | null, languages: readonly string[]): Locale {
  for (const wish of [asked, stored, ...languages]) {
    const known = wish === null ? undefined : localeOf(wish)
    if (known !== undefined) return known
  }
  return MASTER
}

/** Any Chinese is answered in Chinese, any English in English; other languages are not there. */
function localeOf(tag: string): Locale | undefined {
  return LOCALES.find((locale) => primaryOf(locale) === primaryOf(tag))
}
