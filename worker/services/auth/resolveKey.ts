/** API key → the organisation it acts for. Demo keys open nothing on a server that is not a local demonstration. */
import { findKey } from '../../../db/hub/queries/credentials.ts'
import { markKeyUsed } from '../../../db/hub/queries/keys.ts'
import { commitBookkeeping } from '../../../db/commit.ts'
import { sha256Hex } from '../../lib/bytes.ts'
import { getActor, putActor } from './actorCache.ts'
import { parseAssignments, parseOrganisation, parseScopes } from './actorFacts.ts'
import type { ServiceContext } from '../../context.ts'
import type { Actor } from '../../authority/actor.types.ts'

const LAST_USE_GRAIN_MS = 60_000

/** `mayRecall`: a read may be answered from this isolate's memory of the last seconds. */
export async function resolveKey(ctx: ServiceContext, key: string, mayRecall: boolean): Promise<Actor | undefined> {
  if (!/^jh_(live|demo)_[A-Za-z0-9_-]{16,64}$/.test(key)) return undefined
  const nowMs = ctx.now()
  const hash = await sha256Hex(key)
  const known = mayRecall ? getActor(hash, nowMs) : undefined
  if (known !== undefined) return known
  const row = await findKey(ctx.hub, hash, nowMs)
  if (row === undefined || (row.isDemo === 1 && ctx.config.demo !== 'local')) return undefined
  if (row.lastUsedAt === null || nowMs - row.lastUsedAt > LAST_USE_GRAIN_MS)
    ctx.defer(commitBookkeeping(ctx.hub, [markKeyUsed(ctx.hub, row.keyId, nowMs)]))
  const actor: Actor = {
    kind: 'key',
    keyId: row.keyId,
    organisation: parseOrganisation(row.organisation),
    scopes: parseScopes(row.scopes),
    assignments: parseAssignments(row.assignments),
  }
  putActor(hash, actor, nowMs)
  return actor
}
