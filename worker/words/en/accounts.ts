import type { accounts as first } from '../zh-CN/accounts.ts'

export const accounts: typeof first = {
  'scope-not-applicable': ({ scope }) => `${scope} does not apply to this kind of organisation`,
  'unknown-region-of-city': 'No such region; choose one from the list of regions',
  'unknown-region': 'No such region',
  'slug-taken': 'This slug is in use',
  'email-taken': 'This address has an account already',
  'too-many-tries': ({ seconds }) =>
    `Too many sign-in attempts. Try again in ${seconds} s, or from a browser you have signed in with before.`,
  'no-signing-secret': 'This server has no signing secret (SIGNING_SECRET); ask the platform’s operator',
}
