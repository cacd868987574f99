/** Drops the staged values of an import that is not to be written; its record stays. */
import { ConflictError } from '../../../db/commit.ts'
import { discardImport as statements } from '../../../db/region/queries/imports.ts'
import { requireImport } from '../../services/import/requireImport.ts'
import { requireState } from '../../services/import/requireState.ts'
import type { TenantContext } from '../../context.ts'
import type { Act } from '../act.types.ts'

export const discardImport: Act<TenantContext, string, void> = {
  name: 'import.discard',
  by: { permission: 'data:write' },
  where: 'region',
  async plan(ctx, id) {
    requireState(await requireImport(ctx, id), 'ready')
    return {
      target: id,
      statements: statements(ctx.tenantId, id),
      onConflict: async (error) => {
        if (error instanceof ConflictError) requireState(await requireImport(ctx, id), 'ready')
      },
      result: () => undefined,
    }
  },
}
