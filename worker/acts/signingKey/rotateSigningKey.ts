/** A new key for the heads of an organisation's logs. The old one is retired with its private half erased; heads it signed stay valid. */
import { insertSigningKey, keyInUse, retireSigningKey } from '../../../db/hub/queries/signingKeys.ts'
import { AppError } from '../../contract/problems.ts'
import { sentence } from '../../words/sentence.ts'
import { makeKey } from '../../log/sealedKey.ts'
import type { OrganisationContext, ServiceContext } from '../../context.ts'
import type { PublicKey } from '../../log/head.ts'
import type { Act, Plan } from '../act.types.ts'

export const rotateSigningKey: Act<OrganisationContext, undefined, PublicKey> = {
  name: 'signing-key.rotate',
  by: { permission: 'key:manage' },
  where: 'hub',
  plan: async (ctx) => ({
    ...(await planRotation(ctx, ctx.organisation.id)),
    organisationId: ctx.organisation.id,
  }),
}

/** `owner`: an organisation's id or `platform`. */
export async function planRotation(ctx: ServiceContext, owner: string): Promise<Plan<PublicKey>> {
  const secret = ctx.config.signingSecret
  if (secret === null) throw new AppError('conflict', sentence('accounts.no-signing-secret'))
  const made = await makeKey(owner, secret)
  const createdAt = ctx.now()
  const old = await keyInUse(ctx.hub, owner)
  return {
    target: made.keyId,
    statements: [retireSigningKey(owner, createdAt), ...insertSigningKey(owner, made, createdAt)],
    detail: { retired: old?.keyId ?? null },
    result: () => ({ keyId: made.keyId, owner, publicKey: made.publicKey, createdAt, retiredAt: null }),
  }
}
