/** Large counts at a glance: 12,345 → 1.23万 in Chinese (steps 万 and 亿), 12.3k in English. Pure. */
import { formatWords } from '../words/format.ts'
import { formatNumber, isKnown, MISSING, withUnit, type Language, type Maybe } from './number.ts'

/** Three significant digits; a number that rounds up to the next step is written in it (9,999.9万 → 1亿). */
export function formatCompact(value: Maybe, language: Language, unit?: string | null): string {
  if (!isKnown(value)) return MISSING
  const size = Number(Math.abs(value).toPrecision(3))
  const { steps, stepGap } = formatWords[language]
  const step = steps.find(([from]) => size >= from)
  if (step === undefined) return formatNumber(value, language, { unit: unit ?? null })
  const scaled = (Math.sign(value) * size) / step[0]
  const digits = Math.abs(scaled) >= 100 ? 0 : Math.abs(scaled) >= 10 ? 1 : 2
  const text = formatNumber(Number(scaled.toFixed(digits)), language) + step[1]
  return withUnit(text, unit, stepGap)
}

/** Bytes for people, in steps of 1,024. */
export function formatBytes(bytes: Maybe, language: Language): string {
  if (!isKnown(bytes)) return MISSING
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let index = 0
  let size = bytes
  while (size >= 1024 && index < units.length - 1) {
    size /= 1024
    index += 1
  }
  return formatNumber(size, language, { digits: size >= 100 || index === 0 ? 0 : 1, unit: units[index] ?? 'B' })
}
