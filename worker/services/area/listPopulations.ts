/** The populations of a city with the tag of the list. */
import { readBatch } from '../../../db/readBatch.ts'
import { readPopulations } from '../../../db/region/queries/populations.ts'
import { tagOf } from './listCondition.ts'
import type { TenantContext } from '../../context.ts'
import type { Populations } from '../../contract/areas.ts'

export async function listPopulations(ctx: TenantContext): Promise<{ list: Populations; tag: string }> {
  const [items] = await readBatch(ctx.region, [readPopulations(ctx.tenantId)])
  return { list: { periods: [...new Set(items.map((p) => p.period))].sort(), items }, tag: await tagOf(items) }
}
