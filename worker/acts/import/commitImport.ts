/** Writes a ready import in one atomic batch, with the reasons for its unusual values. A second commit, or one racing this, finds the state
 * changed and is told so. */
import { ConflictError } from '../../../db/commit.ts'
import { readBatch } from '../../../db/readBatch.ts'
import { commitAreas } from '../../../db/region/queries/areaImports.ts'
import {
  commitImport as commitValues,
  isMissingReference,
  keepReasons,
  readMovedUnits,
} from '../../../db/region/queries/imports.ts'
import { AppError } from '../../contract/problems.ts'
import type { TenantContext } from '../../context.ts'
import { MOST_AREAS, MOST_LEVELS } from '../../services/area/checkAreas.ts'
import { sayIn } from '../../lib/say.ts'
import { newChangeSet } from '../../services/ledger/newChangeSet.ts'
import { givenReasons } from '../../services/import/givenReasons.ts'
import { requireImport } from '../../services/import/requireImport.ts'
import { requireState } from '../../services/import/requireState.ts'
import type { Progress } from '../../services/import/checkFile.ts'
import type { Statement } from '../../../db/client.ts'
import type { NewChangeSet } from '../../../db/region/queries/ledger.ts'
import type { Act, Plan } from '../act.types.ts'
import type { CommitImport, ImportReason, ImportRecord } from '../../contract/imports.ts'

interface Asked {
  readonly id: string
  readonly given: CommitImport
  readonly onProgress: Progress
}

export const commitImport: Act<TenantContext, Asked, ImportRecord> = {
  name: 'import.commit',
  by: { permission: 'data:write' },
  where: 'region',
  plan,
}

async function plan(ctx: TenantContext, { id, given, onProgress }: Asked): Promise<Plan<ImportRecord>> {
  const before = requireState(await requireImport(ctx, id), 'ready', sayIn(ctx.locale))
  const reasons = givenReasons(ctx, before, given)
  const set = newChangeSet(ctx)
  await onProgress('writing', 0, before.valueCount)
  return {
    target: id,
    statements: [
      ...statementsFor(ctx, before, set, reasons),
      ...(Object.keys(reasons).length === 0 ? [] : [keepReasons(ctx.tenantId, id, JSON.stringify(reasons))]),
    ],
    detail: {
      kind: before.kind,
      values: before.valueCount,
      periods: before.periods,
      reasons: Object.keys(reasons).length,
      ...(before.kind === 'areas' ? {} : { changeSet: set.id }),
    },
    onConflict: (error) => explained(ctx, before, error),
    result: async () => {
      await onProgress('writing', before.valueCount, before.valueCount)
      return requireImport(ctx, id)
    },
  }
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
