/** Areas, indicators, periods and one period's values in one round trip; one more when the period is to be the latest, and one when the values are
 * to be those of the past. */
import { sentence, type Sentence } from '../../words/sentence.ts'
import { readPosition, type AsOf } from '../../../db/region/queries/asOf.ts'
import { readBatch } from '../../../db/readBatch.ts'
import { readLeafAreas, type AreaRow } from '../../../db/region/queries/areas.ts'
import { readPeriodsAsOf, readPeriodValuesAsOf } from '../../../db/region/queries/asOf.ts'
import { readFrameworkBody, readIndicators } from '../../../db/region/queries/indicators.ts'
import { readPeriods, readPeriodValues, type ValueGroup } from '../../../db/region/queries/observations.ts'
import { AppError } from '../../contract/problems.ts'
import { tableSide, type TableSide } from './cityTable.ts'
import type { TenantContext } from '../../context.ts'
import type { AsOfPosition } from '../../contract/ledger.ts'

export interface CityTable extends TableSide {
  /** Empty when nothing was asked for and nothing is stored. */
  readonly period: string
  readonly areas: AreaRow[]
  readonly periods: string[]
  /** JSON {area id: value} by indicator code. */
  readonly bodies: ReadonlyMap<string, string>
  /** Of `asOf`; null without it. */
  readonly position: AsOfPosition | null
}

export async function readTable(
  ctx: TenantContext,
  asked: string | undefined,
  frameworkId: string | undefined,
  asOf: string | undefined,
): Promise<CityTable> {
  const position = asOf === undefined ? null : await requirePosition(ctx, asOf)
  // Before the first set nothing stood.
  const seq = asOf === undefined ? null : (position?.seq ?? 0)
  const period = asked ?? (await latestPeriod(ctx, seq))
  const [areas, dictionary, periods, bodies, values] = await readBatch(ctx.region, [
    readLeafAreas(ctx.tenantId),
    readIndicators(ctx.tenantId),
    periodsOf(ctx, seq),
    readFrameworkBody(ctx.tenantId, frameworkId ?? ''),
    seq === null ? readPeriodValues(ctx.tenantId, period) : readPeriodValuesAsOf(ctx.tenantId, period, seq),
  ])
  const body = bodies[0]?.body
  if (frameworkId !== undefined && body === undefined) throw new AppError('not-found')
  const groups: readonly (ValueGroup & { readonly unit?: string })[] = values
  const unitThen = new Map(groups.map((v) => [v.indicator, v.unit]))
  return {
    ...tableSide(
      dictionary.map((i) => ({ ...i, unit: unitThen.get(i.code) ?? i.unit })),
      body,
    ),
    period,
    areas,
    periods: periods.map((p) => p.period),
    bodies: new Map(groups.map((v) => [v.indicator, v.body])),
    position,
  }
}

const periodsOf = (ctx: TenantContext, seq: number | null) =>
  seq === null ? readPeriods(ctx.tenantId) : readPeriodsAsOf(ctx.tenantId, seq)

async function latestPeriod(ctx: TenantContext, seq: number | null): Promise<string> {
  const [periods] = await readBatch(ctx.region, [periodsOf(ctx, seq)])
  return periods[periods.length - 1]?.period ?? ''
}

/** `asOf` of a query → the change set after which the values are asked for; null when the moment lies before the first. */
async function requirePosition(ctx: TenantContext, text: string): Promise<AsOfPosition | null> {
  const asOf: AsOf = text.startsWith('set_') ? { setId: text } : { ms: Date.parse(text.replace(' ', '+')) }
  if ('ms' in asOf && Number.isNaN(asOf.ms)) refuse('bad-moment', sentence('ledger.bad-moment', { text }))
  const [[position]] = await readBatch(ctx.region, [readPosition(ctx.tenantId, asOf)])
  if (position === undefined && 'setId' in asOf) refuse('unknown-set', sentence('ledger.unknown-set', { id: text }))
  return position ?? null
}

function refuse(code: string, message: Sentence): never {
  throw new AppError('invalid', undefined, [{ path: 'asOf', code, message }])
}
