/** Moving through a chart's points with the keyboard. Pure: a key and a place in, a place out. */

export interface ChartPoint {
  /** Where the point lives in the Chart.js data. */
  readonly dataset: number
  readonly index: number
  /** Shared name of what the point stands for (an area, an indicator); links charts and tables. */
  readonly key: string
  /** What is read out and shown, e.g. 「通州区：82.3 分，第 1 名」. */
  readonly readout: string
}

const LEAP = 10

/** The next place for a key, `null` to leave, `undefined` when the key means nothing here. */
export function moveCursor(at: number | null, key: string, count: number): number | null | undefined {
  if (count === 0) return undefined
  const last = count - 1
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return at === null ? 0 : Math.min(last, at + 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return at === null ? last : Math.max(0, at - 1)
    case 'PageDown':
      return at === null ? 0 : Math.min(last, at + LEAP)
    case 'PageUp':
      return at === null ? last : Math.max(0, at - LEAP)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'Escape':
      return null
    default:
      return undefined
  }
}

/** The same for a grid of cells: arrows move by one, Home/End along the row, with Ctrl to the corners. */
export function moveInGrid(
  at: { readonly row: number; readonly column: number },
  key: string,
  ctrl: boolean,
  rows: number,
  columns: number,
): { row: number; column: number } | undefined {
  const lastRow = rows - 1
  const lastColumn = columns - 1
  const clampRow = (row: number) => Math.min(lastRow, Math.max(0, row))
  const clampColumn = (column: number) => Math.min(lastColumn, Math.max(0, column))
  switch (key) {
    case 'ArrowRight':
      return { row: at.row, column: clampColumn(at.column + 1) }
    case 'ArrowLeft':
      return { row: at.row, column: clampColumn(at.column - 1) }
    case 'ArrowDown':
      return { row: clampRow(at.row + 1), column: at.column }
    case 'ArrowUp':
      return { row: clampRow(at.row - 1), column: at.column }
    case 'PageDown':
      return { row: clampRow(at.row + LEAP), column: at.column }
    case 'PageUp':
      return { row: clampRow(at.row - LEAP), column: at.column }
    case 'Home':
      return { row: ctrl ? 0 : at.row, column: 0 }
    case 'End':
      return { row: ctrl ? lastRow : at.row, column: lastColumn }
    default:
      return undefined
  }
}
