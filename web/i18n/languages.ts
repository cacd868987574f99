/** The languages there are, the product's first one first. Each has a folder of catalogues, web/words/<tag>. Pure. */
interface Language {
  /** What the switch in the header shows, and what it says to those who hear it. */
  readonly short: string
  readonly switchTo: string
  /** Data carry texts in Chinese (`name`) and English (`nameEn`): the ending of those that a reader of this language is shown. */
  readonly data: '' | 'En'
}

export const LANGUAGES = {
  'zh-CN': { short: '中文', switchTo: '切换为中文', data: '' },
  en: { short: 'EN', switchTo: 'Switch to English', data: 'En' },
} as const satisfies Record<string, Language>

export type Locale = keyof typeof LANGUAGES

/** The name of the product stands in two languages at once, in windows' titles and on paper. */
export const PRODUCT = '均衡 Junheng'

/** The language that everything is written in first, and that is spoken when nothing else fits. */
export const MASTER: Locale = 'zh-CN'

export const LOCALES = Object.keys(LANGUAGES).filter(isLocale)

export function isLocale(tag: string): tag is Locale {
  return Object.hasOwn(LANGUAGES, tag)
}

/** The language after this one, round the list: where the switch leads. */
export function nextLocale(locale: Locale): Locale {
  return LOCALES[(LOCALES.indexOf(locale) + 1) % LOCALES.length] ?? MASTER
}

/** zh of zh-CN, in small letters. */
export function primaryOf(tag: string): string {
  return tag.toLowerCase().split(/\W/)[0] ?? ''
}
