/** An empty CSV to fill in, in long or wide form: every area of the city, every indicator of the framework, one period. */
import { readBatch } from '../../../db/readBatch.ts'
import { readLeafAreas } from '../../../db/region/queries/areas.ts'
import { readFrameworkBody, readIndicators } from '../../../db/region/queries/indicators.ts'
import { AppError } from '../../contract/problems.ts'
import { sayIn } from '../../lib/say.ts'
import { tableSide, type TableIndicator } from './cityTable.ts'
import { csvLine, UTF8_BOM } from './csvCell.ts'
import { longHeader, nameIn } from './longHeader.ts'
import type { TenantContext } from '../../context.ts'
import type { Locale } from '../../lib/say.ts'

export async function templateCsv(
  ctx: TenantContext,
  period: string,
  frameworkId: string | undefined,
  layout: 'wide' | 'long',
): Promise<string> {
  const say = sayIn(ctx.locale)
  const [areas, dictionary, bodies] = await readBatch(ctx.region, [
    readLeafAreas(ctx.tenantId),
    readIndicators(ctx.tenantId),
    readFrameworkBody(ctx.tenantId, frameworkId ?? ''),
  ])
  const body = bodies[0]?.body
  if (frameworkId !== undefined && body === undefined) throw new AppError('not-found')
  const { indicators } = tableSide(dictionary, body)
  if (layout === 'long') {
    const lines = indicators.flatMap((i) =>
      areas.map((a) => csvLine([period, a.code, nameIn(ctx.locale, a), i.code, nameIn(ctx.locale, i), i.unit, ''])),
    )
    return UTF8_BOM + csvLine(longHeader(ctx.locale)) + lines.join('')
  }
  const header = [
    say('地区代码', 'area_code'),
    say('地区名称', 'area_name'),
    say('时期', 'period'),
    ...wideNames(indicators, ctx.locale),
  ]
  return (
    UTF8_BOM +
    csvLine(header) +
    areas.map((a) => csvLine([a.code, nameIn(ctx.locale, a), period, ...indicators.map(() => '')])).join('')
  )
}

/** Name and unit; the code where a name would not be found again because two indicators share it. */
function wideNames(indicators: readonly TableIndicator[], locale: Locale): string[] {
  const names = indicators.map((i) => nameIn(locale, i))
  const isShared = (name: string): boolean => indicators.filter((i) => i.name === name || i.nameEn === name).length > 1
  return indicators.map((i, n) => {
    const name = names[n] ?? i.code
    return `${isShared(name) ? i.code : name}${i.unit === '' ? '' : locale === 'en' ? ` (${i.unit})` : `（${i.unit}）`}`
  })
}
