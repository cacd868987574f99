/** Where and what a difference is, in words: 2024 年 · 西区 · 病有所医 · 得分. */
import type { Difference } from '../../../worker/record/report.types.ts'
import type { Format } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import type { WordsOf } from '../../i18n/area.ts'
import type { verifyWords } from '../../words/verify.ts'

type Text = WordsOf<typeof verifyWords>

export function placeOf({ part, period, area, node, field }: Difference, words: Text, format: Format): string {
  const where = [
    period === null ? partName(part, words, format) : format.period(period),
    area === null ? (part.startsWith('period:') && node !== null ? words.city : '') : nameIn(locale.value, area),
    node === null ? '' : nameIn(locale.value, node),
    fieldName(field, words),
  ]
  return where.filter((word) => word !== '').join(' · ')
}

function partName(part: string, words: Text, format: Format): string {
  if (part.startsWith('period:')) return words.partPeriod(format.period(part.slice('period:'.length)))
  const key = `part.${part}`
  return textOf(words, key) ?? part
}

const fieldName = (field: string, words: Text): string => textOf(words, `field.${field}`) ?? field

function textOf(words: Text, key: string): string | undefined {
  const found: unknown = Reflect.get(words, key)
  return typeof found === 'string' ? found : undefined
}

/** A stated or computed value as the file writes it, cut where it is long. */
export function shownValue(value: unknown, words: Text): string {
  if (value === undefined) return words.nothing
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}
