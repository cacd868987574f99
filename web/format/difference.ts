/** Differences between values of one unit. Two percentages differ by percentage points, never by per cent; every other unit keeps its name. Pure. */
import { formatWords } from '../words/format.ts'
import { formatNumber, formatSigned, type Language, type Maybe } from './number.ts'
import { formatUnit } from './unit.ts'

const POINTS = { '%': 'percentagePoints', '‰': 'perMillePoints' } as const

function pointsOf(unit: string | null | undefined): (typeof POINTS)[keyof typeof POINTS] | undefined {
  const symbol = (unit ?? '').trim()
  return symbol === '%' || symbol === '‰' ? POINTS[symbol] : undefined
}

/** The unit of a difference: % → 个百分点 · percentage points. */
export function differenceUnit(unit: string | null | undefined, language: Language): string {
  const points = pointsOf(unit)
  return points === undefined ? formatUnit(unit, language) : formatWords[language][points]
}

/** For a column's head, where no number stands before it: % → 百分点. */
export function differenceHead(unit: string | null | undefined, language: Language): string {
  const points = pointsOf(unit)
  return points === undefined ? formatUnit(unit, language) : formatWords[language][`${points}Head`]
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
