import type { warnings as first } from '../zh-CN/warnings.ts'

const when = (period: string): string => (period === '' ? '' : ` (${period})`)

export const warnings: typeof first = {
  'indicator-without-values': ({ name }) =>
    `“${name}” has no value in any chosen period and took no part in the scores`,
  'unweighted-period': ({ node }) => `${node}: populations are incomplete, so means and indices are unweighted`,
  'constant-indicator': ({ name, period }) =>
    `“${name}”${when(period)}: all areas have the same value, so everybody gets the midpoint`,
  'floored-zero': ({ name }) => `${name}: some scores were raised to the floor before a geometric or harmonic mean`,
  'no-score': ({ name, period }) =>
    `“${name}”${when(period)}: this value has no finite score by the chosen method and counts as missing`,
  'equality-unweighted': () => 'Some period lacks populations, so equality counts every area alike in all periods',
  'outside-scale': ({ name, period }) =>
    `“${name}”${when(period)}: a value lies outside the indicator’s scale, so there is no degree of equality; check the value or the scale`,
  'degree-clipped': ({ name, period }) =>
    `“${name}”${when(period)}: dispersion is above 1, so the degree of equality is held at 0`,
  'older-engine': () =>
    'An older engine computed this evaluation: it has no realization and no equality from raw values; run it again',
  'touched-cut': ({ node, listed }) => `of ${node} touched cells the first ${listed} are listed`,
  'warnings-cut': ({ node }) => `${node} warnings in all`,
}
