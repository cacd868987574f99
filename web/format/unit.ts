/** Units of indicators in the reader's language. Frameworks write them in Chinese (张/千人); English is put together from
 * the parts it knows, and a unit with an unknown part is shown as it is. Pure. */
import type { Language } from './number.ts'

const COUNTED: Readonly<Record<string, string>> = {
  个: '',
  '1': '',
  处: '',
  所: '',
  人: 'people',
  张: 'beds',
  册: 'volumes',
  平方米: 'm²',
  元: 'yuan',
  万元: '10,000 yuan',
  场: 'events',
  次: 'times',
  人次: 'visits',
  生: 'pupils',
  月: 'months',
  天: 'days',
  倍: 'times',
  分: 'points',
  系数: 'coefficient',
  公里: 'km',
  小时: 'hours',
}
const PER: Readonly<Record<string, string>> = {
  人: 'person',
  千人: '1,000 people',
  万人: '10,000 people',
  百人: '100 people',
  '10万': '100,000',
  '10万人': '100,000 people',
  年: 'year',
  月: 'month',
  师: 'teacher',
  百万人: 'million people',
}

export function formatUnit(unit: string | null | undefined, language: Language): string {
  if (unit === null || unit === undefined || unit === '') return ''
  if (language !== 'en' || !/[\u4e00-\u9fff]/.test(unit)) return unit
  const [counted = '', per, ...rest] = unit.split('/')
  const what = COUNTED[counted]
  if (what === undefined || rest.length > 0) return unit
  if (per === undefined) return what === '' ? unit : what
  const each = PER[per]
  return each === undefined ? unit : `${what} per ${each}`.trim()
}
