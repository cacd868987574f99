/** Areas, indicators, periods and one period's values in one round trip. */
import { readBatch } from '../../../db/readBatch.ts'
import { readLeafAreas, type AreaRow } from '../../../db/region/queries/areas.ts'
import { readFrameworkBody, readIndicators } from '../../../db/region/queries/indicators.ts'
import { readPeriods, readPeriodValues, type ValueGroup } from '../../../db/region/queries/observations.ts'
import { AppError } from '../../http/errors.ts'
import { tableIndicators, type TableIndicator } from './cityTable.ts'
import type { TenantContext } from '../../http/context.ts'

export interface CityTable {
  readonly areas: AreaRow[]
  readonly indicators: TableIndicator[]
  readonly periods: string[]
  /** JSON {area id: value} by indicator code. */
  readonly bodies: ReadonlyMap<string, string>
}

export async function readTable(ctx: TenantContext, period: string, frameworkId: string | undefined): Promise<CityTable> {
  const [areas, dictionary, periods, bodies, values] = await readBatch(ctx.region, [
    readLeafAreas(ctx.tenantId), readIndicators(ctx.tenantId), readPeriods(ctx.tenantId), readFrameworkBody(ctx.tenantId, frameworkId ?? ''), readPeriodValues(ctx.tenantId, period),
  ])
  const body = bodies[0]?.body
  if (frameworkId !== undefined && body === undefined) throw new AppError('not-found')
  return { areas, indicators: tableIndicators(dictionary, body), periods: periods.map((p) => p.period), bodies: new Map(values.map((v: ValueGroup) => [v.indicator, v.body])) }
}
