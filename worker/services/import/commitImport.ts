/** Writes a ready import in one atomic batch. A second commit, or one racing this, finds the state changed and is told so. */
import { ConflictError, commitRegion } from '../../../db/commit.ts'
import { readBatch } from '../../../db/readBatch.ts'
import { commitImport as statements, isMissingReference, readMovedUnits } from '../../../db/region/queries/imports.ts'
import { AppError } from '../../http/errors.ts'
import { actorLabel, type TenantContext } from '../../http/context.ts'
import { auditRow } from '../auditRow.ts'
import { sayIn } from '../say.ts'
import { requireImport } from './requireImport.ts'
import { requireState } from './requireState.ts'
import type { Progress } from './checkFile.ts'
import type { ImportRecord } from '../../routes/imports/schema.ts'

export async function commitImport(ctx: TenantContext, id: string, onProgress: Progress): Promise<ImportRecord> {
  const say = sayIn(ctx.locale)
  const before = requireState(await requireImport(ctx, id), 'ready', say)
  await onProgress('writing', 0, before.valueCount)
  try {
    await commitRegion(
      ctx.region,
      ctx.tenantId,
      statements(ctx.tenantId, id, actorLabel(ctx.actor), ctx.now()),
      auditRow(ctx, 'import.commit', id, { values: before.valueCount, periods: before.periods }),
    )
  } catch (error) {
    if (error instanceof ConflictError) {
      requireState(await requireImport(ctx, id), 'ready', say)
      const [moved] = await readBatch(ctx.region, [readMovedUnits(ctx.tenantId, id)])
      throw new AppError(
        'conflict',
        say(
          '检查之后，有指标的计量单位改了，没有写入任何内容。请重新上传文件再检查一次。',
          'The unit of an indicator was changed after the check; nothing was written. Upload the file again.',
        ),
        moved.map(({ name }) => ({ path: 'indicators', code: 'unit-differs', message: name })),
      )
    }
    if (isMissingReference(error))
      throw new AppError(
        'conflict',
        say(
          '文件中的某个地区或指标在检查之后被删除了，没有写入任何内容。请重新上传文件再检查一次。',
          'An area or indicator of this file was deleted after the check; nothing was written. Upload the file again.',
        ),
      )
    throw error
  }
  await onProgress('writing', before.valueCount, before.valueCount)
  return requireImport(ctx, id)
}
