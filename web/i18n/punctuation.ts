/** Colons and brackets in the language in use. */
import { inBrackets, marks } from '../format/marks.ts'
import { locale } from './locale.ts'

export function colon(): string {
  return marks(locale.value).colon
}

export function labelled(label: string, text: string): string {
  return label + colon() + text
}

/** A remark after a word: 名称（单位） · Name (unit). */
export function aside(text: string): string {
  return inBrackets('', text, locale.value)
}
