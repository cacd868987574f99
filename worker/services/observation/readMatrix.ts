/** One period as a matrix indicator × area; a missing value is null. */
import { readTable } from './readTable.ts'
import { valuesOf } from './cityTable.ts'
import type { TenantContext } from '../../context.ts'
import type { ObservationMatrix } from '../../contract/observations.ts'

export async function readMatrix(
  ctx: TenantContext,
  asked: string | undefined,
  frameworkId: string | undefined,
  asOf: string | undefined,
): Promise<ObservationMatrix> {
  const { period, areas, indicators, domains, periods, bodies, position } = await readTable(
    ctx,
    asked,
    frameworkId,
    asOf,
  )
  return {
    period,
    periods,
    areas: areas.map(({ id, code, name, nameEn }) => ({ id, code, name, nameEn })),
    indicators: indicators.map(({ code, name, nameEn, unit, direction, domainCode }) => ({
      code,
      name,
      nameEn,
      unit,
      direction,
      domainCode,
    })),
    domains,
    values: indicators.map((i) => {
      const stored = valuesOf(bodies.get(i.code) ?? null)
      return areas.map((a) => stored[a.id] ?? null)
    }),
    asOf: position,
  }
}
