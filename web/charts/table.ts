/** The table behind every chart, and its CSV with the demo label as its own column, so that it survives sorting. Pure.
 * Missing cells stay empty, never zero. */
import { csvText } from '../format/csv.ts'
import { inBrackets } from '../format/marks.ts'
import type { Lang } from './lang.ts'
import { formatValue, MISSING } from './numbers.ts'
import { chartWords } from '../words/charts.ts'

export type CellState = 'ok' | 'missing' | 'imputed' | 'treated' | 'suppressed'

export interface TableColumn {
  readonly label: string
  readonly unit?: string
  /** Decimals of a number column; absent for words. */
  readonly digits?: number
}

export type TableCell = string | number | null

export interface ChartTable {
  readonly caption: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableCell[])[]
}

/** What a cell shows on the page. */
export function cellText(cell: TableCell | undefined, column: TableColumn, lang: Lang): string {
  if (cell === null || cell === undefined || cell === '') return MISSING
  return typeof cell === 'number' ? formatValue(cell, lang, column.digits ?? 0) : cell
}

export function columnHeading(column: TableColumn, lang: Lang): string {
  return column.unit ? inBrackets(column.label, column.unit, lang) : column.label
}

export interface CsvOptions {
  readonly lang: Lang
  /** Words of the demo mark when the data are synthetic. */
  readonly demoMark?: string | undefined
  /** Lines under the table: source, period, digest. */
  readonly notes?: readonly string[]
}

/** Full-precision numbers; the first column after the data is the demo mark, when there is one. */
export function tableToCsv(table: ChartTable, options: CsvOptions): string {
  const { demoMark } = options
  const head = [
    ...table.columns.map((column) => columnHeading(column, options.lang)),
    ...(demoMark ? [chartWords[options.lang].status] : []),
  ]
  const rows = table.rows.map((row) => [
    ...table.columns.map((_, i) => row[i] ?? null),
    ...(demoMark ? [demoMark] : []),
  ])
  const notes = (options.notes ?? []).filter((note) => note !== '').map((note) => [`# ${note}`])
  return csvText(head, [...rows, ...notes])
}

/** A file name from the parts that identify a chart; characters that file systems refuse are replaced. */
export function fileName(parts: readonly (string | undefined)[], extension: string): string {
  const stem = parts
    .filter((part): part is string => Boolean(part))
    .join('_')
    .replaceAll(/[\\/:*?"<>|\s]+/g, '-')
    .slice(0, 80)
  return `${stem || 'junheng'}.${extension}`
}
