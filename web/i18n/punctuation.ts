/** Colons and brackets as each language sets them: full width in Chinese, with spaces in English. */
import { locale } from './locale.ts'

export function colon(): string {
  return locale.value === 'en' ? ': ' : '：'
}

export function labelled(label: string, text: string): string {
  return label + colon() + text
}

/** A remark after a word: 名称（单位） · Name (unit). */
export function aside(text: string): string {
  return locale.value === 'en' ? ` (${text})` : `（${text}）`
}
