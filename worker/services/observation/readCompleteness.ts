/** How many of the areas have a value, per indicator of the framework and period. */
import { readBatch } from '../../../db/readBatch.ts'
import { readLeafAreas } from '../../../db/region/queries/areas.ts'
import { readFrameworkBody, readIndicators } from '../../../db/region/queries/indicators.ts'
import { readFilledCounts } from '../../../db/region/queries/observations.ts'
import { AppError } from '../../contract/problems.ts'
import { tableSide } from './cityTable.ts'
import type { TenantContext } from '../../context.ts'
import type { Completeness } from '../../contract/observations.ts'

export async function readCompleteness(ctx: TenantContext, frameworkId: string | undefined): Promise<Completeness> {
  const [areas, dictionary, bodies, counts] = await readBatch(ctx.region, [
    readLeafAreas(ctx.tenantId),
    readIndicators(ctx.tenantId),
    readFrameworkBody(ctx.tenantId, frameworkId ?? ''),
    readFilledCounts(ctx.tenantId),
  ])
  const body = bodies[0]?.body
  if (frameworkId !== undefined && body === undefined) throw new AppError('not-found')
  const { indicators, domains } = tableSide(dictionary, body)
  const wanted = new Set(indicators.map((i) => i.code))
  const periods = [...new Set(counts.filter((c) => wanted.has(c.indicator)).map((c) => c.period))].sort()
  const filled = new Map(counts.map((c) => [`${c.indicator} ${c.period}`, c.filled]))
  return {
    periods,
    expected: areas.length,
    domains,
    indicators: indicators.map(({ code, name, nameEn, domainCode }) => ({
      code,
      name,
      nameEn,
      domainCode,
      filled: periods.map((p) => filled.get(`${code} ${p}`) ?? 0),
    })),
  }
}
