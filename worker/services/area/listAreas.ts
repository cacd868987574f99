/** All areas of the city, in its own order. */
import { readBatch } from '../../../db/readBatch.ts'
import { readAreas } from '../../../db/region/queries/areas.ts'
import { tagOf } from './listCondition.ts'
import { areaView } from './view.ts'
import type { TenantContext } from '../../context.ts'
import type { Area } from '../../contract/areas.ts'

export async function listAreas(ctx: TenantContext): Promise<{ items: Area[]; tag: string }> {
  const [rows] = await readBatch(ctx.region, [readAreas(ctx.tenantId)])
  const items = rows.map(areaView)
  return { items, tag: await tagOf(items) }
}
