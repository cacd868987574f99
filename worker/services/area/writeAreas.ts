/** Areas and populations in one batch. The tree was checked before for its messages; the batch checks it again against other writers. */
import { ConflictError, commitRegion } from '../../../db/commit.ts'
import { guardAreas, guardAreaTree, upsertAreas, type AreaRow } from '../../../db/region/queries/areas.ts'
import { isMissingReference } from '../../../db/region/queries/imports.ts'
import { upsertPopulations, type PopulationRow } from '../../../db/region/queries/populations.ts'
import { AppError } from '../../contract/problems.ts'
import { auditRow } from '../auditRow.ts'
import { areaWrites } from './areaWrites.ts'
import { MOST_AREAS, MOST_LEVELS } from './checkAreas.ts'
import type { TenantContext } from '../../context.ts'
import type { AreaEntry } from '../../contract/areas.ts'

export async function writeAreas(
  ctx: TenantContext,
  action: 'area.put' | 'area.csv',
  areas: readonly AreaEntry[],
  populations: readonly PopulationRow[],
  present: readonly AreaRow[],
  /** The areas must still be those in `present`. */
  held = false,
): Promise<void> {
  const nowMs = ctx.now()
  try {
    await commitRegion(
      ctx.region,
      ctx.tenantId,
      [
        ...(held ? guardAreas(ctx.tenantId, present) : []),
        ...upsertAreas(ctx.tenantId, areaWrites(areas, present, nowMs), nowMs),
        guardAreaTree(ctx.tenantId, MOST_AREAS, MOST_LEVELS),
        ...upsertPopulations(ctx.tenantId, populations),
      ],
      auditRow(ctx, action, ctx.city.id, { areas: areas.length, populations: populations.length }),
    )
  } catch (error) {
    if (held && (error instanceof ConflictError || isMissingReference(error))) throw new AppError('precondition-failed')
    if (isMissingReference(error)) throw new ConflictError('an area was added or deleted in the meantime')
    throw error
  }
}
