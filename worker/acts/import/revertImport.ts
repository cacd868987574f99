/** Takes a committed import back: every cell, by a change set of its own, or every area, to what it was before. Refused as a whole when something
 * later rests on it. */
import { ConflictError } from '../../../db/commit.ts'
import { readBatch } from '../../../db/readBatch.ts'
import { readAreaDependents, revertAreas, type AreaDependent } from '../../../db/region/queries/areaImports.ts'
import {
  isMissingReference,
  readOverwritten,
  revertImport as revertValues,
} from '../../../db/region/queries/imports.ts'
import { AppError } from '../../contract/problems.ts'
import type { TenantContext } from '../../context.ts'
import { MOST_AREAS, MOST_LEVELS } from '../../services/area/checkAreas.ts'
import { sentence } from '../../words/sentence.ts'
import { newChangeSet } from '../../services/ledger/newChangeSet.ts'
import { requireImport } from '../../services/import/requireImport.ts'
import { requireState } from '../../services/import/requireState.ts'
import type { Act, Plan } from '../act.types.ts'
import type { ImportRecord } from '../../contract/imports.ts'

export const revertImport: Act<TenantContext, string, ImportRecord> = {
  name: 'import.revert',
  by: { permission: 'data:write' },
  where: 'region',
  plan,
}

async function plan(ctx: TenantContext, id: string): Promise<Plan<ImportRecord>> {
  const before = requireState(await requireImport(ctx, id), 'committed')
  const set = newChangeSet(ctx)
  return {
    target: id,
    statements:
      before.kind === 'areas'
        ? revertAreas(ctx.tenantId, id, MOST_AREAS, MOST_LEVELS)
        : revertValues(ctx.tenantId, id, set),
    detail: {
      kind: before.kind,
      values: before.changedCount,
      ...(before.kind === 'areas' ? {} : { changeSet: set.id }),
    },
    onConflict: async (error) => {
      if (!(error instanceof ConflictError) && !isMissingReference(error)) return undefined
      requireState(await requireImport(ctx, id), 'committed')
      return before.kind === 'areas' ? restingOnAreas(ctx, id) : overwritten(ctx, before)
    },
    result: () => requireImport(ctx, id),
  }
}

async function overwritten(ctx: TenantContext, { id, changedCount }: ImportRecord): Promise<AppError> {
  const [[row]] = await readBatch(ctx.region, [readOverwritten(ctx.tenantId, id)])
  const n = row?.overwritten ?? 0
  return new AppError('conflict', sentence('imports.overwritten', { written: changedCount, overwritten: n }), [
    { path: 'values', code: 'overwritten', message: String(n) },
  ])
}

async function restingOnAreas(ctx: TenantContext, id: string): Promise<AppError> {
  const [rows] = await readBatch(ctx.region, [readAreaDependents(ctx.tenantId, id)])
  return new AppError(
    'conflict',
    sentence('imports.rested-on', {
      kinds: rows.map((row) => row.kind),
      names: rows.map((row) => row.name),
      counts: rows.map((row) => row.n),
    }),
    rows.map((row) => ({
      path: 'areas',
      code: CODES[row.kind],
      message: `${row.name}${row.n > 1 ? ` +${row.n - 1}` : ''}`,
    })),
  )
}

const CODES: Readonly<Record<AreaDependent['kind'], string>> = {
  changed: 'changed-since',
  population: 'population-changed',
  observed: 'has-observations',
  parent: 'has-children',
}
