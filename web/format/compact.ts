/** Large counts at a glance: 12,345 → 1.23万 in Chinese (steps 万 and 亿), 12.3k in English. Pure. */
import { formatNumber, isKnown, MISSING, withUnit, type Language, type Maybe } from './number.ts'

interface Step {
  readonly from: number
  readonly suffix: string
}

const STEPS: Readonly<Record<Language, readonly Step[]>> = {
  'zh-CN': [
    { from: 1e12, suffix: '万亿' },
    { from: 1e8, suffix: '亿' },
    { from: 1e4, suffix: '万' },
  ],
  en: [
    { from: 1e12, suffix: 'tn' },
    { from: 1e9, suffix: 'bn' },
    { from: 1e6, suffix: 'M' },
    { from: 1e3, suffix: 'k' },
  ],
}

/** Three significant digits; a number that rounds up to the next step is written in it (9,999.9万 → 1亿). */
export function formatCompact(value: Maybe, language: Language, unit?: string | null): string {
  if (!isKnown(value)) return MISSING
  const size = Number(Math.abs(value).toPrecision(3))
  const step = STEPS[language].find((candidate) => size >= candidate.from)
  if (step === undefined) return formatNumber(value, language, { unit: unit ?? null })
  const scaled = (Math.sign(value) * size) / step.from
  const digits = Math.abs(scaled) >= 100 ? 0 : Math.abs(scaled) >= 10 ? 1 : 2
  const text = formatNumber(Number(scaled.toFixed(digits)), language) + step.suffix
  if (unit === null || unit === undefined || unit === '') return text
  return language === 'zh-CN' ? text + unit : withUnit(text, unit)
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
