/** A new key for the heads of the platform's own log. */
import { PLATFORM } from '../../../db/log/append.ts'
import { planRotation } from './rotateSigningKey.ts'
import type { ServiceContext } from '../../context.ts'
import type { PublicKey } from '../../log/head.ts'
import type { Act } from '../act.types.ts'

export const rotatePlatformSigningKey: Act<ServiceContext, undefined, PublicKey> = {
  name: 'signing-key.rotate',
  by: { permission: 'operator:manage' },
  where: 'hub',
  plan: (ctx) => planRotation(ctx, PLATFORM),
}
