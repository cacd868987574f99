/** A publication goes to the hub: release, documents, values, audit row. Where it was withdrawn before it came, nothing of it goes. */
import { commitBookkeeping, ConflictError } from '../../../db/commit.ts'
import {
  acceptAudit,
  acceptDocument,
  acceptPiece,
  acceptPublication,
  acceptRelease,
  acceptValues,
  guardPublication,
  guardStanding,
  readStanding,
} from '../../../db/hub/queries/exchange.ts'
import { listPieces } from '../../../db/region/queries/outbox.ts'
import { markLeft } from '../../../db/region/queries/releases.ts'
import { evictServed } from '../../services/publication/publicationCache.ts'
import { PUBLIC_PART, type OutboxPublication } from '../../services/publication/outboxPublication.ts'
import type { Carry } from '../kind.types.ts'

export const carryPublication: Carry = async (ctx, tenantId, row) => {
  // Guarantee: written by publishEvaluation in the batch that made the row.
  const { evaluationId, publication, release, etags } = JSON.parse(row.payload) as OutboxPublication
  if (publication.cityId !== tenantId) throw new Error('the row names another city')
  const pieces = await listPieces(ctx.region, tenantId, evaluationId)
  try {
    await commitBookkeeping(ctx.hub, [
      guardStanding(publication.id),
      acceptRelease(ctx.hub, {
        id: publication.id,
        outboxId: row.id,
        cityId: tenantId,
        basis: 'publication',
        audience: 'public',
        fromAt: publication.publishedAt,
        supersedesId: publication.supersedesId ?? null,
        reason: release?.reason ?? '',
        createdAt: release?.createdAt ?? publication.publishedAt,
      }),
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
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error
    const { cameAt, withdrawnAt } = await readStanding(ctx.hub, tenantId, publication.id)
    if (withdrawnAt === null) throw error
    return cameAt === null ? [] : [markLeft(tenantId, row.id, cameAt)]
  }
  evictServed(tenantId)
  return [markLeft(tenantId, row.id, ctx.now())]
}
