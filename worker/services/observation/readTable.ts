/** Areas, indicators, periods and one period's values in one round trip; one more when the period is to be the latest. */
import { readBatch } from '../../../db/readBatch.ts'
import { readLeafAreas, type AreaRow } from '../../../db/region/queries/areas.ts'
import { readFrameworkBody, readIndicators } from '../../../db/region/queries/indicators.ts'
import { readPeriods, readPeriodValues, type ValueGroup } from '../../../db/region/queries/observations.ts'
import { AppError } from '../../contract/problems.ts'
import { tableSide, type TableSide } from './cityTable.ts'
import type { TenantContext } from '../../context.ts'

export interface CityTable extends TableSide {
  /** Empty when nothing was asked for and nothing is stored. */
  readonly period: string
  readonly areas: AreaRow[]
  readonly periods: string[]
  /** JSON {area id: value} by indicator code. */
  readonly bodies: ReadonlyMap<string, string>
}

export async function readTable(
  ctx: TenantContext,
  asked: string | undefined,
  frameworkId: string | undefined,
): Promise<CityTable> {
  const period = asked ?? (await latestPeriod(ctx))
  const [areas, dictionary, periods, bodies, values] = await readBatch(ctx.region, [
    readLeafAreas(ctx.tenantId),
    readIndicators(ctx.tenantId),
    readPeriods(ctx.tenantId),
    readFrameworkBody(ctx.tenantId, frameworkId ?? ''),
    readPeriodValues(ctx.tenantId, period),
  ])
  const body = bodies[0]?.body
  if (frameworkId !== undefined && body === undefined) throw new AppError('not-found')
  return {
    ...tableSide(dictionary, body),
    period,
    areas,
    periods: periods.map((p) => p.period),
    bodies: new Map(values.map((v: ValueGroup) => [v.indicator, v.body])),
  }
}

async function latestPeriod(ctx: TenantContext): Promise<string> {
  const [periods] = await readBatch(ctx.region, [readPeriods(ctx.tenantId)])
  return periods[periods.length - 1]?.period ?? ''
}
