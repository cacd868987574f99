/** One period in long form as a CSV stream, one indicator at a time. A demonstration city says so on every line. */
import { WORDS } from '../../words/index.ts'
import { csvLine, UTF8_BOM } from './csvCell.ts'
import { longHeader } from './longHeader.ts'
import { readTable } from './readTable.ts'
import { valuesOf } from './cityTable.ts'
import type { TenantContext } from '../../context.ts'

export async function exportCsv(
  ctx: TenantContext,
  asked: string | undefined,
  frameworkId: string | undefined,
  asOf: string | undefined,
): Promise<{ period: string; body: ReadableStream<Uint8Array> }> {
  const { period, areas, indicators, bodies } = await readTable(ctx, asked, frameworkId, asOf)
  const words = WORDS[ctx.locale]
  const mark = ctx.city.isDemo ? [words.csv.demo] : []
  const encoder = new TextEncoder()
  let next = 0
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(
        encoder.encode(UTF8_BOM + csvLine([...longHeader(words), ...(mark.length > 0 ? [words.csv.status] : [])])),
      )
    },
    pull(controller) {
      let text = ''
      while (next < indicators.length && text.length < 65_536) {
        const indicator = indicators[next++]
        if (indicator === undefined) break
        const stored = valuesOf(bodies.get(indicator.code) ?? null)
        for (const area of areas) {
          const value = stored[area.id]
          if (value !== undefined)
            text += csvLine([
              period,
              area.code,
              words.names.of(area),
              indicator.code,
              words.names.of(indicator),
              indicator.unit,
              value,
              ...mark,
            ])
        }
      }
      if (text !== '') controller.enqueue(encoder.encode(text))
      if (next >= indicators.length) controller.close()
    },
  })
  return { period, body }
}
