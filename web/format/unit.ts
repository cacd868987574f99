/** Units of indicators in the reader's language. Frameworks write them in Chinese (张/千人); other languages are put together from the parts
 * they know, and a unit with an unknown part is shown as it is. A test holds that every seeded indicator's unit is known. Pure. */
import { unitWords } from '../words/units.ts'
import type { Language } from './number.ts'

export function formatUnit(unit: string | null | undefined, language: Language): string {
  if (unit === null || unit === undefined || unit === '') return ''
  if (!/[\u4e00-\u9fff]/.test(unit)) return unit
  const words = unitWords[language]
  const [counted = '', per, ...rest] = unit.split('/')
  if (rest.length > 0) return unit
  const what = words.counted[counted]
  if (per === undefined) return words.alone[counted] ?? (what === undefined || what === '' ? unit : what)
  const each = words.per[per]
  return what === undefined || each === undefined ? unit : words.ratio(what, each)
}
