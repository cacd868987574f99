/** The punctuation marks of each language: full width in Chinese, with spaces in English. Pure. */
import type { Language } from './number.ts'

interface Marks {
  readonly colon: string
  readonly comma: string
  /** Between the words of a list. */
  readonly listComma: string
  readonly semicolon: string
  readonly stop: string
  readonly open: string
  readonly close: string
}

const MARKS: Readonly<Record<Language, Marks>> = {
  'zh-CN': { colon: '：', comma: '，', listComma: '、', semicolon: '；', stop: '。', open: '（', close: '）' },
  en: { colon: ': ', comma: ', ', listComma: ', ', semicolon: '; ', stop: '. ', open: ' (', close: ')' },
}

export function marks(language: Language): Marks {
  return MARKS[language]
}

/** A text in the brackets of the language: 得分（分） and score (points). */
export function inBrackets(before: string, inside: string, language: Language): string {
  const { open, close } = MARKS[language]
  return before + open + inside + close
}
