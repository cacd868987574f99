/** Which of the two languages to speak: what the address asks for, what was chosen before, else the first of the browser's languages that
 * there is, else Chinese. Pure. */
export type Locale = 'zh-CN' | 'en'

export function chooseLocale(asked: string | null, stored: string | null, languages: readonly string[]): Locale {
  for (const wish of [asked, stored, ...languages]) {
    const known = wish === null ? null : localeOf(wish)
    if (known !== null) return known
  }
  return 'zh-CN'
}

/** Any Chinese is answered in Chinese, any English in English; other languages are not there. */
function localeOf(tag: string): Locale | null {
  if (/^zh\b/i.test(tag)) return 'zh-CN'
  return /^en\b/i.test(tag) ? 'en' : null
}
