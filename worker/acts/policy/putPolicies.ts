/** Sets the rules that a city gives itself. They hold from the next act on. */
import { putPolicy } from '../../../db/region/queries/evaluations.ts'
import { readPolicies } from '../../release/policies.ts'
import type { Act } from '../act.types.ts'
import type { TenantContext } from '../../context.ts'
import type { Policies } from '../../contract/releases.ts'

export const putPolicies: Act<TenantContext, Policies, Policies> = {
  name: 'policy.put',
  by: { permission: 'policy:manage' },
  where: 'region',
  async plan(ctx, asked) {
    const before = await readPolicies(ctx)
    if (before.review === asked.review) return { unchanged: before }
    return {
      target: 'review',
      statements: [putPolicy(ctx.tenantId, 'review', asked.review)],
      detail: { from: before.review, to: asked.review },
      result: () => asked,
    }
  },
}
