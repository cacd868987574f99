/** Takes a committed import back: every cell to what it held before. Refused as a whole when a later import has changed one of them. */
import { ConflictError, commitRegion } from '../../../db/commit.ts'
import { readBatch } from '../../../db/readBatch.ts'
import { readOverwritten, revertImport as statements } from '../../../db/region/queries/imports.ts'
import { AppError } from '../../http/errors.ts'
import { actorLabel, type TenantContext } from '../../http/context.ts'
import { auditRow } from '../auditRow.ts'
import { sayIn } from '../say.ts'
import { requireImport } from './requireImport.ts'
import { requireState } from './requireState.ts'
import type { ImportRecord } from '../../routes/imports/schema.ts'

export async function revertImport(ctx: TenantContext, id: string): Promise<ImportRecord> {
  const say = sayIn(ctx.locale)
  const before = requireState(await requireImport(ctx, id), 'committed', say)
  try {
    await commitRegion(
      ctx.region,
      ctx.tenantId,
      statements(ctx.tenantId, id, actorLabel(ctx.actor), ctx.now()),
      auditRow(ctx, 'import.revert', id, { values: before.changedCount }),
    )
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error
    requireState(await requireImport(ctx, id), 'committed', say)
    const [[row]] = await readBatch(ctx.region, [readOverwritten(ctx.tenantId, id)])
    const n = row?.overwritten ?? 0
    throw new AppError(
      'conflict',
      say(
        `这次导入写入的 ${before.changedCount} 个值中，有 ${n} 个后来被其他导入改过，撤销会丢失那些修改，因此没有撤销。请先撤销较晚的导入，或直接上传更正后的文件。`,
        `Of the ${before.changedCount} values this import wrote, ${n} have been changed by later imports. Undoing it would lose those changes, so nothing was undone. Undo the later imports first, or upload a corrected file.`,
      ),
      [{ path: 'values', code: 'overwritten', message: String(n) }],
    )
  }
  return requireImport(ctx, id)
}
