/** One sentence in the reader's language: both versions stand side by side where they are written. */
import type { Locale } from '../lib/locale.ts'

export type Say = (zh: string, en: string) => string

export const sayIn = (locale: Locale): Say => (locale === 'en' ? (_zh, en) => en : (zh) => zh)
