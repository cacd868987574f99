/** Cookie token → person, or undefined when the session is unknown or over. */
import { findSession } from '../../../db/hub/queries/credentials.ts'
import { isDemoEmail } from '../../authority/demonstration.ts'
import { sha256Hex } from '../../lib/bytes.ts'
import { getActor, putActor } from './actorCache.ts'
import { parseAssignments, parseMemberships } from './actorFacts.ts'
import type { ServiceContext } from '../../context.ts'
import type { Actor } from '../../authority/actor.types.ts'

/** `mayRecall`: as for a key. */
export async function resolveSession(
  ctx: ServiceContext,
  token: string,
  mayRecall = false,
): Promise<Actor | undefined> {
  const nowMs = ctx.now()
  const hash = await sha256Hex(token)
  const known = mayRecall ? getActor(hash, nowMs) : undefined
  if (known !== undefined && !(await isClosed(ctx, known))) return known
  const row = await findSession(ctx.hub, hash, nowMs)
  if (row === undefined) return undefined
  const actor: Actor = {
    kind: 'user',
    userId: row.userId,
    name: row.name,
    email: row.email,
    memberships: parseMemberships(row.memberships),
    assignments: parseAssignments(row.assignments),
  }
  if (await isClosed(ctx, actor)) return undefined
  putActor(hash, actor, nowMs)
  return actor
}

/** A demonstration's session is worth as little as its password where there is no demonstration. */
const isClosed = async (ctx: ServiceContext, actor: Actor): Promise<boolean> =>
  ctx.config.demo !== 'local' && actor.kind === 'user' && (await isDemoEmail(actor.email))
