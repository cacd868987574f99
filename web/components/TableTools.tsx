/** The line above a table: count or selection on the left; columns, density and export on the right. */
import { csvText } from '../format/csv.ts'
import { download } from '../format/download.ts'
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { Button } from './Button.tsx'
import { Checkbox } from './Choice.tsx'
import { Menu } from './Menu.tsx'
import type { Column, TableProps } from './Table.tsx'
import { aside } from '../i18n/punctuation.ts'

interface TableToolsProps<Row> extends TableProps<Row> {
  readonly sorted: readonly Row[]
  readonly visible: readonly Column<Row>[]
  readonly hidden: ReadonlySet<string>
  readonly onHidden: (hidden: ReadonlySet<string>) => void
  readonly dense: boolean
  readonly onDense: (dense: boolean) => void
}

export function TableTools<Row>(props: TableToolsProps<Row>) {
  const { sorted, columns, visible, hidden, onHidden, dense, onDense, selection, csvName, csvNotes, tools } = props
  const words = useWords(componentWords)
  const count = selection?.selected.size ?? 0
  const toggle = (key: string, on: boolean): void => {
    const next = new Set(hidden)
    if (on) next.delete(key)
    else next.add(key)
    onHidden(next)
  }
  const save = (): void => {
    const exported = columns.filter(
      (column) => column.value !== undefined && (column.exportOnly === true || visible.includes(column)),
    )
    const body = sorted.map((row) => exported.map((column) => (column.csv ?? column.value)?.(row) ?? null))
    const header = exported.map((column) =>
      column.sub === undefined ? column.title : column.title + aside(column.sub),
    )
    const notes = csvNotes ?? []
    download(
      `${csvName ?? 'table'}.csv`,
      notes.length === 0
        ? csvText(header, body)
        : csvText([notes[0] ?? ''], [...notes.slice(1).map((note) => [note]), header, ...body]),
    )
  }
  return (
    <div class="table-tools">
      <div class="row">
        <span class="num small" role="status">
          {count > 0 ? words.rowsSelected(count) : words.rowsCount(sorted.length)}
        </span>
        {count > 0 && (
          <>
            {selection?.actions}
            <Button size="s" kind="quiet" onClick={() => selection?.onChange(new Set())}>
              {words.clearSelection}
            </Button>
          </>
        )}
        {tools}
      </div>
      <div class="row">
        {columns.length > 3 && (
          <Menu label={words.columns} icon="list">
            {columns
              .filter((column) => column.exportOnly !== true)
              .map((column) => (
                <Checkbox
                  key={column.key}
                  label={column.title}
                  checked={!hidden.has(column.key)}
                  disabled={column.rowHeader === true}
                  onChange={(on) => toggle(column.key, on)}
                />
              ))}
          </Menu>
        )}
        {sorted.length > 8 && (
          <Button size="s" kind="quiet" pressed={dense} onClick={() => onDense(!dense)}>
            {words.compact}
          </Button>
        )}
        {csvName !== undefined && (
          <Button size="s" kind="quiet" icon="download" onClick={save}>
            {words.exportCsv}
          </Button>
        )}
      </div>
    </div>
  )
}
