/** CSV text → rows, about a megabyte of text at a time, so that a large file never stands in memory as cells.
 * Papa's own parser reads each slice; a row that a slice cuts in two is read again with the next one. */
import Papa from 'papaparse'

export interface CsvFault {
  readonly row: number
  readonly kind: 'unclosed-quote' | 'bad-quote'
}
export interface CsvSlice {
  /** Number of the first row, counted from 1 over the whole file as a spreadsheet counts. */
  readonly firstRow: number
  readonly rows: string[][]
  readonly faults: readonly CsvFault[]
  /** Share of the text read so far. */
  readonly done: number
}

const SLICE_CHARS = 1_000_000
/** A row longer than this is a quotation mark that was never closed. */
const LONGEST_ROW_CHARS = 2_000_000

export function* csvSlices(text: string): Generator<CsvSlice, void, void> {
  const newline = text.includes('\n') ? '\n' : '\r'
  const parser = new Papa.Parser({ delimiter: delimiterOf(text), newline, quoteChar: '"' })
  let at = 0
  let row = 1
  let size = SLICE_CHARS
  while (at < text.length) {
    const isLast = at + size >= text.length
    const result = asResult(parser.parse(text.slice(at, at + size), 0, !isLast))
    if (!isLast && result.data.length === 0) {
      if (size > LONGEST_ROW_CHARS) {
        yield { firstRow: row, rows: [], faults: [{ row, kind: 'unclosed-quote' }], done: 1 }
        return
      }
      size *= 2
      continue
    }
    const rows = result.data
    for (const cells of rows) dropCarriageReturn(cells)
    at = isLast ? text.length : at + result.meta.cursor
    // A final line end makes Papa see one more, empty row.
    if (isLast && rows.length > 0 && isBlank(rows[rows.length - 1])) rows.pop()
    yield {
      firstRow: row,
      rows,
      faults: result.errors
        .filter((e) => isLast || (e.row ?? 0) < rows.length)
        .map((e) => ({ row: row + (e.row ?? 0), kind: e.code === 'MissingQuotes' ? 'unclosed-quote' : 'bad-quote' })),
      done: at / text.length,
    }
    row += rows.length
    size = SLICE_CHARS
  }
}

interface ParserResult {
  readonly data: string[][]
  readonly errors: readonly { readonly code?: string; readonly row?: number }[]
  readonly meta: { readonly cursor: number }
}
/** Guarantee: without a header option Papa's parser answers arrays of strings; its types say `any`. */
const asResult = (value: unknown): ParserResult => value as ParserResult

/** Of the separators spreadsheets write, the one that occurs most in the first line, outside quotation marks. */
function delimiterOf(text: string): string {
  const start = /[^\r\n]/.exec(text)?.index ?? 0
  const counts = new Map([
    [',', 0],
    ['\t', 0],
    [';', 0],
  ])
  let quoted = false
  for (let i = start; i < Math.min(text.length, start + 100_000); i++) {
    const char = text.charAt(i)
    if (char === '"') quoted = !quoted
    else if (!quoted && (char === '\n' || char === '\r')) break
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1)
  }
  let best = ','
  for (const [char, count] of counts) if (count > (counts.get(best) ?? 0)) best = char
  return best
}

/** Windows line ends leave their \r on the last cell. */
function dropCarriageReturn(cells: string[]): void {
  const last = cells[cells.length - 1]
  if (last !== undefined && last.endsWith('\r')) cells[cells.length - 1] = last.slice(0, -1)
}

export const isBlank = (cells: readonly string[] | undefined): boolean =>
  cells === undefined || cells.every((c) => c.trim() === '')
