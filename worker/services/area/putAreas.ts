/** Upserts areas by code, all or nothing. */
import { readBatch } from '../../../db/readBatch.ts'
import { readAreas } from '../../../db/region/queries/areas.ts'
import { AppError } from '../../http/errors.ts'
import { sayIn } from '../say.ts'
import { checkAreas } from './checkAreas.ts'
import { areaView } from './view.ts'
import { writeAreas } from './writeAreas.ts'
import type { TenantContext } from '../../http/context.ts'
import type { Area, AreaInput } from '../../routes/areas/schema.ts'

export async function putAreas(ctx: TenantContext, input: readonly AreaInput[]): Promise<Area[]> {
  const [present] = await readBatch(ctx.region, [readAreas(ctx.tenantId)])
  const faults = checkAreas(input, present, sayIn(ctx.locale))
  if (faults.length > 0) throw new AppError('invalid', undefined, faults)
  await writeAreas(ctx, 'area.put', input, [], present)
  const [after] = await readBatch(ctx.region, [readAreas(ctx.tenantId)])
  return after.map(areaView)
}
