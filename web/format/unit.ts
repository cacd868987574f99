/** Units of indicators in the reader's language. Frameworks write them in Chinese (张/千人); English is put together from
 * the parts it knows, and a unit with an unknown part is shown as it is. A test holds that every seeded indicator's unit is known. Pure. */
import type { Language } from './number.ts'

/** What is counted. A count of heads or things needs no word of its own in English when a base follows: 2.8 per 1,000 people. */
const COUNTED: Readonly<Record<string, string>> = {
  个: '',
  '1': '',
  处: '',
  所: '',
  家: '',
  万个: '10,000',
  万张: '10,000 beds',
  万次: '10,000 times',
  万人次: '10,000 visits',
  人: '',
  张: 'beds',
  册: 'volumes',
  平方米: 'm²',
  平方公里: 'km²',
  元: 'yuan',
  万元: '10,000 yuan',
  亿元: '100 million yuan',
  场: 'events',
  场次: 'events',
  次: 'times',
  人次: 'visits',
  户: 'households',
  件: 'cases',
  生: 'pupils',
  月: 'months',
  天: 'days',
  岁: 'years of age',
  年: 'years',
  分钟: 'minutes',
  倍: 'times',
  分: 'points',
  系数: 'coefficient',
  公里: 'km',
  小时: 'hours',
  百分点: 'percentage points',
}
/** A count of people or things that stands alone does need its word. */
const ALONE: Readonly<Record<string, string>> = {
  人: 'people',
  千人: '1,000 people',
  万人: '10,000 people',
}
const PER: Readonly<Record<string, string>> = {
  人: 'person',
  户: 'household',
  千人: '1,000 people',
  万人: '10,000 people',
  百人: '100 people',
  '10万': '100,000',
  '10万人': '100,000 people',
  百万人: 'million people',
  年: 'year',
  月: 'month',
  天: 'day',
  师: 'teacher',
  平方公里: 'km²',
}

export function formatUnit(unit: string | null | undefined, language: Language): string {
  if (unit === null || unit === undefined || unit === '') return ''
  if (language !== 'en' || !/[\u4e00-\u9fff]/.test(unit)) return unit
  const [counted = '', per, ...rest] = unit.split('/')
  if (rest.length > 0) return unit
  const what = COUNTED[counted]
  if (per === undefined) return ALONE[counted] ?? (what === undefined || what === '' ? unit : what)
  const each = PER[per]
  return what === undefined || each === undefined ? unit : `${what} per ${each}`.trim()
}
