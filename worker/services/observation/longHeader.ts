/** The columns of the long form, written by the export and the template and understood by the import. */
import { sayIn } from '../../lib/say.ts'
import type { Locale } from '../../lib/say.ts'

export function longHeader(locale: Locale): string[] {
  const say = sayIn(locale)
  return [
    say('时期', 'period'),
    say('地区代码', 'area_code'),
    say('地区名称', 'area_name'),
    say('指标代码', 'indicator_code'),
    say('指标名称', 'indicator_name'),
    say('单位', 'unit'),
    say('值', 'value'),
  ]
}

/** The name in the reader's language; the Chinese one when there is no English. */
export const nameIn = (locale: Locale, item: { readonly name: string; readonly nameEn: string }): string =>
  locale === 'en' && item.nameEn !== '' ? item.nameEn : item.name
