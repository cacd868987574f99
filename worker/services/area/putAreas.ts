/** Upserts areas by code, all or nothing. */
import { readBatch } from '../../../db/readBatch.ts'
import { readAreas } from '../../../db/region/queries/areas.ts'
import { AppError } from '../../contract/problems.ts'
import { sayIn } from '../../lib/say.ts'
import { checkAreas } from './checkAreas.ts'
import { listAreas } from './listAreas.ts'
import { listIn, requireCondition, type WriteCondition } from './listCondition.ts'
import { areaView } from './view.ts'
import { writeAreas } from './writeAreas.ts'
import type { TenantContext } from '../../context.ts'
import type { Area, PutAreas } from '../../contract/areas.ts'

export async function putAreas(
  ctx: TenantContext,
  body: PutAreas,
  condition: WriteCondition,
): Promise<{ items: Area[]; tag: string }> {
  const { name, list } = listIn(ctx, body, 'areas')
  const say = sayIn(ctx.locale)
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
              message: say(
                `代码“${a.code}”的地区不是这个 id。改代码请先建新地区；尚未写入。`,
                `The area with the code “${a.code}” has another id. To change a code add a new area; nothing was written.`,
              ),
            },
          ],
    ),
    ...checkAreas(list, present, say, (i, field) => `${name}[${i}].${field}`),
  ]
  if (faults.length > 0) throw new AppError('invalid', undefined, faults)
  await writeAreas(ctx, 'area.put', list, [], present, held)
  return listAreas(ctx)
}
