/** A withdrawal goes to the hub: the release loses its numbers there and keeps its name. It may overtake what it withdraws. */
import { commitBookkeeping } from '../../../db/commit.ts'
import { acceptAudit, readStanding, withdrawRelease } from '../../../db/hub/queries/exchange.ts'
import { markRelayed } from '../../../db/region/queries/outbox.ts'
import { markLeft } from '../../../db/region/queries/releases.ts'
import { evictServed } from '../../services/publication/publicationCache.ts'
import type { Carry } from '../kind.types.ts'

export interface OutboxWithdrawal {
  readonly releaseId: string
  /** The outbox row of what is withdrawn. */
  readonly releaseOutboxId: string
  readonly reason: string
  readonly withdrawnAt: number
}

export const carryWithdrawal: Carry = async (ctx, tenantId, row) => {
  // Guarantee: written by withdrawEvaluation in the batch that made the row.
  const { releaseId, releaseOutboxId, reason, withdrawnAt } = JSON.parse(row.payload) as OutboxWithdrawal
  await commitBookkeeping(ctx.hub, [
    ...withdrawRelease({ releaseId, cityId: tenantId, reason, withdrawnAt }),
    acceptAudit(tenantId, {
      id: `aud_${row.id.slice(4)}`,
      actor: 'relay',
      action: 'publication.withdraw',
      target: releaseId,
      detail: {},
      requestId: row.id,
      createdAt: withdrawnAt,
    }),
  ])
  evictServed(tenantId)
  const { cameAt } = await readStanding(ctx.hub, tenantId, releaseId)
  return [
    ...(cameAt === null ? [] : [markLeft(tenantId, releaseOutboxId, cameAt)]),
    // Whatever of it still waits has nowhere to go.
    markRelayed(ctx.region, tenantId, releaseOutboxId, ctx.now()),
  ]
}
