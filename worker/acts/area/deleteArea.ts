/** Deletes one area and its populations; refused while areas lie below it or values are stored for it. */
import { ConflictError, expectChanges } from '../../../db/commit.ts'
import { deleteArea as remove, findAreaUse } from '../../../db/region/queries/areas.ts'
import { AppError } from '../../contract/problems.ts'
import { sentence } from '../../words/sentence.ts'
import type { TenantContext } from '../../context.ts'
import type { Act, Plan } from '../act.types.ts'

export const deleteArea: Act<TenantContext, string, void> = {
  name: 'area.delete',
  by: { permission: 'data:write' },
  where: 'region',
  plan,
}

async function plan(ctx: TenantContext, code: string): Promise<Plan<void>> {
  const use = await findAreaUse(ctx.region, ctx.tenantId, code)
  if (use === undefined) throw new AppError('not-found')
  if (use.children > 0)
    throw new AppError('conflict', sentence('areas.has-children', { name: use.name, count: use.children }), [
      { path: 'code', code: 'has-children', message: String(use.children) },
    ])
  if (use.isObserved === 1)
    throw new AppError('conflict', sentence('areas.has-observations', { name: use.name }), [
      { path: 'code', code: 'has-observations', message: use.name },
    ])
  return {
    target: use.id,
    statements: [...remove(ctx.region, ctx.tenantId, use.id), expectChanges(1)],
    detail: { code },
    onConflict: (error) =>
      error instanceof ConflictError
        ? new AppError('conflict', sentence('areas.changed-meanwhile', { name: use.name }))
        : undefined,
    result: () => undefined,
  }
}
