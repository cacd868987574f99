/** Deletes one area and its populations; refused while areas lie below it or values are stored for it. */
import { ConflictError, commitRegion, expectChanges } from '../../../db/commit.ts'
import { deleteArea as remove, findAreaUse } from '../../../db/region/queries/areas.ts'
import { AppError } from '../../contract/problems.ts'
import { auditRow } from '../auditRow.ts'
import { sayIn } from '../../lib/say.ts'
import type { TenantContext } from '../../context.ts'

export async function deleteArea(ctx: TenantContext, code: string): Promise<void> {
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
  try {
    await commitRegion(
      ctx.region,
      ctx.tenantId,
      [...remove(ctx.region, ctx.tenantId, use.id), expectChanges(1)],
      auditRow(ctx, 'area.delete', use.id, { code }),
    )
  } catch (error) {
    if (error instanceof ConflictError)
      throw new AppError(
        'conflict',
        say(
          `“${use.name}”刚刚被他人修改，请刷新后重试。`,
          `Somebody has just changed “${use.name}”; reload and try again.`,
        ),
      )
    throw error
  }
}
