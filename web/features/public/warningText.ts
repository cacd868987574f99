/** A published warning in a reader's language. Publications of before `junheng/publication@2` bring a sentence, which is shown as it was sealed; a code
 * of a later release, whose words are not here, is shown itself. Pure. */
import type { PublishedWarning } from '../../../worker/contract/publication.ts'
import type { WordsOf } from '../../i18n/area.ts'
import type { Locale } from '../../i18n/languages.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import type { warningWords } from '../../words/warnings.ts'

type Words = WordsOf<typeof warningWords>

export function warningText(
  { code, path = '', about, period = '', message }: PublishedWarning,
  words: Words,
  locale: Locale,
  formatPeriod: (period: string) => string,
): string {
  if (message !== undefined) return message
  if (!isKnown(words, code)) return path === '' ? code : `${code} ${path}`
  const said = words[code]
  if (typeof said === 'string') return said
  return said(about === undefined ? path : nameIn(locale, about), period === '' ? '' : formatPeriod(period))
}

const isKnown = (words: Words, code: string): code is keyof Words & string => Object.hasOwn(words, code)
