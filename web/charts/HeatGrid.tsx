/** The grid of a heat table: head and first column stay in view, one tab stop for the whole grid, arrow keys walk its cells. */
import { Fragment } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { ScrollTable } from '../components/ScrollTable.tsx'
import { locale } from '../i18n/locale.ts'
import { moveInGrid } from './cursor.ts'
import { heatReadout, heatStep, heatText, type HeatLine } from './heat.ts'
import type { HeatTableProps } from './HeatTable.tsx'
import { chartWords } from '../words/charts.ts'

interface HeatGridProps extends Omit<HeatTableProps, 'rows' | 'columns'> {
  readonly rows: readonly HeatLine[]
  readonly columns: readonly HeatLine[]
  readonly subtitle: string
  readonly shownRows: readonly HeatLine[]
  readonly shownColumns: readonly HeatLine[]
}

export function HeatGrid(props: HeatGridProps) {
  const { title, subtitle, corner, rows, columns, shownRows, shownColumns, cell, shadeLabel } = props
  const { activeKey = null, onActive, onOpen } = props
  const lang = locale.value
  const words = chartWords[lang]
  const body = useRef<HTMLTableSectionElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const move = (event: KeyboardEvent) => {
    const next = moveInGrid(at, event.key, event.ctrlKey || event.metaKey, shownRows.length, shownColumns.length)
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
    <ScrollTable class="chart-scroll heat" label={title}>
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
            {shownColumns.map((column) => (
              <th key={column.key} scope="col" class={column.key === activeKey ? 'heat-active' : undefined}>
                {column.label}
                {column.unit && <small>{column.unit}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {shownRows.map((row, r) => (
            <Fragment key={row.key}>
              {row.groupLabel !== undefined && isFirstOfGroup(row, shownRows[r - 1]) && (
                <tr class="heat-group">
                  <th scope="rowgroup" colSpan={shownColumns.length + 1}>
                    <span>{row.groupLabel}</span>
                  </th>
                </tr>
              )}
              <tr class={isFirstOfGroup(row, shownRows[r - 1]) ? 'heat-first' : undefined} data-group={row.group}>
                <th scope="row" class={row.key === activeKey ? 'heat-active' : undefined}>
                  {row.label}
                  {row.unit && <small>{row.unit}</small>}
                </th>
                {shownColumns.map((column, c) => {
                  const one = cell(row, column)
                  return (
                    <td
                      key={column.key}
                      class={`heat-cell heat-${heatStep(one.shade)} heat-is-${one.state}`}
                      data-cell={`${r}:${c}`}
                      tabIndex={
                        r === Math.min(at.row, shownRows.length - 1) &&
                        c === Math.min(at.column, shownColumns.length - 1)
                          ? 0
                          : -1
                      }
                      aria-label={heatReadout(row, column, one, lang, shadeLabel)}
                      title={heatReadout(row, column, one, lang, shadeLabel)}
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
    </ScrollTable>
  )
}

const isFirstOfGroup = (row: HeatLine, before: HeatLine | undefined): boolean =>
  row.group !== undefined && row.group !== before?.group
