/** The figure around every chart: the finding as title, what is measured beneath it, the chart or its table, the source,
 * and the same content as CSV and PNG. Whatever the body is, the table holds every number. */
import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { usePaper } from '../components/paper.ts'
import { download } from '../format/download.ts'
import { locale } from '../i18n/locale.ts'
import { ChartTableView } from './ChartTableView.tsx'
import { composePicture, pngOf } from './picture.ts'
import { fileName, tableToCsv, type ChartTable } from './table.ts'
import { chartWords } from '../words/charts.ts'
import './charts.css'

export interface ChartFrameProps {
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly demo?: boolean | undefined
  readonly table: ChartTable
  /** The chart alone, drawn in print colours. */
  readonly picture: () => Promise<HTMLCanvasElement>
  readonly headingLevel?: 2 | 3 | 4 | undefined
  /** Controls of this chart: search, mode. */
  readonly tools?: ComponentChildren
  readonly legend?: ComponentChildren
  /** False when there is nothing to draw: the frame says so instead of showing empty axes. */
  readonly drawable?: boolean
  /** The body is a table already; the toggle would offer the same twice. */
  readonly bodyIsTable?: boolean
  readonly children: ComponentChildren
}

export function ChartFrame(props: ChartFrameProps) {
  const {
    title,
    subtitle,
    source,
    demo = false,
    table,
    picture,
    headingLevel = 3,
    tools,
    legend,
    drawable = true,
    bodyIsTable = false,
    children,
  } = props
  const lang = locale.value
  const words = chartWords[lang]
  const id = useId()
  const paper = usePaper()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const Heading = `h${headingLevel}` as const
  const stem = (extension: string) => fileName([table.caption, demo ? words.demo : undefined], extension)
  const saveCsv = () =>
    download(
      stem('csv'),
      tableToCsv(table, {
        lang,
        demoMark: demo ? words.demo : undefined,
        notes: [title, subtitle, words.source(source), demo ? words.demoLong : ''],
      }),
    )
  const savePicture = async () => {
    const sheet = composePicture(await picture(), { lang, title, subtitle, source, demo })
    download(stem('png'), await pngOf(sheet))
  }
  return (
    <figure
      class={`chart${bodyIsTable || view === 'table' ? ' chart-long' : ''}${paper ? ' chart-paper' : ''}`}
      aria-labelledby={`${id}-title`}
    >
      <div class="chart-head">
        <div class="chart-words">
          <Heading class="chart-title" id={`${id}-title`}>
            {title}
          </Heading>
          <p class="chart-subtitle">
            {subtitle}
            {demo && <span class="chart-demo">{words.demo}</span>}
          </p>
        </div>
        <div class="chart-tools">
          {view === 'chart' && tools}
          {!bodyIsTable && drawable && (
            <div class="chart-switch" role="group" aria-label={words.view}>
              <button type="button" aria-pressed={view === 'chart'} onClick={() => setView('chart')}>
                {words.chart}
              </button>
              <button type="button" aria-pressed={view === 'table'} onClick={() => setView('table')}>
                {words.table}
              </button>
            </div>
          )}
          {drawable && (
            <>
              <button
                type="button"
                class="chart-save"
                onClick={saveCsv}
                aria-label={`${words.csv}: ${title}`}
                title={words.csv}
              >
                CSV
              </button>
              <button
                type="button"
                class="chart-save"
                onClick={() => void savePicture()}
                aria-label={`${words.png}: ${title}`}
                title={words.png}
              >
                PNG
              </button>
            </>
          )}
        </div>
      </div>
      {!drawable && <p class="chart-empty">{words.empty}</p>}
      {drawable && view === 'chart' && (
        <>
          {legend && <div class="chart-legend">{legend}</div>}
          {children}
        </>
      )}
      {drawable && view === 'table' && <ChartTableView table={table} />}
      <figcaption class="chart-source">
        {words.source(source)}
        {demo && ` · ${words.demoLong}`}
      </figcaption>
    </figure>
  )
}
