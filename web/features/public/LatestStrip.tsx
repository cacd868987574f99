/** The latest results in rows on one scale: city, score, and a dot at its degree of equality, drawn in SVG without a chart library. */
import type { PublicationSummary } from '../../../worker/contract/public.ts'
import { Badge } from '../../components/Badge.tsx'
import { ScrollTable } from '../../components/ScrollTable.tsx'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { homeWords } from '../../words/home.ts'
import { resultWords } from '../../words/results.ts'
import { useWords } from '../../i18n/useWords.ts'
import { conventionText } from '../meaning/convention.ts'
import { aside } from '../../i18n/punctuation.ts'

const SHOWN = 8

/** The scale starts at the multiple of 10 below the lowest degree: dots mark a position, so it need not start at zero. */
function scaleOf(items: readonly PublicationSummary[]): { readonly low: number; readonly ticks: readonly number[] } {
  const known = items.map((item) => item.degree).filter((degree) => degree !== null)
  const low = known.length === 0 ? 0 : Math.max(0, Math.min(90, Math.floor((Math.min(...known) - 2) / 10) * 10))
  const step = 100 - low > 60 ? 20 : 10
  const ticks: number[] = []
  for (let tick = low; tick <= 100; tick += step) ticks.push(tick)
  return { low, ticks }
}

export function LatestStrip({ items }: { readonly items: readonly PublicationSummary[] }) {
  const words = useWords(homeWords)
  const more = useWords(resultWords)
  const format = useFormat()
  const shown = items.slice(0, SHOWN)
  const { low, ticks } = scaleOf(shown)
  const conventions = new Set(shown.flatMap((item) => (item.degree === null ? [] : [conventionText(item.equality)])))
  const common = conventions.size === 1 ? [...conventions][0] : undefined
  const at = (degree: number): string => `${((degree - low) / (100 - low)) * 100}%`
  return (
    <ScrollTable class="table-wrap latest" label={words.latest + aside(words.degree)}>
      <table class="table">
        <caption class="visually-hidden">{words.latest}</caption>
        <thead>
          <tr>
            <th scope="col">{more.city}</th>
            <th scope="col">{more.period}</th>
            <th scope="col" class="align-end">
              {words.score}
            </th>
            <th scope="col" class="latest-scale">
              <span>
                {words.degree}
                {common !== undefined && <span class="th-sub">{common}</span>}
              </span>
              <span class="latest-ticks" aria-hidden="true">
                {ticks.map((tick) => (
                  <span key={tick} style={{ left: at(tick) }}>
                    {tick}
                  </span>
                ))}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <tr key={item.id}>
              <th scope="row" class="cell-name">
                <a href={`/results/${item.id}`}>{nameIn(locale.value, item.city)}</a>{' '}
                {item.city.isDemo && <Badge tone="warn">{more.demo}</Badge>}
                <div class="muted small latest-title">{item.title}</div>
              </th>
              <td>{format.period(item.lastPeriod)}</td>
              <td class="align-end">{format.number(item.headlineScore, { digits: 1 })}</td>
              <td class="latest-scale">
                {item.degree === null ? (
                  <span class="muted">—</span>
                ) : (
                  <span class="latest-track">
                    {ticks.map((tick) => (
                      <span key={tick} class="latest-grid" style={{ left: at(tick) }} aria-hidden="true" />
                    ))}
                    <span class="latest-dot" style={{ left: at(item.degree) }} aria-hidden="true" />
                    <span
                      class={`latest-value num${(item.degree - low) / (100 - low) > 0.7 ? ' latest-before' : ''}`}
                      style={{ left: at(item.degree) }}
                    >
                      {format.number(item.degree, { digits: 1 })}
                      {common === undefined && <span class="muted"> {conventionText(item.equality)}</span>}
                    </span>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollTable>
  )
}
