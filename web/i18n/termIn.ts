/** Names that come from Chinese sources without another, in the reader's language; unknown ones stay Chinese. Pure. */
import { terms } from '../words/terms.ts'
import type { Locale } from './languages.ts'

export function termIn(locale: Locale, chinese: string): string {
  return terms[locale][chinese] ?? chinese
}
