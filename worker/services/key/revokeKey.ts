/** Revokes a key at once; a key of another organisation, or one already revoked, is not found. */
import { commitHub, ConflictError, expectChanges } from '../../../db/commit.ts'
import { revokeKey as revoke } from '../../../db/hub/queries/keys.ts'
import { AppError } from '../../contract/problems.ts'
import { forgetKey } from '../auth/actorCache.ts'
import { auditRow } from '../auditRow.ts'
import type { ServiceContext } from '../../context.ts'

export async function revokeKey(ctx: ServiceContext, organisationId: string, keyId: string): Promise<void> {
  try {
    await commitHub(
      ctx.hub,
      organisationId,
      [revoke(ctx.hub, organisationId, keyId, ctx.now()), expectChanges(1)],
      auditRow(ctx, 'key.revoke', keyId),
    )
    forgetKey(keyId)
  } catch (error) {
    if (error instanceof ConflictError) throw new AppError('not-found')
    throw error
  }
}
