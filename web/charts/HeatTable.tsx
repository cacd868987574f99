/** Area × indicator as a real table: the value in each cell, its goodness as shade, missing hatched, imputed dotted,
 * treated outlined. Head and first column stay in view; arrow keys walk the cells; long sides come a window at a time. */
import { useState } from 'preact/hooks'
import { usePaper } from '../components/paper.ts'
import { locale } from '../i18n/locale.ts'
import { subtitleOf } from './alt-text.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { HEAT_STEPS, type HeatCell, type HeatLine } from './heat.ts'
import { HeatGrid } from './HeatGrid.tsx'
import { pictureHeat } from './heat-picture.ts'
import { startFor, windowOf } from './ranking.ts'
import type { ChartMeta, Shared } from './spec.ts'
import type { ChartTable } from './table.ts'
import { chartWords } from '../words/charts.ts'
import { WindowTools } from './WindowTools.tsx'
import './heat.css'

const ROWS = 80
const COLUMNS = 40
/** As many areas as an A4 page holds beside their indicator. */
const PAPER_COLUMNS = 16

export interface HeatTableProps extends ChartMeta, Omit<Shared, 'onSelect'> {
  readonly title: string
  /** What the first column lists, e.g. 指标. */
  readonly corner: string
  readonly rows: readonly HeatLine[]
  readonly columns: readonly HeatLine[]
  readonly cell: (row: HeatLine, column: HeatLine) => HeatCell
  /** What the shade stands for (0–1), when it is not the normalised score. */
  readonly shadeLabel?: string | undefined
  readonly onOpen?: ((row: HeatLine, column: HeatLine) => void) | undefined
}

export function HeatTable(props: HeatTableProps) {
  const { title, corner, rows, columns, cell, indicator, unit, period, source, demo } = props
  const lang = locale.value
  const paper = usePaper()
  const [rowStart, setRowStart] = useState(0)
  const [columnStart, setColumnStart] = useState(0)
  const rowView = windowOf(rows, rowStart, ROWS)
  const columnView = windowOf(columns, columnStart, COLUMNS)
  const subtitle = subtitleOf({ lang, indicator, unit, period, n: columns.length })

  return (
    <ChartFrame
      title={title}
      subtitle={subtitle}
      source={source}
      demo={demo}
      headingLevel={props.headingLevel}
      drawable={rows.length > 0 && columns.length > 0}
      bodyIsTable
      table={heatCsv(props, lang)}
      picture={() => Promise.resolve(pictureHeat(rows, columns, cell, lang, corner))}
      legend={<HeatLegend label={props.shadeLabel} states={props.shadeLabel === undefined} />}
      tools={
        <>
          {rows.length > ROWS && (
            <WindowTools
              rows={rows}
              view={rowView}
              onStart={setRowStart}
              onFound={(index) => setRowStart(startFor(index, ROWS))}
            />
          )}
          {columns.length > COLUMNS && (
            <WindowTools
              rows={columns}
              view={columnView}
              onStart={setColumnStart}
              onFound={(index) => setColumnStart(startFor(index, COLUMNS))}
            />
          )}
        </>
      }
    >
      {(paper ? chunksOf(columns, PAPER_COLUMNS) : [columnView.rows]).map((part) => (
        <HeatGrid
          key={part[0]?.key}
          {...props}
          subtitle={subtitle}
          shownRows={paper ? rows : rowView.rows}
          shownColumns={part}
        />
      ))}
    </ChartFrame>
  )
}

function chunksOf<T>(list: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
}

function HeatLegend({ label, states }: { readonly label: string | undefined; readonly states: boolean }) {
  const words = chartWords[locale.value]
  return (
    <>
      <span class="chart-key">
        {label ?? words.normalised}: {words.legendLow}
        <span class="heat-scale" aria-hidden="true">
          {Array.from({ length: HEAT_STEPS }, (_, i) => (
            <span key={i} class={`chart-swatch heat-${i + 1}`} />
          ))}
        </span>
        {words.legendHigh}
      </span>
      {(states ? (['missing', 'imputed', 'treated'] as const) : (['missing'] as const)).map((state) => (
        <span key={state} class="chart-key">
          <span class={`chart-swatch heat-is-${state}`} aria-hidden="true" />
          {words[state]}
        </span>
      ))}
    </>
  )
}

/** Long form: one line per cell, so that states and notes keep their own columns. */
function heatCsv(
  { rows, columns, cell, corner, indicator, period, shadeLabel }: HeatTableProps,
  lang: 'zh-CN' | 'en',
): ChartTable {
  const words = chartWords[lang]
  return {
    caption: `${indicator}${period ? ` ${period}` : ''}`,
    columns: [
      { label: corner },
      { label: words.unit },
      { label: words.area },
      { label: words.value, digits: 4 },
      { label: shadeLabel ?? words.normalised, digits: 2 },
      { label: words.note },
    ],
    rows: rows.flatMap((row) =>
      columns.map((column) => {
        const one = cell(row, column)
        const state = one.state === 'ok' ? '' : words[one.state]
        return [
          row.label,
          row.unit ?? column.unit ?? '',
          column.label,
          one.value,
          one.shade === null ? null : (one.score ?? one.shade * 100),
          [state, one.text ?? '', one.note ?? ''].filter((part) => part !== '').join(' '),
        ]
      }),
    ),
  }
}
