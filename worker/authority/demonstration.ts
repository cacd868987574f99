/** Who belongs to a demonstration. Its passwords are public, so on a server that is none they open nothing, whoever's data it was started with.
 * The surprise: the Worker knows the password by its hash only, and the accounts not at all; the local start hands them over. */
import { sha256Hex } from '../lib/bytes.ts'

/** SHA-256 of the password of db/seed/demo/accounts.ts; a test holds the two together. */
export const DEMO_PASSWORD_HASH = '6ff7869d07a144ce8c5639c112da3663def591b084769dfd6964f156c13b76c1'

/** `.example` is reserved (RFC 2606): nobody real has such an address. */
export const isDemoEmail = (email: string): boolean => email.endsWith('.example')

export const isDemoCredential = async (email: string, password: string): Promise<boolean> =>
  isDemoEmail(email) || (await sha256Hex(password.normalize('NFKC'))) === DEMO_PASSWORD_HASH
