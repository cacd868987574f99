/** Differences between values of one unit. Two percentages differ by percentage points, never by per cent; every other unit keeps its name. Pure. */
import { formatNumber, formatSigned, type Language, type Maybe } from './number.ts'
import { formatUnit } from './unit.ts'

const POINTS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  '%': ['个百分点', 'percentage points'],
  '‰': ['个千分点', 'per mille points'],
}

/** The unit of a difference: % → 个百分点 · percentage points. */
export function differenceUnit(unit: string | null | undefined, language: Language): string {
  const points = POINTS[(unit ?? '').trim()]
  if (points === undefined) return formatUnit(unit, language)
  return language === 'en' ? points[1] : points[0]
}

/** For a column's head, where no number stands before it: % → 百分点. */
export function differenceHead(unit: string | null | undefined, language: Language): string {
  return differenceUnit(unit, language).replace(/^个/, '')
}

export function formatDifference(
  value: Maybe,
  unit: string | null | undefined,
  language: Language,
  digits?: number,
): string {
  return formatNumber(value, language, {
    ...(digits === undefined ? {} : { digits }),
    unit: differenceUnit(unit, language),
  })
}

/** With its sign: +2.3 个百分点. */
export function formatSignedDifference(
  value: Maybe,
  unit: string | null | undefined,
  language: Language,
  digits?: number,
): string {
  return formatSigned(value, language, {
    ...(digits === undefined ? {} : { digits }),
    unit: differenceUnit(unit, language),
  })
}
