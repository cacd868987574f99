/** Reads and upserts populations. */
import { ConflictError, commitRegion } from '../../../db/commit.ts'
import { readBatch } from '../../../db/readBatch.ts'
import { readAreas } from '../../../db/region/queries/areas.ts'
import { guardPopulations, readPopulations, upsertPopulations } from '../../../db/region/queries/populations.ts'
import { AppError, type Fault } from '../../contract/problems.ts'
import { auditRow } from '../auditRow.ts'
import { sayIn } from '../../lib/say.ts'
import { listIn, requireCondition, tagOf, type WriteCondition } from './listCondition.ts'
import type { TenantContext } from '../../context.ts'
import type { Populations, PutPopulations } from '../../contract/areas.ts'

export async function listPopulations(ctx: TenantContext): Promise<{ list: Populations; tag: string }> {
  const [items] = await readBatch(ctx.region, [readPopulations(ctx.tenantId)])
  return { list: { periods: [...new Set(items.map((p) => p.period))].sort(), items }, tag: await tagOf(items) }
}

/** Most faults a refusal lists; the rest are counted. */
const LISTED_FAULTS = 200

export async function putPopulations(
  ctx: TenantContext,
  body: PutPopulations,
  condition: WriteCondition,
): Promise<{ list: Populations; tag: string }> {
  const say = sayIn(ctx.locale)
  const { name, list: input } = listIn(ctx, body, 'populations')
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
        message: say(
          `没有代码为“${p.areaCode}”的地区。请先在“地区”中建立；尚未写入。`,
          `There is no area with the code “${p.areaCode}”. Add it first; nothing was written.`,
        ),
      })
    const key = `${p.period} ${p.areaCode}`
    if (seen.has(key))
      faults.push({
        path: `${name}[${i}]`,
        code: 'duplicate-key',
        message: say(
          `“${p.areaCode}”${p.period} 的人口重复。请保留一条；尚未写入。`,
          `The population of “${p.areaCode}” in ${p.period} appears twice. Keep one; nothing was written.`,
        ),
      })
    seen.add(key)
  }
  if (faults.length > 0) throw new AppError('invalid', undefined, faults)
  try {
    await commitRegion(
      ctx.region,
      ctx.tenantId,
      [...(held ? guardPopulations(ctx.tenantId, present) : []), ...upsertPopulations(ctx.tenantId, input)],
      auditRow(ctx, 'population.put', ctx.city.id, { populations: input.length }),
    )
  } catch (error) {
    if (held && error instanceof ConflictError) throw new AppError('precondition-failed')
    throw error
  }
  return listPopulations(ctx)
}
