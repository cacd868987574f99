/** Ends one session. */
import { commitBookkeeping } from '../../../db/commit.ts'
import { closeSession } from '../../../db/hub/queries/users.ts'
import { sha256Hex } from '../../lib/bytes.ts'
import { evictActor } from './actorCache.ts'
import type { ServiceContext } from '../../context.ts'

export async function signOut(ctx: ServiceContext, token: string): Promise<void> {
  const hash = await sha256Hex(token)
  await commitBookkeeping(ctx.hub, [closeSession(ctx.hub, hash)])
  evictActor(hash)
}
