/** Carries what waits in a region's outbox to the hub. Two databases share no transaction, so every step may run again: the hub's batch is whole and
 * leaves alone what is there, and the mark in the region comes last. Run twice, at once or after a crash anywhere, it loses and doubles nothing. */
import { commitBookkeeping } from '../../../db/commit.ts'
import { asTenantId, type HubDb, type RegionDb, type TenantId } from '../../../db/client.ts'
import {
  acceptAudit,
  acceptDocument,
  acceptPiece,
  acceptPublication,
  acceptValues,
  guardPublication,
} from '../../../db/hub/queries/exchange.ts'
import { listPieces, listWaiting, markFailed, markRelayed, type WaitingRow } from '../../../db/region/queries/outbox.ts'
import { evictServed } from '../publication/publicationCache.ts'
import { PUBLIC_PART, type OutboxPublication } from '../publication/outboxPublication.ts'

export interface RelayContext {
  readonly region: RegionDb
  readonly hub: HubDb
  readonly now: () => number
}
export interface RelayOutcome {
  readonly relayed: number
  readonly failed: number
}

const BATCH = 20

export async function relayOutbox(
  ctx: RelayContext,
  options: { readonly limit?: number; readonly only?: { readonly tenantId: TenantId; readonly id: string } } = {},
): Promise<RelayOutcome> {
  let relayed = 0
  let failed = 0
  for (const row of await listWaiting(ctx.region, options.limit ?? BATCH, options.only)) {
    const tenantId = asTenantId(row.tenantId)
    try {
      await carry(ctx, tenantId, row)
      await commitBookkeeping(ctx.region, [markRelayed(ctx.region, tenantId, row.id, ctx.now())])
      relayed += 1
    } catch (error) {
      failed += 1
      await commitBookkeeping(ctx.region, [
        markFailed(ctx.region, tenantId, row.id, error instanceof Error ? error.message : String(error)),
      ])
    }
  }
  return { relayed, failed }
}

async function carry(ctx: RelayContext, tenantId: TenantId, row: WaitingRow): Promise<void> {
  if (row.kind !== 'publication') throw new Error(`nothing carries an outbox row of kind ${row.kind}`)
  // Guarantee: written by publishEvaluation in the batch that made the row.
  const { evaluationId, publication, etags } = JSON.parse(row.payload) as OutboxPublication
  if (publication.cityId !== tenantId) throw new Error('the row names another city')
  const pieces = await listPieces(ctx.region, tenantId, evaluationId)
  await commitBookkeeping(ctx.hub, [
    acceptPublication(ctx.hub, publication),
    guardPublication(publication),
    ...pieces.map(({ part, seq, body }) =>
      part === 'publication'
        ? acceptPiece(ctx.hub, publication.id, seq, body)
        : part === 'exchange'
          ? acceptValues(publication.id, tenantId, body)
          : acceptDocument(
              ctx.hub,
              publication.id,
              part.slice(PUBLIC_PART.length),
              seq,
              etags?.[part.slice(PUBLIC_PART.length)] ?? '',
              body,
            ),
    ),
    acceptAudit(tenantId, {
      id: `aud_${publication.id.slice(4)}`,
      actor: 'relay',
      action: 'publication.accept',
      target: publication.id,
      detail: { evaluationId, digest: publication.digest },
      requestId: row.id,
      createdAt: publication.publishedAt,
    }),
  ])
  evictServed(tenantId)
}
