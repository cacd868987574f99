/** E-mail and password → session token. An unknown address costs the same time as a wrong password. */
import { commitBookkeeping } from '../../../db/commit.ts'
import { findUserByEmail, openSession } from '../../../db/hub/queries/users.ts'
import { AppError } from '../../http/errors.ts'
import { randomToken, sha256Hex } from '../../lib/bytes.ts'
import { hashPassword, verifyPassword } from '../../lib/password.ts'
import type { ServiceContext } from '../../http/context.ts'

const SESSION_LIFETIME_MS = 7 * 24 * 3600 * 1000

export async function signIn(
  ctx: ServiceContext,
  email: string,
  password: string,
): Promise<{ token: string; expiresAt: number }> {
  const user = await findUserByEmail(ctx.hub, email.trim().toLowerCase())
  if (user === undefined) {
    await hashPassword(password, ctx.config.scryptCost)
    throw new AppError('wrong-password')
  }
  const matches = await verifyPassword(password, user.passwordHash)
  if (!matches || user.status !== 'active') throw new AppError('wrong-password')
  const token = randomToken()
  const createdAt = ctx.now()
  const expiresAt = createdAt + SESSION_LIFETIME_MS
  await commitBookkeeping(
    ctx.hub,
    openSession(ctx.hub, { tokenHash: await sha256Hex(token), userId: user.id, createdAt, expiresAt }),
  )
  return { token, expiresAt }
}
