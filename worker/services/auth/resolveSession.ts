/** Cookie token → person, or undefined when the session is unknown or over. */
import { findSession } from '../../../db/hub/queries/credentials.ts'
import { sha256Hex } from '../../lib/bytes.ts'
import { parseAssignments, parseMemberships } from './actorFacts.ts'
import type { Actor, ServiceContext } from '../../http/context.ts'

export async function resolveSession(ctx: ServiceContext, token: string): Promise<Actor | undefined> {
  const row = await findSession(ctx.hub, await sha256Hex(token), ctx.now())
  if (row === undefined) return undefined
  return { kind: 'user', userId: row.userId, name: row.name, email: row.email, memberships: parseMemberships(row.memberships), assignments: parseAssignments(row.assignments) }
}
