/** What a reader of a published result must know, by the code in the publication. */
import type { Words } from '../../i18n/area.ts'
import type zh from '../zh-CN/warnings.ts'

const when = (period: string): string => (period === '' ? '' : ` (${period})`)

export default {
  'indicator-without-values': (name) => `“${name}” has no value in any chosen period and took no part in the scores`,
  'unweighted-period': (_, period) => `${period}: populations are incomplete, so means and indices are unweighted`,
  'constant-indicator': (name, period) =>
    `“${name}”${when(period)}: all areas have the same value, so all get the midpoint`,
  'floored-zero': (name) => `${name}: some scores were raised to the floor before a geometric or harmonic mean`,
  'no-score': (name, period) => `“${name}”${when(period)}: a value has no finite score and counts as missing`,
  'equality-unweighted': 'Some period lacks populations, so equality counts every area alike in all periods',
  'outside-scale': (name, period) =>
    `“${name}”${when(period)}: a value lies outside the indicator’s scale, so there is no degree of equality`,
  'degree-clipped': (name, period) =>
    `“${name}”${when(period)}: dispersion is above 1, so the degree of equality is held at 0`,
  'older-engine':
    'An older engine computed this evaluation: it has no realization and no degree of equality from raw values',
} satisfies Words<typeof zh>
