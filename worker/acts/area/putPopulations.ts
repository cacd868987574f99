/** Adds or changes populations, all or nothing. */
import { ConflictError } from '../../../db/commit.ts'
import { readBatch } from '../../../db/readBatch.ts'
import { readAreas } from '../../../db/region/queries/areas.ts'
import { guardPopulations, readPopulations, upsertPopulations } from '../../../db/region/queries/populations.ts'
import { AppError, type Fault } from '../../contract/problems.ts'
import { sentence } from '../../words/sentence.ts'
import { listIn, requireCondition, type WriteCondition } from '../../services/area/listCondition.ts'
import { listPopulations } from '../../services/area/listPopulations.ts'
import type { Act, Plan } from '../act.types.ts'
import type { TenantContext } from '../../context.ts'
import type { Populations, PutPopulations } from '../../contract/areas.ts'

/** Most faults a refusal lists; the rest are counted. */
const LISTED_FAULTS = 200

interface Asked {
  readonly body: PutPopulations
  readonly condition: WriteCondition
}
interface Answered {
  readonly list: Populations
  readonly tag: string
}

export const putPopulations: Act<TenantContext, Asked, Answered> = {
  name: 'population.put',
  by: { permission: 'data:write' },
  where: 'region',
  plan,
}

async function plan(ctx: TenantContext, { body, condition }: Asked): Promise<Plan<Answered>> {
  const { name, list: input } = listIn(body, 'populations')
  const [areas, present] = await readBatch(ctx.region, [readAreas(ctx.tenantId), readPopulations(ctx.tenantId)])
  const held = await requireCondition(condition, { isEmpty: present.length === 0, list: present })
  const known = new Set(areas.map((a) => a.code))
  const seen = new Set<string>()
  const faults: Fault[] = []
  for (const [i, p] of input.entries()) {
    if (faults.length >= LISTED_FAULTS) break
    if (!known.has(p.areaCode))
      faults.push({
        path: `${name}[${i}].areaCode`,
        code: 'unknown-area',
        message: sentence('areas.unknown-area', { code: p.areaCode }),
      })
    const key = `${p.period} ${p.areaCode}`
    if (seen.has(key))
      faults.push({
        path: `${name}[${i}]`,
        code: 'duplicate-key',
        message: sentence('areas.duplicate-population', { code: p.areaCode, period: p.period }),
      })
    seen.add(key)
  }
  if (faults.length > 0) throw new AppError('invalid', undefined, faults)
  return {
    target: ctx.city.id,
    statements: [...(held ? guardPopulations(ctx.tenantId, present) : []), ...upsertPopulations(ctx.tenantId, input)],
    detail: { populations: input.length },
    onConflict: (error) => (held && error instanceof ConflictError ? new AppError('precondition-failed') : undefined),
    result: () => listPopulations(ctx),
  }
}
