/** Column headers: a sortable one is a button and says its order through aria-sort. */
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { Checkbox } from './Choice.tsx'
import { Icon } from './Icon.tsx'
import { usePaper } from './paper.ts'
import type { Column, TableSelection } from './Table.tsx'
import type { Sort } from './tableSort.ts'

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sort: Sort | undefined
  readonly onSort: (sort: Sort) => void
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly selection?: TableSelection<Row>
}

export function TableHead<Row>({ columns, sort, onSort, rows, rowKey, selection }: TableHeadProps<Row>) {
  const words = useWords(componentWords)
  const paper = usePaper()
  const keys = rows.map(rowKey)
  const chosen = selection === undefined ? 0 : keys.filter((key) => selection.selected.has(key)).length
  return (
    <thead>
      <tr>
        {selection !== undefined && (
          <th class="cell-check" scope="col">
            <Checkbox
              label={words.selectAll}
              labelHidden
              checked={chosen > 0 && chosen === keys.length}
              mixed={chosen > 0 && chosen < keys.length}
              onChange={(on) => {
                const next = new Set(selection.selected)
                for (const key of keys) {
                  if (on) next.add(key)
                  else next.delete(key)
                }
                selection.onChange(next)
              }}
            />
          </th>
        )}
        {columns.map((column) => {
          const active = sort?.key === column.key ? sort : undefined
          const label = (
            <span class="th-text">
              {column.title}
              {column.sub !== undefined && <span class="th-sub">{column.sub}</span>}
            </span>
          )
          return (
            <th
              key={column.key}
              scope="col"
              class={`align-${column.align ?? 'start'}${column.rowHeader === true ? ' cell-name' : ''}`}
              aria-sort={active === undefined ? undefined : active.descending ? 'descending' : 'ascending'}
              style={column.minChars === undefined ? undefined : { minWidth: `${column.minChars}em` }}
            >
              {column.value === undefined || paper ? (
                label
              ) : (
                <button
                  type="button"
                  class={active === undefined ? 'th-sort' : 'th-sort th-sorted'}
                  title={words.sortBy(column.title)}
                  onClick={() =>
                    onSort({
                      key: column.key,
                      descending: active === undefined ? column.align === 'end' : !active.descending,
                    })
                  }
                >
                  {label}
                  <Icon name={active === undefined ? 'down' : active.descending ? 'down' : 'up'} size={14} />
                </button>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
