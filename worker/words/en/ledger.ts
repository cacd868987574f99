import type { ledger as first } from '../zh-CN/ledger.ts'

export const ledger: typeof first = {
  'bad-moment': ({ text }) => `“${text}” is not a moment that exists`,
  'unknown-set': ({ id }) => `There is no change set “${id}” that has been applied`,
  'unknown-indicator': ({ code }) => `There is no indicator “${code}”; give its code`,
  'unknown-area': ({ code }) => `There is no area “${code}”; give its code`,
  'act-unnamed': 'name an act by seq or by entry, its identifier',
  'not-sealed': ({ wanted, size }) => `${wanted} is beyond the ${size} sealed entries; take a smaller number`,
}
