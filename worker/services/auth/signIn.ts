/** E-mail and password → session token. Unknown address, wrong password, disabled person and a demonstration's account on a server that is none
 * take the same time, get the same answer and leave the same mark in the audit log. */
import { commitHub } from '../../../db/commit.ts'
import { rememberDevice } from '../../../db/hub/queries/signInAttempts.ts'
import { findUserByEmail, openSession } from '../../../db/hub/queries/users.ts'
import { isDemoCredential } from '../../authority/demonstration.ts'
import { AppError } from '../../contract/problems.ts'
import { randomToken, sha256Hex } from '../../lib/bytes.ts'
import { withHashPlace } from '../../lib/hashGate.ts'
import { hashPassword, verifyPassword } from '../../lib/password.ts'
import { auditRow } from '../auditRow.ts'
import { requireTry, tooOften } from './signInDelay.ts'
import type { ServiceContext } from '../../context.ts'

const SESSION_LIFETIME_MS = 7 * 24 * 3600 * 1000

export interface SignInRequest {
  readonly email: string
  readonly password: string
  readonly address: string
  /** What this browser was given when somebody signed in before. */
  readonly device: string | undefined
}

export async function signIn(
  ctx: ServiceContext,
  { email: given, password, address, device }: SignInRequest,
): Promise<{ token: string; expiresAt: number; device: string }> {
  const email = given.trim().toLowerCase()
  const isToken = device !== undefined && /^[A-Za-z0-9_-]{43}$/.test(device)
  const attempt = await requireTry(ctx, { email, address, deviceHash: isToken ? await sha256Hex(device) : null })
  const user = await findUserByEmail(ctx.hub, email)
  const matches = await withHashPlace(ctx.config.hashesAtOnce, () =>
    user === undefined
      ? hashPassword(password, ctx.config.scryptCost).then(() => false)
      : verifyPassword(password, user.passwordHash),
  )
  if (matches === undefined) throw tooOften(ctx, 3)
  const facts = { address: (await sha256Hex(`address ${address}`)).slice(0, 12), knownDevice: attempt.isKnownDevice }
  const isClosed = ctx.config.demo !== 'local' && (await isDemoCredential(email, password))
  if (!matches || user?.status !== 'active' || isClosed) {
    // Whose account it would have been is for the log alone; an address that nobody has is not kept.
    await commitHub(ctx.hub, null, [], auditRow(ctx, 'session.refused', user?.id ?? 'unknown', facts))
    throw new AppError('wrong-password')
  }
  const token = randomToken()
  const createdAt = ctx.now()
  const expiresAt = createdAt + SESSION_LIFETIME_MS
  const keptDevice = isToken ? device : randomToken()
  await commitHub(
    ctx.hub,
    null,
    [
      ...openSession(ctx.hub, { tokenHash: await sha256Hex(token), userId: user.id, createdAt, expiresAt }),
      rememberDevice(ctx.hub, await sha256Hex(keptDevice), user.id, createdAt),
      ...attempt.forgive,
    ],
    { ...auditRow(ctx, 'session.opened', user.id, facts), actor: `user:${user.id}` },
  )
  return { token, expiresAt, device: keptDevice }
}
