/** The punctuation marks of each language: full width in Chinese, with spaces in English. Pure. */
import type { WordsOf } from '../i18n/area.ts'
import { formatWords } from '../words/format.ts'
import type { Language } from './number.ts'

export function marks(
  language: Language,
): Pick<WordsOf<typeof formatWords>, 'colon' | 'comma' | 'listComma' | 'semicolon' | 'stop' | 'open' | 'close'> {
  return formatWords[language]
}

/** A text in the brackets of the language: 得分（分） and score (points). */
export function inBrackets(before: string, inside: string, language: Language): string {
  const { open, close } = formatWords[language]
  return before + open + inside + close
}
