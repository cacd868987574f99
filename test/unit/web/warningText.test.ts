import { expect, it } from 'vitest'
import { WARNING_CODES } from '../../../worker/contract/names.ts'
import { warningText } from '../../../web/features/public/warningText.ts'
import { LOCALES } from '../../../web/i18n/languages.ts'
import { formatPeriod } from '../../../web/format/date.ts'
import { warningWords } from '../../../web/words/warnings.ts'
import type { PublishedWarning } from '../../../worker/contract/publication.ts'

const said = (warning: PublishedWarning): string[] =>
  LOCALES.map((locale) => warningText(warning, warningWords[locale], locale, (p) => formatPeriod(p, locale)))

it('a published warning is read in the language of its reader', () => {
  const about = { name: '床位', nameEn: 'Beds' }
  expect(said({ code: 'constant-indicator', path: 'beds[2024]', about, period: '2024' })).toEqual([
    '“床位”（2024年）各地区数值相同，无法区分高低，均计中间值',
    '“Beds” (2024): all areas have the same value, so all get the midpoint',
  ])
  expect(said({ code: 'indicator-without-values', path: 'beds', about: { name: '床位', nameEn: '' } })).toEqual([
    '“床位”在所选时期没有任何数据，未参与计分',
    '“床位” has no value in any chosen period and took no part in the scores',
  ])
  expect(said({ code: 'unweighted-period', path: '2023', period: '2023' })[1]).toBe(
    '2023: populations are incomplete, so means and indices are unweighted',
  )
})

it('one that was sealed as a sentence is shown as it was sealed', () => {
  const message = '2023 缺少部分地区的人口，均值和指数未按人口加权'
  expect(said({ code: 'unweighted-period', path: '2023', message })).toEqual([message, message])
})

it('one of a later release is shown by its code', () => {
  expect(said({ code: 'of-a-later-engine', path: 'beds' })).toEqual(Array(2).fill('of-a-later-engine beds'))
})

it('every code has words, but for those that speak of lists and are not published', () => {
  const unpublished = new Set<string>(['touched-cut', 'warnings-cut'])
  for (const locale of LOCALES)
    expect(Object.keys(warningWords[locale])).toEqual(WARNING_CODES.filter((code) => !unpublished.has(code)))
})
