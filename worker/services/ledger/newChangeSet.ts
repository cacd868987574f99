/** The change set an act is about to make, with the step it takes. No city has a reviewer yet: every set is applied in one step. */
import { actorLabel, actorName, type TenantContext } from '../../context.ts'
import { CHANGE_SET_MOVES } from '../../ledger/states.ts'
import { newId } from '../../lib/id.ts'
import type { NewChangeSet } from '../../../db/region/queries/ledger.ts'

export function newChangeSet(ctx: TenantContext): NewChangeSet {
  const nowMs = ctx.now()
  return {
    id: newId('set', nowMs),
    by: actorLabel(ctx.actor),
    byName: actorName(ctx.actor),
    nowMs,
    move: CHANGE_SET_MOVES.apply,
  }
}
