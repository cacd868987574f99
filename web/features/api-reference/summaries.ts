/** What an operation does, in the reader's language and with the language it is in: the document itself speaks English, and so does an
 * operation that no catalogue knows. */
import type { Locale } from '../../i18n/languages.ts'
import { locale } from '../../i18n/locale.ts'
import { summaries } from '../../words/summaries.ts'
import type { Operation } from './operations.ts'

export function summaryOf(operation: Operation): { readonly text: string; readonly lang: Locale } {
  const text = summaries[locale.value][`${operation.method} ${operation.route}`]
  return text === undefined ? { text: operation.raw.summary ?? '', lang: 'en' } : { text, lang: locale.value }
}
