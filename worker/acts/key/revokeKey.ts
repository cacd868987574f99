/** Revokes a key at once; a key of another organisation, or one already revoked, is not found. */
import { ConflictError, expectChanges } from '../../../db/commit.ts'
import { revokeKey as revoke } from '../../../db/hub/queries/keys.ts'
import { AppError } from '../../contract/problems.ts'
import { evictKey } from '../../services/auth/actorCache.ts'
import type { Act } from '../act.types.ts'
import type { OrganisationContext } from '../../context.ts'

export const revokeKey: Act<OrganisationContext, string, void> = {
  name: 'key.revoke',
  by: { permission: 'key:manage' },
  where: 'hub',
  plan: async (ctx, keyId) => ({
    target: keyId,
    organisationId: ctx.organisation.id,
    statements: [revoke(ctx.hub, ctx.organisation.id, keyId, ctx.now()), expectChanges(1)],
    onConflict: (error) => (error instanceof ConflictError ? new AppError('not-found') : undefined),
    result: () => evictKey(keyId),
  }),
}
