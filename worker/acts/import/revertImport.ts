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
import { sayIn, type Say } from '../../lib/say.ts'
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
  const say = sayIn(ctx.locale)
  const before = requireState(await requireImport(ctx, id), 'committed', say)
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
      requireState(await requireImport(ctx, id), 'committed', say)
      return before.kind === 'areas' ? restingOnAreas(ctx, id, say) : overwritten(ctx, before, say)
    },
    result: () => requireImport(ctx, id),
  }
}

async function overwritten(ctx: TenantContext, { id, changedCount }: ImportRecord, say: Say): Promise<AppError> {
  const [[row]] = await readBatch(ctx.region, [readOverwritten(ctx.tenantId, id)])
  const n = row?.overwritten ?? 0
  return new AppError(
    'conflict',
    say(
      `这次导入写入的 ${changedCount} 个值中，有 ${n} 个后来被其他导入改过，撤销会丢失那些修改，因此没有撤销。请先撤销较晚的导入，或直接上传更正后的文件。`,
      `Of the ${changedCount} values this import wrote, ${n} have been changed by later imports. Undoing it would lose those changes, so nothing was undone. Undo the later imports first, or upload a corrected file.`,
    ),
    [{ path: 'values', code: 'overwritten', message: String(n) }],
  )
}

async function restingOnAreas(ctx: TenantContext, id: string, say: Say): Promise<AppError> {
  const [rows] = await readBatch(ctx.region, [readAreaDependents(ctx.tenantId, id)])
  const named = rows.map((row) => sentence(row, say))
  return new AppError(
    'conflict',
    say(
      `这次导入之后，${named.length === 0 ? '地区表又有改动' : named.join('；')}，撤销会丢失这些内容，因此没有撤销。${advice(rows, say)}`,
      `Since this import ${named.length === 0 ? 'the areas have been changed again' : named.join('; ')}. Undoing it would lose that, so nothing was undone. ${advice(rows, say)}`,
    ),
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

function sentence({ kind, name, n }: AreaDependent, say: Say): string {
  const zh = n === 1 ? `“${name}”` : `“${name}”等 ${n} 处`
  const en = n === 1 ? `“${name}”` : `“${name}” and ${n - 1} more`
  const words: Readonly<Record<AreaDependent['kind'], string>> = {
    changed: say(`${zh}又有改动`, `${en} changed again`),
    population: say(`${zh}的人口又有改动`, `populations of ${en} changed again`),
    observed: say(`新增的${zh}已有数据`, `values were stored for ${en}`),
    parent: say(`新增的${zh}下面又建了地区`, `areas were added below ${en}`),
  }
  return words[kind]
}

const advice = (rows: readonly AreaDependent[], say: Say): string =>
  rows.some((r) => r.kind === 'observed')
    ? say('请先撤销写入这些数据的导入。', 'Undo the imports that wrote these values first.')
    : say('请先撤销较晚的导入，或直接上传更正后的文件。', 'Undo later imports first, or upload a corrected file.')
