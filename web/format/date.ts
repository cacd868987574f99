/** Dates and periods. Pure. Instants are shown in Beijing time, whatever the machine's zone, because deadlines are. */
import { formatWords } from '../words/format.ts'
import { MISSING, type Language } from './number.ts'

const ZONE = 'Asia/Shanghai'

function parts(instant: string | number | Date): { y: string; m: string; d: string; h: string; min: string } | null {
  const date = instant instanceof Date ? instant : new Date(instant)
  if (Number.isNaN(date.getTime())) return null
  const found = new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(date)
  const get = (type: string): string => found.find((part) => part.type === type)?.value ?? ''
  return { y: get('year'), m: get('month'), d: get('day'), h: get('hour'), min: get('minute') }
}

/** 2025年3月1日 · 1 Mar 2025 */
export function formatDate(instant: string | number | Date | null | undefined, language: Language): string {
  const at = instant === null || instant === undefined || instant === '' ? null : parts(instant)
  if (at === null) return MISSING
  return formatWords[language].date(at.y, Number(at.m), Number(at.d))
}

/** The date with hour and minute: 2025年3月1日 14:05 · 1 Mar 2025, 14:05 */
export function formatDateTime(instant: string | number | Date | null | undefined, language: Language): string {
  const at = instant === null || instant === undefined || instant === '' ? null : parts(instant)
  if (at === null) return MISSING
  return formatWords[language].dateTime(formatDate(instant, language), `${at.h}:${at.min}`)
}

/** A statistical period: 2024, 2024-H1, 2024-Q3, 2024-07. Anything else is shown as it is. */
export function formatPeriod(period: string | null | undefined, language: Language): string {
  if (period === null || period === undefined || period === '') return MISSING
  const match = /^(\d{4})(?:-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/.exec(period)
  if (match === null) return period
  const year = match[1] ?? ''
  const part = match[2]
  const words = formatWords[language]
  if (part === undefined) return words.year(year)
  if (part.startsWith('H')) return words.half(year, Number(part.slice(1)))
  if (part.startsWith('Q')) return words.quarter(year, Number(part.slice(1)))
  return words.month(year, Number(part))
}

/** Whole days from now to a deadline in Beijing's calendar: 0 today, negative when past. */
export function daysUntil(instant: string | number | Date, now: Date): number | null {
  const to = parts(instant)
  const from = parts(now)
  if (to === null || from === null) return null
  return Math.round(
    (Date.UTC(Number(to.y), Number(to.m) - 1, Number(to.d)) -
      Date.UTC(Number(from.y), Number(from.m) - 1, Number(from.d))) /
      86_400_000,
  )
}
