/** A text in the brackets of the language: 得分（分） and score (points). Pure. */
import type { Language } from './number.ts'

export function inBrackets(before: string, inside: string, language: Language): string {
  return language === 'en' ? `${before} (${inside})` : `${before}（${inside}）`
}
