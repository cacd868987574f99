/** For whom a sign-in counts, and whether it may be tried now: decided before the password is hashed. A browser that this person used before
 * is counted by itself and waits for nobody else; any other is counted with its address, the address over all accounts, and the account
 * over all addresses. Where no address is known, one cannot be told from another: only the account counts, with its short delay. */
import { countTry, forgiveTry, isKnownDevice, nextTryAt, type Subject } from '../../../db/hub/queries/signInAttempts.ts'
import { AppError } from '../../contract/problems.ts'
import { sha256Hex } from '../../lib/bytes.ts'
import { sentence } from '../../words/sentence.ts'
import type { Statement } from '../../../db/client.ts'
import type { ServiceContext } from '../../context.ts'

export interface Try {
  readonly isKnownDevice: boolean
  /** To be written with the session when the password was right. */
  readonly forgive: readonly Statement[]
}

export async function requireTry(
  ctx: ServiceContext,
  { email, address, deviceHash }: { email: string; address: string; deviceHash: string | null },
): Promise<Try> {
  const { config, hub } = ctx
  if (config.rateLimits === 'off') return { isKnownDevice: false, forgive: [] }
  const known = deviceHash !== null && (await isKnownDevice(hub, deviceHash, email))
  const subjects = known
    ? [await subject('device', `${deviceHash} ${email}`, config.signInPair)]
    : address === 'unknown'
      ? [await subject('pair', `unknown ${email}`, config.signInAccount)]
      : await Promise.all([
          subject('pair', `${address} ${email}`, config.signInPair),
          subject('address', address, config.signInAddress),
          subject('account', email, config.signInAccount),
        ])
  const nowMs = ctx.now()
  if (await countTry(hub, subjects, nowMs)) return { isKnownDevice: known, forgive: forgiveTry(hub, subjects) }
  throw tooOften(Math.max(1, Math.ceil(((await nextTryAt(hub, subjects, nowMs)) - nowMs) / 1000)))
}

async function subject(
  kind: Subject['kind'],
  named: string,
  { free, longestSeconds }: { free: number; longestSeconds: number },
): Promise<Subject> {
  return { subject: await sha256Hex(`${kind} ${named}`), kind, free, longestMs: longestSeconds * 1000 }
}

export const tooOften = (retryAfterSeconds: number): AppError =>
  new AppError('rate-limited', sentence('accounts.too-many-tries', { seconds: retryAfterSeconds }), [], {
    retryAfterSeconds,
  })
