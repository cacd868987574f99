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
import { sentence } from '../../words/sentence.ts'
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
  const before = requireState(await requireImport(ctx, id), 'ready')
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
  if (!(error instanceof ConflictError) && !isMissingReference(error)) return error
  requireState(await requireImport(ctx, id), 'ready')
  if (kind === 'areas')
    return new AppError('conflict', sentence('imports.areas-changed'), [
      { path: 'areas', code: 'changed-since', message: '' },
    ])
  if (!(error instanceof ConflictError)) return new AppError('conflict', sentence('imports.reference-deleted'))
  const [moved] = await readBatch(ctx.region, [readMovedUnits(ctx.tenantId, id)])
  return new AppError(
    'conflict',
    sentence('imports.unit-changed'),
    moved.map(({ name }) => ({ path: 'indicators', code: 'unit-differs', message: name })),
  )
}
