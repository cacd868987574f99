/** Deletes one area and its populations; refused while areas lie below it or values are stored for it. */
import { ConflictError, expectChanges } from '../../../db/commit.ts'
import { deleteArea as remove, findAreaUse } from '../../../db/region/queries/areas.ts'
import { AppError } from '../../contract/problems.ts'
import { sayIn } from '../../lib/say.ts'
import type { TenantContext } from '../../context.ts'
import type { Act, Plan } from '../act.types.ts'

export const deleteArea: Act<TenantContext, string, void> = {
  name: 'area.delete',
  by: { permission: 'data:write' },
  where: 'region',
  plan,
}

async function plan(ctx: TenantContext, code: string): Promise<Plan<void>> {
  const say = sayIn(ctx.locale)
  const use = await findAreaUse(ctx.region, ctx.tenantId, code)
  if (use === undefined) throw new AppError('not-found')
  if (use.children > 0)
    throw new AppError(
      'conflict',
      say(
        `“${use.name}”下还有 ${use.children} 个地区。请先删除或改挂它们，再删除“${use.name}”。`,
        `${use.children} areas lie below “${use.name}”. Delete or move them first.`,
      ),
      [{ path: 'code', code: 'has-children', message: String(use.children) }],
    )
  if (use.isObserved === 1)
    throw new AppError(
      'conflict',
      say(
        `“${use.name}”已有数据，不能删除。请先撤销写入这些数据的导入。`,
        `Values are stored for “${use.name}”, so it cannot be deleted. Undo the imports that wrote them first.`,
      ),
      [{ path: 'code', code: 'has-observations', message: use.name }],
    )
  return {
    target: use.id,
    statements: [...remove(ctx.region, ctx.tenantId, use.id), expectChanges(1)],
    detail: { code },
    onConflict: (error) =>
      error instanceof ConflictError
        ? new AppError(
            'conflict',
            say(
              `“${use.name}”刚刚被他人修改，请刷新后重试。`,
              `Somebody has just changed “${use.name}”; reload and try again.`,
            ),
          )
        : undefined,
    result: () => undefined,
  }
}
