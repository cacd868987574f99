/** The table every list uses: sorting in the URL, sticky head, column chooser, density, selection, keyboard, CSV, paging.
 * Missing values sort last in both directions. Paged above `pageSize` rows so that 3,000 rows stay quick and printable. */
import type { ComponentChildren } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { readStored, writeStored } from '../router/stored.ts'
import { setQuery } from '../router/useQueryState.ts'
import { Pagination } from './Pagination.tsx'
import { usePaper } from './paper.ts'
import { ScrollTable } from './ScrollTable.tsx'
import { TableBody } from './TableBody.tsx'
import { TableHead } from './TableHead.tsx'
import { TableTools } from './TableTools.tsx'
import { sortRows, type Sort } from './tableSort.ts'
import { aside } from '../i18n/punctuation.ts'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** Under the title, smaller: a unit, a period. */
  readonly sub?: string
  /** What stands in the cell; `value` as text when left out. */
  readonly cell?: (row: Row) => ComponentChildren
  /** For sorting and CSV. A column without it cannot be sorted and is not exported. */
  readonly value?: (row: Row) => string | number | null
  /** What the export says when it is not the sort value: a date as 2025-03-01, a state as its word. */
  readonly csv?: (row: Row) => string | number | null
  readonly align?: 'start' | 'end' | 'center'
  /** The cell that names the row; sticks to the left when the table scrolls sideways. One per table. */
  readonly rowHeader?: boolean
  /** In the export alone: what stands in another cell on the screen (a convention, a basis). */
  readonly exportOnly?: boolean
  /** Hidden until chosen. */
  readonly hidden?: boolean
  /** Narrowest width in characters. */
  readonly minChars?: number
}

export interface TableSelection<Row> {
  readonly selected: ReadonlySet<string>
  readonly onChange: (selected: ReadonlySet<string>) => void
  readonly nameOf: (row: Row) => string
  /** Buttons shown while something is selected. */
  readonly actions?: ComponentChildren
}

export interface TableProps<Row> {
  /** Unique on its page: prefixes the URL parameters and remembers columns and density. */
  readonly id: string
  readonly caption: string
  readonly captionHidden?: boolean
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly sort?: Sort
  readonly selection?: TableSelection<Row>
  readonly empty?: ComponentChildren
  /** File name without ending; shows the export button. */
  readonly csvName?: string
  /** Lines put above the exported header: 演示数据, source, period. */
  readonly csvNotes?: readonly string[]
  readonly onOpen?: (row: Row) => void
  /** Shared with charts: the row pointed at or focused. */
  readonly hovered?: string | null
  readonly onHover?: (key: string | null) => void
  /** The row the address names. */
  readonly marked?: string | null
  readonly pageSize?: number
  /** Nothing but the table: for small ones inside a section. */
  readonly bare?: boolean
  readonly tools?: ComponentChildren
}

/** On paper a table longer than a page is set tighter. */
const MANY = 40

export function Table<Row>(props: TableProps<Row>) {
  const { id, caption, captionHidden, rows, columns, rowKey, empty, bare, selection } = props
  const paper = usePaper()
  const pageSize = paper ? Number.POSITIVE_INFINITY : (props.pageSize ?? 100)
  const words = useWords(componentWords)
  const { query, route } = useLocation()
  const wrap = useRef<HTMLDivElement>(null)
  const [dense, setDense] = useState(readStored('jh.density') === 'compact')
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => initiallyHidden(id, columns))
  const sort = sortFrom(query[`${id}.sort`], props.sort, columns)
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort?.key, sort?.descending])
  const pages = Math.max(1, Math.ceil(sorted.length / pageSize))
  const page = Math.min(pages, Math.max(1, Number.parseInt(query[`${id}.page`] ?? '1', 10) || 1))
  const shown = paper ? sorted : sorted.slice((page - 1) * pageSize, page * pageSize)
  const visible = columns.filter((column) => !hidden.has(column.key) && column.exportOnly !== true)

  const onSort = (next: Sort): void =>
    setQuery(route, { [`${id}.sort`]: `${next.descending ? '-' : ''}${next.key}`, [`${id}.page`]: null })
  const onPage = (next: number): void => {
    setQuery(route, { [`${id}.page`]: next === 1 ? null : String(next) })
    wrap.current?.scrollIntoView({ block: 'start' })
  }
  const onHidden = (next: ReadonlySet<string>): void => {
    setHidden(next)
    writeStored(`jh.columns.${id}`, [...next].join(','))
  }
  const onDense = (next: boolean): void => {
    setDense(next)
    writeStored('jh.density', next ? 'compact' : null)
  }
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  return (
    <div class="table-block" ref={wrap}>
      {bare !== true && !paper && (
        <TableTools
          {...props}
          sorted={sorted}
          visible={visible}
          hidden={hidden}
          onHidden={onHidden}
          dense={dense}
          onDense={onDense}
        />
      )}
      <ScrollTable label={caption + aside(words.scrollable)}>
        <table class={dense || (paper && shown.length > MANY) ? 'table table-dense' : 'table'}>
          <caption class={captionHidden === true ? 'visually-hidden' : undefined}>{caption}</caption>
          <TableHead
            columns={visible}
            sort={sort}
            onSort={onSort}
            rows={shown}
            rowKey={rowKey}
            {...(selection === undefined ? {} : { selection })}
          />
          <TableBody {...props} rows={shown} columns={visible} />
        </table>
      </ScrollTable>
      {pages > 1 && (
        <Pagination
          page={page}
          pages={pages}
          summary={words.rangeOf((page - 1) * pageSize + 1, Math.min(sorted.length, page * pageSize), sorted.length)}
          onPage={onPage}
        />
      )}
    </div>
  )
}

function sortFrom<Row>(
  asked: string | undefined,
  fallback: Sort | undefined,
  columns: readonly Column<Row>[],
): Sort | undefined {
  if (asked === undefined) return fallback
  const descending = asked.startsWith('-')
  const key = descending ? asked.slice(1) : asked
  return columns.some((column) => column.key === key && column.value !== undefined) ? { key, descending } : fallback
}

function initiallyHidden<Row>(id: string, columns: readonly Column<Row>[]): ReadonlySet<string> {
  const stored = readStored(`jh.columns.${id}`)
  if (stored !== null) return new Set(stored.split(',').filter((key) => key !== ''))
  return new Set(columns.filter((column) => column.hidden === true).map((column) => column.key))
}
