/** 2024年、2024年第一季度、2024Q1、2024/1 … → the form of the wire, or undefined. Pure. */
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

export function parsePeriod(raw: string): string | undefined {
  const text = raw.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
  const match = /^(\d{4})(?:年度?)?(.*)$/.exec(text)
  const year = Number(match?.[1])
  if (match === null || year < 1900 || year > 2100) return undefined
  const part = partOf(match[2] ?? '')
  return part === undefined ? undefined : `${match[1]}${part}`
}

function partOf(rest: string): string | undefined {
  if (rest === '') return ''
  const half = /^(?:-?H([12])|(上|下)半年)$/.exec(rest)
  if (half !== null) return `-H${half[1] ?? (half[2] === '上' ? 1 : 2)}`
  const quarter = /^(?:-?Q([1-4])|第?([一二三四1-4])季度?)$/.exec(rest)
  if (quarter !== null) return `-Q${quarter[1] ?? ordinal(quarter[2] ?? '')}`
  const month = /^(?:[-/.](\d{1,2})|(\d{1,2}|十?[一二]|[三四五六七八九十])月份?)$/.exec(rest)
  const n = month === null ? 0 : ordinal(month[1] ?? month[2] ?? '')
  return n >= 1 && n <= 12 ? `-${String(n).padStart(2, '0')}` : undefined
}

const ordinal = (text: string): number => (/^\d+$/.test(text) ? Number(text) : NUMERALS.indexOf(text) + 1)

/** The same part of the year before: what a value is compared with. */
export const yearBefore = (period: string): string => `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`
