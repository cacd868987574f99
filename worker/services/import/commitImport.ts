/** Writes a ready import in one atomic batch, with the reasons for its unusual values. A second commit, or one racing this, finds the state
 * changed and is told so. */
import { ConflictError, commitRegion } from '../../../db/commit.ts'
import { readBatch } from '../../../db/readBatch.ts'
import { commitAreas } from '../../../db/region/queries/areaImports.ts'
import {
  commitImport as commitValues,
  isMissingReference,
  keepReasons,
  readMovedUnits,
} from '../../../db/region/queries/imports.ts'
import { AppError } from '../../http/errors.ts'
import { MOST_AREAS, MOST_LEVELS } from '../area/checkAreas.ts'
import { auditRow } from '../auditRow.ts'
import { sayIn } from '../say.ts'
import { newChangeSet } from '../ledger/newChangeSet.ts'
import { givenReasons } from './givenReasons.ts'
import { requireImport } from './requireImport.ts'
import { requireState } from './requireState.ts'
import type { Progress } from './checkFile.ts'
import type { Statement } from '../../../db/client.ts'
import type { NewChangeSet } from '../../../db/region/queries/ledger.ts'
import type { TenantContext } from '../../http/context.ts'
import type { CommitImport, ImportReason, ImportRecord } from '../../routes/imports/schema.ts'

export async function commitImport(
  ctx: TenantContext,
  id: string,
  given: CommitImport,
  onProgress: Progress,
): Promise<ImportRecord> {
  const before = requireState(await requireImport(ctx, id), 'ready', sayIn(ctx.locale))
  const reasons = givenReasons(ctx, before, given)
  const set = newChangeSet(ctx)
  await onProgress('writing', 0, before.valueCount)
  try {
    await commitRegion(
      ctx.region,
      ctx.tenantId,
      [
        ...statementsFor(ctx, before, set, reasons),
        ...(Object.keys(reasons).length === 0 ? [] : [keepReasons(ctx.tenantId, id, JSON.stringify(reasons))]),
      ],
      auditRow(ctx, 'import.commit', id, {
        kind: before.kind,
        values: before.valueCount,
        periods: before.periods,
        reasons: Object.keys(reasons).length,
        ...(before.kind === 'areas' ? {} : { changeSet: set.id }),
      }),
    )
  } catch (error) {
    throw await explained(ctx, before, error)
  }
  await onProgress('writing', before.valueCount, before.valueCount)
  return requireImport(ctx, id)
}

const statementsFor = (
  ctx: TenantContext,
  { id, kind }: ImportRecord,
  set: NewChangeSet,
  reasons: Readonly<Record<string, ImportReason>>,
): Statement[] =>
  kind === 'areas'
    ? commitAreas(ctx.tenantId, id, set.nowMs, MOST_AREAS, MOST_LEVELS)
    : commitValues(ctx.tenantId, id, set, JSON.stringify(reasons))

async function explained(ctx: TenantContext, { id, kind }: ImportRecord, error: unknown): Promise<unknown> {
  const say = sayIn(ctx.locale)
  if (!(error instanceof ConflictError) && !isMissingReference(error)) return error
  requireState(await requireImport(ctx, id), 'ready', say)
  if (kind === 'areas')
    return new AppError(
      'conflict',
      say(
        '检查之后，有地区或人口被他人改过，没有写入任何内容。请重新上传文件，按现在的内容再检查一次。',
        'Areas or populations were changed after the check; nothing was written. Upload the file again to check it against them as they are now.',
      ),
      [{ path: 'areas', code: 'changed-since', message: '' }],
    )
  if (!(error instanceof ConflictError))
    return new AppError(
      'conflict',
      say(
        '文件中的某个地区或指标在检查之后被删除了，没有写入任何内容。请重新上传文件再检查一次。',
        'An area or indicator of this file was deleted after the check; nothing was written. Upload the file again.',
      ),
    )
  const [moved] = await readBatch(ctx.region, [readMovedUnits(ctx.tenantId, id)])
  return new AppError(
    'conflict',
    say(
      '检查之后，有指标的计量单位改了，没有写入任何内容。请重新上传文件再检查一次。',
      'The unit of an indicator was changed after the check; nothing was written. Upload the file again.',
    ),
    moved.map(({ name }) => ({ path: 'indicators', code: 'unit-differs', message: name })),
  )
}
