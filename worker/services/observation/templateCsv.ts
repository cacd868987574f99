/** An empty CSV to fill in, in long or wide form: every area of the city, every indicator of the framework, one period. */
import { readBatch } from '../../../db/readBatch.ts'
import { readLeafAreas } from '../../../db/region/queries/areas.ts'
import { readFrameworkBody, readIndicators } from '../../../db/region/queries/indicators.ts'
import { AppError } from '../../contract/problems.ts'
import { WORDS } from '../../words/index.ts'
import { tableSide, type TableIndicator } from './cityTable.ts'
import { csvLine, UTF8_BOM } from './csvCell.ts'
import { longHeader } from './longHeader.ts'
import type { TenantContext } from '../../context.ts'
import type { Words } from '../../words/sentence.ts'

export async function templateCsv(
  ctx: TenantContext,
  period: string,
  frameworkId: string | undefined,
  layout: 'wide' | 'long',
): Promise<string> {
  const words = WORDS[ctx.locale]
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
      areas.map((a) => csvLine([period, a.code, words.names.of(a), i.code, words.names.of(i), i.unit, ''])),
    )
    return UTF8_BOM + csvLine(longHeader(words)) + lines.join('')
  }
  const header = [
    words.csv.values.areaCode,
    words.csv.values.areaName,
    words.csv.values.period,
    ...wideNames(indicators, words),
  ]
  return (
    UTF8_BOM +
    csvLine(header) +
    areas.map((a) => csvLine([a.code, words.names.of(a), period, ...indicators.map(() => '')])).join('')
  )
}

/** Name and unit; the code where a name would not be found again because two indicators share it. */
function wideNames(indicators: readonly TableIndicator[], { csv, names }: Words): string[] {
  const isShared = (name: string): boolean => indicators.filter((i) => i.name === name || i.nameEn === name).length > 1
  return indicators.map((i) => {
    const own = names.of(i)
    const name = isShared(own) ? i.code : own
    return i.unit === '' ? name : csv.withUnit({ name, unit: i.unit })
  })
}
