/** Rows of a table. When rows can be opened or selected, arrow keys move between them (one tab stop for the whole body). */
import { useState } from 'preact/hooks'
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { Checkbox } from './Choice.tsx'
import type { Column, TableProps } from './Table.tsx'

function display<Row>(column: Column<Row>, row: Row) {
  if (column.cell !== undefined) return column.cell(row)
  const value = column.value?.(row)
  return value === null || value === undefined || value === '' ? <span class="muted">—</span> : value
}

export function TableBody<Row>({
  rows,
  columns,
  rowKey,
  selection,
  onOpen,
  hovered,
  onHover,
  marked,
  id,
}: TableProps<Row>) {
  const words = useWords(componentWords)
  const [current, setCurrent] = useState(0)
  const interactive = onOpen !== undefined || selection !== undefined
  const at = Math.min(current, Math.max(0, rows.length - 1))

  const toggle = (row: Row): void => {
    if (selection === undefined) return
    const next = new Set(selection.selected)
    const key = rowKey(row)
    if (!next.delete(key)) next.add(key)
    selection.onChange(next)
  }
  const onKeyDown = (
    event: KeyboardEvent & { readonly currentTarget: HTMLTableRowElement },
    row: Row,
    index: number,
  ): void => {
    if (event.target !== event.currentTarget) return
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (target !== undefined && target >= 0 && target < rows.length) {
      event.preventDefault()
      setCurrent(target)
      document.getElementById(`${id}-row-${target}`)?.focus()
    } else if (event.key === 'Enter' && onOpen !== undefined) {
      event.preventDefault()
      onOpen(row)
    } else if (event.key === ' ' && selection !== undefined) {
      event.preventDefault()
      toggle(row)
    }
  }
  return (
    <tbody>
      {rows.length === 0 && (
        <tr>
          <td colSpan={columns.length + (selection === undefined ? 0 : 1)} class="muted">
            {words.emptyTable}
          </td>
        </tr>
      )}
      {rows.map((row, index) => {
        const key = rowKey(row)
        const selected = selection?.selected.has(key)
        return (
          <tr
            key={key}
            id={`${id}-row-${index}`}
            class={`${onOpen === undefined ? '' : 'row-open'}${selected === true || marked === key ? ' row-selected' : ''}${hovered === key ? ' row-hover' : ''}`}
            tabIndex={interactive ? (index === at ? 0 : -1) : undefined}
            aria-selected={selected}
            aria-current={marked === key ? 'true' : undefined}
            onClick={(event) => {
              // A click on a link, button or selected text inside the row is not a click on the row.
              if (
                onOpen === undefined ||
                (event.target instanceof Element && event.target.closest('a,button,input,label') !== null)
              )
                return
              if (getSelection()?.isCollapsed === false) return
              onOpen(row)
            }}
            onKeyDown={(event) => onKeyDown(event, row, index)}
            onFocus={() => onHover?.(key)}
            onPointerEnter={() => onHover?.(key)}
            onPointerLeave={() => onHover?.(null)}
          >
            {selection !== undefined && (
              <td class="cell-check">
                <Checkbox
                  label={words.selectRow(selection.nameOf(row))}
                  labelHidden
                  checked={selected === true}
                  onChange={() => toggle(row)}
                />
              </td>
            )}
            {columns.map((column) =>
              column.rowHeader === true ? (
                <th key={column.key} scope="row" class={`cell-name align-${column.align ?? 'start'}`}>
                  {display(column, row)}
                </th>
              ) : (
                <td key={column.key} class={`align-${column.align ?? 'start'}`}>
                  {display(column, row)}
                </td>
              ),
            )}
          </tr>
        )
      })}
    </tbody>
  )
}
