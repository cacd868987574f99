/** Who belongs to a demonstration. Its passwords are public, so on a server that is none they open nothing, whoever's data it was started with.
 * The surprise: the Worker knows the password and the addresses by their hashes only; the local start hands the accounts over for its sign-in page. */
import { sha256Hex } from '../lib/bytes.ts'

/** SHA-256 of the password of db/seed/demo/accounts.ts; a test holds the two together. */
export const DEMO_PASSWORD_HASH = '6ff7869d07a144ce8c5639c112da3663def591b084769dfd6964f156c13b76c1'

/** First 16 digits of the SHA-256 of each account's address, likewise. */
export const DEMO_EMAIL_HASHES: ReadonlySet<string> = new Set([
  'effbd31c9941e498',
  '462500ef8ed9e17e',
  '79bb9d35bed32486',
  '08d36b53b1cbca57',
  '25feda4826c77e06',
  '12e33f14f24fcf67',
  'ccd233280528a600',
  '26ba06ceb89413d1',
  'a750235ec7de54f6',
  '91220206bcccb846',
  'a58b92816e320a2c',
  'c03fcb708d322ad7',
  '9c94f04e9a9445ed',
  '90ce82950e3764d9',
  'cb803fc7308235b0',
])

export const isDemoEmail = async (email: string): Promise<boolean> =>
  DEMO_EMAIL_HASHES.has((await sha256Hex(email)).slice(0, 16))

export const isDemoCredential = async (email: string, password: string): Promise<boolean> =>
  (await isDemoEmail(email)) || (await sha256Hex(password.normalize('NFKC'))) === DEMO_PASSWORD_HASH
