/** The formatters bound to the language in use; the component renders again when the language changes. */
import type { Locale } from '../i18n/languages.ts'
import { locale } from '../i18n/locale.ts'
import { formatBytes, formatCompact } from './compact.ts'
import { formatDate, formatDateTime, formatPeriod } from './date.ts'
import { formatDifference, formatSignedDifference } from './difference.ts'
import { formatNumber, formatPercent, formatRange, formatSigned, type Maybe, type NumberStyle } from './number.ts'

type When = string | number | Date | null | undefined

export interface Format {
  /** 1,234.5 with a unit; `digits` fixes the decimals. */
  readonly number: (value: Maybe, style?: NumberStyle) => string
  /** A share of one: 0.123 → 12.3%. */
  readonly percent: (share: Maybe, digits?: number) => string
  readonly signed: (value: Maybe, style?: NumberStyle) => string
  /** A distance between two values of one unit, without and with its sign: percentages differ by percentage points. */
  readonly difference: (value: Maybe, unit: string | null | undefined, digits?: number) => string
  readonly signedDifference: (value: Maybe, unit: string | null | undefined, digits?: number) => string
  readonly range: (low: Maybe, high: Maybe, style?: NumberStyle) => string
  /** 1.23万 · 12.3k */
  readonly compact: (value: Maybe, unit?: string | null) => string
  readonly bytes: (value: Maybe) => string
  readonly date: (value: When) => string
  readonly dateTime: (value: When) => string
  readonly period: (value: string | null | undefined) => string
}

function bind(language: Locale): Format {
  return {
    number: (value, style) => formatNumber(value, language, style),
    percent: (share, digits) => formatPercent(share, language, digits),
    signed: (value, style) => formatSigned(value, language, style),
    difference: (value, unit, digits) => formatDifference(value, unit, language, digits),
    signedDifference: (value, unit, digits) => formatSignedDifference(value, unit, language, digits),
    range: (low, high, style) => formatRange(low, high, language, style),
    compact: (value, unit) => formatCompact(value, language, unit),
    bytes: (value) => formatBytes(value, language),
    date: (value) => formatDate(value, language),
    dateTime: (value) => formatDateTime(value, language),
    period: (value) => formatPeriod(value, language),
  }
}

const bound: Partial<Record<Locale, Format>> = {}

export function useFormat(): Format {
  return (bound[locale.value] ??= bind(locale.value))
}
