/** Area × indicator as a real table: the value in each cell, its goodness as shade, missing hatched, imputed dotted,
 * treated outlined. Head and first column stay in view; arrow keys walk the cells; long sides come a window at a time. */
import { Fragment } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { locale } from '../i18n/locale.ts'
import { subtitleOf } from './alt-text.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { moveInGrid } from './cursor.ts'
import { heatReadout, heatStep, heatText, HEAT_STEPS, type HeatCell, type HeatLine } from './heat.ts'
import { pictureHeat } from './heat-picture.ts'
import { startFor, windowOf } from './ranking.ts'
import type { ChartMeta, Shared } from './spec.ts'
import type { ChartTable } from './table.ts'
import { chartWords } from './words.ts'
import { WindowTools } from './WindowTools.tsx'
import './heat.css'

const ROWS = 80
const COLUMNS = 40

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
  const {
    title,
    corner,
    rows,
    columns,
    cell,
    onOpen,
    indicator,
    unit,
    period,
    source,
    demo,
    activeKey = null,
    onActive,
  } = props
  const lang = locale.value
  const words = chartWords(lang)
  const body = useRef<HTMLTableSectionElement>(null)
  const [rowStart, setRowStart] = useState(0)
  const [columnStart, setColumnStart] = useState(0)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const rowView = windowOf(rows, rowStart, ROWS)
  const columnView = windowOf(columns, columnStart, COLUMNS)
  const subtitle = subtitleOf({ lang, indicator, unit, period, n: columns.length })

  const move = (event: KeyboardEvent) => {
    const next = moveInGrid(at, event.key, event.ctrlKey || event.metaKey, rowView.rows.length, columnView.rows.length)
    if (!next) return
    event.preventDefault()
    setAt(next)
    body.current?.querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`)?.focus()
  }
  const open = (row: HeatLine, column: HeatLine, r: number, c: number) => {
    setAt({ row: r, column: c })
    onOpen?.(row, column)
  }

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
      <div class="chart-scroll heat">
        <table
          class="heat-table"
          role="grid"
          aria-label={title}
          aria-description={words.gridKeys}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          onKeyDown={move}
        >
          <caption>{`${title} · ${subtitle}`}</caption>
          <thead>
            <tr>
              <th scope="col" class="heat-corner">
                {corner}
              </th>
              {columnView.rows.map((column) => (
                <th key={column.key} scope="col" class={column.key === activeKey ? 'heat-active' : undefined}>
                  {column.label}
                  {column.unit && <small>{column.unit}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {rowView.rows.map((row, r) => (
              <Fragment key={row.key}>
                {row.groupLabel !== undefined && isFirstOfGroup(row, rowView.rows[r - 1]) && (
                  <tr class="heat-group">
                    <th scope="rowgroup" colSpan={columnView.rows.length + 1}>
                      <span>{row.groupLabel}</span>
                    </th>
                  </tr>
                )}
                <tr class={isFirstOfGroup(row, rowView.rows[r - 1]) ? 'heat-first' : undefined} data-group={row.group}>
                  <th scope="row" class={row.key === activeKey ? 'heat-active' : undefined}>
                    {row.label}
                    {row.unit && <small>{row.unit}</small>}
                  </th>
                  {columnView.rows.map((column, c) => {
                    const one = cell(row, column)
                    return (
                      <td
                        key={column.key}
                        class={`heat-cell heat-${heatStep(one.shade)} heat-is-${one.state}`}
                        data-cell={`${r}:${c}`}
                        tabIndex={
                          r === Math.min(at.row, rowView.rows.length - 1) &&
                          c === Math.min(at.column, columnView.rows.length - 1)
                            ? 0
                            : -1
                        }
                        aria-label={heatReadout(row, column, one, lang, props.shadeLabel)}
                        title={heatReadout(row, column, one, lang, props.shadeLabel)}
                        onFocus={() => onActive?.(column.key)}
                        onMouseEnter={() => onActive?.(column.key)}
                        onMouseLeave={() => onActive?.(null)}
                        onClick={() => open(row, column, r, c)}
                        onKeyDown={(event) => {
                          if (event.key === 'Enter') open(row, column, r, c)
                        }}
                      >
                        {heatText(one, row, column, lang)}
                      </td>
                    )
                  })}
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </ChartFrame>
  )
}

const isFirstOfGroup = (row: HeatLine, before: HeatLine | undefined): boolean =>
  row.group !== undefined && row.group !== before?.group

function HeatLegend({ label, states }: { readonly label: string | undefined; readonly states: boolean }) {
  const words = chartWords(locale.value)
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
  const words = chartWords(lang)
  return {
    caption: `${indicator}${period ? ` ${period}` : ''}`,
    columns: [
      { label: corner },
      { label: lang === 'en' ? 'Unit' : '单位' },
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
