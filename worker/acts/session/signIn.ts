/** E-mail and password → session token. Unknown address, wrong password, disabled person and a demonstration's account on a server that is none
 * take the same time, get the same answer and leave the same mark in the audit log. */
import { rememberDevice } from '../../../db/hub/queries/signInAttempts.ts'
import { findUserByEmail, openSession } from '../../../db/hub/queries/users.ts'
import { isDemoCredential } from '../../authority/demonstration.ts'
import { AppError } from '../../contract/problems.ts'
import { randomToken, sha256Hex } from '../../lib/bytes.ts'
import { withHashPlace } from '../../lib/hashGate.ts'
import { hashPassword, verifyPassword } from '../../lib/password.ts'
import { requireTry, tooOften } from '../../services/auth/signInDelay.ts'
import type { Act, Plan } from '../act.types.ts'
import type { ServiceContext } from '../../context.ts'

const SESSION_LIFETIME_MS = 7 * 24 * 3600 * 1000

export interface SignInRequest {
  readonly email: string
  readonly password: string
  readonly address: string
  /** What this browser was given when somebody signed in before. */
  readonly device: string | undefined
}

interface Opened {
  readonly token: string
  readonly expiresAt: number
  readonly device: string
}

/** A refusal is an act too: it stands in the audit log, and its answer is the error. */
export const signIn: Act<ServiceContext, SignInRequest, Opened> = {
  name: 'session.opened',
  by: 'anybody',
  where: 'hub',
  plan,
}

async function plan(
  ctx: ServiceContext,
  { email: given, password, address, device }: SignInRequest,
): Promise<Plan<Opened>> {
  const email = given.trim().toLowerCase()
  const isToken = device !== undefined && /^[A-Za-z0-9_-]{43}$/.test(device)
  const attempt = await requireTry(ctx, { email, address, deviceHash: isToken ? await sha256Hex(device) : null })
  const user = await findUserByEmail(ctx.hub, email)
  const matches = await withHashPlace(ctx.config.hashesAtOnce, () =>
    user === undefined
      ? hashPassword(password, ctx.config.scryptCost).then(() => false)
      : verifyPassword(password, user.passwordHash),
  )
  if (matches === undefined) throw tooOften(3)
  const facts = { address: (await sha256Hex(`address ${address}`)).slice(0, 12), knownDevice: attempt.isKnownDevice }
  const isClosed = ctx.config.demo !== 'local' && (await isDemoCredential(email, password))
  if (!matches || user?.status !== 'active' || isClosed) {
    // Whose account it would have been is for the log alone; an address that nobody has is not kept.
    return {
      target: user?.id ?? 'unknown',
      action: 'session.refused',
      statements: [],
      detail: facts,
      result: () => Promise.reject(new AppError('wrong-password')),
    }
  }
  const token = randomToken()
  const createdAt = ctx.now()
  const expiresAt = createdAt + SESSION_LIFETIME_MS
  const keptDevice = isToken ? device : randomToken()
  return {
    target: user.id,
    doneBy: `user:${user.id}`,
    statements: [
      ...openSession(ctx.hub, { tokenHash: await sha256Hex(token), userId: user.id, createdAt, expiresAt }),
      rememberDevice(ctx.hub, await sha256Hex(keptDevice), user.id, createdAt),
      ...attempt.forgive,
    ],
    detail: facts,
    result: () => ({ token, expiresAt, device: keptDevice }),
  }
}
