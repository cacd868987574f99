/** Upserts areas by code, all or nothing. */
import { ConflictError } from '../../../db/commit.ts'
import { readBatch } from '../../../db/readBatch.ts'
import { guardAreas, guardAreaTree, readAreas, upsertAreas } from '../../../db/region/queries/areas.ts'
import { isMissingReference } from '../../../db/region/queries/imports.ts'
import { AppError } from '../../contract/problems.ts'
import { sentence } from '../../words/sentence.ts'
import { areaWrites } from '../../services/area/areaWrites.ts'
import { checkAreas, MOST_AREAS, MOST_LEVELS } from '../../services/area/checkAreas.ts'
import { listAreas } from '../../services/area/listAreas.ts'
import { listIn, requireCondition, type WriteCondition } from '../../services/area/listCondition.ts'
import { areaView } from '../../services/area/view.ts'
import type { Act, Plan } from '../act.types.ts'
import type { TenantContext } from '../../context.ts'
import type { Area, PutAreas } from '../../contract/areas.ts'

interface Asked {
  readonly body: PutAreas
  readonly condition: WriteCondition
}
interface Answered {
  readonly items: Area[]
  readonly tag: string
}

export const putAreas: Act<TenantContext, Asked, Answered> = {
  name: 'area.put',
  by: { permission: 'data:write' },
  where: 'region',
  plan,
}

/** The tree is checked for its messages; the batch checks it again against other writers. */
async function plan(ctx: TenantContext, { body, condition }: Asked): Promise<Plan<Answered>> {
  const { name, list } = listIn(body, 'areas')
  const [present] = await readBatch(ctx.region, [readAreas(ctx.tenantId)])
  const held = await requireCondition(condition, { isEmpty: present.length === 0, list: present.map(areaView) })
  const idOf = new Map(present.map((a) => [a.code, a.id]))
  const faults = [
    ...list.flatMap((a, i) =>
      a.id === undefined || a.id === idOf.get(a.code)
        ? []
        : [
            {
              path: `${name}[${i}].id`,
              code: 'other-id',
              message: sentence('areas.other-id', { code: a.code }),
            },
          ],
    ),
    ...checkAreas(list, present, (i, field) => `${name}[${i}].${field}`),
  ]
  if (faults.length > 0) throw new AppError('invalid', undefined, faults)
  const nowMs = ctx.now()
  return {
    target: ctx.city.id,
    statements: [
      ...(held ? guardAreas(ctx.tenantId, present) : []),
      ...upsertAreas(ctx.tenantId, areaWrites(list, present, nowMs), nowMs),
      guardAreaTree(ctx.tenantId, MOST_AREAS, MOST_LEVELS),
    ],
    detail: { areas: list.length },
    onConflict: (error) => {
      if (held && (error instanceof ConflictError || isMissingReference(error)))
        return new AppError('precondition-failed')
      return isMissingReference(error) ? new ConflictError('an area was added or deleted in the meantime') : undefined
    },
    result: () => listAreas(ctx),
  }
}
