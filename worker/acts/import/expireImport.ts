/** Discards a staged import that nobody wrote in time. */
import { discardImport } from '../../../db/region/queries/imports.ts'
import { STAGED_LIMITS } from '../../contract/importLimits.ts'
import type { Act } from '../act.types.ts'
import type { ActContext, CityContext } from '../../context.ts'

interface Forgotten {
  readonly id: string
  readonly createdAt: number
}

export const expireImport: Act<ActContext & Pick<CityContext, 'region' | 'tenantId'>, Forgotten, void> = {
  name: 'import.expire',
  by: { system: ['sweep'] },
  where: 'region',
  plan: async (ctx, { id, createdAt }) => ({
    target: id,
    statements: discardImport(ctx.tenantId, id),
    detail: { stagedAt: createdAt, days: STAGED_LIMITS.days },
    result: () => undefined,
  }),
}
