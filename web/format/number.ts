/** Numbers for people. Pure; the language is an argument. A missing value is an em dash, never a zero; minus is U+2212. */
import type { Locale } from '../i18n/languages.ts'
import { formatWords } from '../words/format.ts'

export type Language = Locale
export type Maybe = number | null | undefined

export const MISSING = '—'
const MINUS = '−'

export interface NumberStyle {
  /** Digits after the point, fixed. Left out: up to 2, as many as the number needs. */
  readonly digits?: number
  readonly unit?: string | null
}

export function isKnown(value: Maybe): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

const cache = new Map<string, Intl.NumberFormat>()

function formatter(language: Language, min: number, max: number): Intl.NumberFormat {
  const key = `${language}|${min}|${max}`
  const known = cache.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(language, { minimumFractionDigits: min, maximumFractionDigits: max })
  cache.set(key, made)
  return made
}

/** −0 and a negative that rounds to zero are both written 0. */
function plain(value: number, language: Language, digits: number | undefined): string {
  const text =
    digits === undefined ? formatter(language, 0, 2).format(value) : formatter(language, digits, digits).format(value)
  if (!text.startsWith('-')) return text
  return /[1-9]/.test(text) ? MINUS + text.slice(1) : text.slice(1)
}

/** Symbols stand close (98.9%), words after a no-break space (2.8 人/千人) or another gap. */
export function withUnit(text: string, unit: string | null | undefined, gap = '\u00A0'): string {
  if (unit === null || unit === undefined || unit === '') return text
  return /^[%‰°]/.test(unit) ? text + unit : text + gap + unit
}

export function formatNumber(value: Maybe, language: Language, style: NumberStyle = {}): string {
  if (!isKnown(value)) return MISSING
  return withUnit(plain(value, language, style.digits), style.unit)
}

/** A share of one as a percentage: 0.1234 → 12.3%. */
export function formatPercent(share: Maybe, language: Language, digits = 1): string {
  return isKnown(share) ? `${plain(share * 100, language, digits)}%` : MISSING
}

/** A change, always with its sign: +2.3, −0.8, ±0. */
export function formatSigned(value: Maybe, language: Language, style: NumberStyle = {}): string {
  if (!isKnown(value)) return MISSING
  const text = plain(value, language, style.digits)
  const sign = text.startsWith(MINUS) ? '' : /[1-9]/.test(text) ? '+' : '±'
  return withUnit(sign + text, style.unit)
}

/** An interval: 71.2–74.8. A negative lower end is joined by 至 / to, where a dash would mislead. */
export function formatRange(low: Maybe, high: Maybe, language: Language, style: NumberStyle = {}): string {
  if (!isKnown(low) || !isKnown(high)) return MISSING
  const a = plain(low, language, style.digits)
  const b = plain(high, language, style.digits)
  const joined = low < 0 || high < 0 ? formatWords[language].range(a, b) : `${a}–${b}`
  return withUnit(joined, style.unit)
}
