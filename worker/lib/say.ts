/** One sentence in the reader's language: both versions stand side by side where they are written. */
export type Locale = 'zh-CN' | 'en'

export type Say = (zh: string, en: string) => string

export const sayIn = (locale: Locale): Say => (locale === 'en' ? (_zh, en) => en : (zh) => zh)
