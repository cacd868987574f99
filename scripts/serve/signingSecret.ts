/** The secret under which the keys of the audit logs lie: made once for a state folder, for its owner's eyes alone. Lost, the next heads need new keys. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export function signingSecret(state: string): string {
  const file = join(state, 'signing-secret')
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
