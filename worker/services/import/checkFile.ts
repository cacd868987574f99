/** A file's bytes → its values, checked against the city's areas and indicators, with every problem. Pure but for the progress it
 * reports between slices, which also lets other requests of the isolate run. */
import { IMPORT_LIMITS } from '../../contract/imports.ts'
import { csvSlices, isBlank } from '../file/csvSlices.ts'
import { decodeText } from '../file/decodeText.ts'
import { CellStore, type SortedCells } from './cellStore.ts'
import { ProblemList, shorten } from './problemList.ts'
import { readHeader } from './readHeader.ts'
import { rowReader } from './readRow.ts'
import type { ImportDictionary } from './dictionary.ts'
import type { Mapping } from './mapping.ts'
import type { ProblemCode } from './problem.ts'
import type { ImportRecord } from '../../contract/imports.ts'

export type Progress = (
  stage: 'decoding' | 'parsing' | 'checking' | 'staging' | 'writing',
  done: number,
  total: number,
) => Promise<void> | void

export interface CheckedFile {
  readonly encoding: ImportRecord['encoding']
  readonly layout: ImportRecord['layout']
  readonly rowCount: number
  /** Rows of which every recognised column was checked. */
  readonly checkedRowCount: number
  /** Columns that should hold values, and how many of them were recognised. */
  readonly columnCount: number
  readonly checkedColumnCount: number
  readonly missingCount: number
  readonly sample: string[][]
  readonly sampleRows: number[]
  readonly names: readonly string[]
  readonly problems: ProblemList
  /** Sorted; null when the file has errors. */
  readonly cells: SortedCells | null
}

/** More than a file has lines, so that two row numbers make one key. */
const ROW_SPACE = 2 ** 26
const SAMPLE = { rows: 6, columns: 40 } as const

export async function checkFile(
  bytes: Uint8Array,
  period: string | null,
  dictionary: ImportDictionary,
  mapping: Mapping,
  onProgress: Progress,
): Promise<CheckedFile> {
  const problems = new ProblemList()
  await onProgress('decoding', 0, bytes.length)
  const decoded = decodeText(bytes)
  await onProgress('decoding', bytes.length, bytes.length)
  const refuse = (encoding: ImportRecord['encoding']): CheckedFile => ({
    encoding,
    layout: 'unknown',
    rowCount: 0,
    checkedRowCount: 0,
    columnCount: 0,
    checkedColumnCount: 0,
    missingCount: 0,
    sample: [],
    sampleRows: [],
    names: [],
    problems,
    cells: null,
  })
  const whole = (code: ProblemCode, row: number | null = null): void => problems.add({ code, row, column: null })
  if (bytes.length === 0) whole('empty-file')
  else if (decoded === undefined) whole('wrong-encoding')
  else if (decoded.text.includes('\0')) whole('nul-character', lineOf(decoded.text, decoded.text.indexOf('\0')))
  else if (decoded.text.trim() === '') whole('empty-file')
  if (dictionary.areas.length === 0) whole('no-areas')
  if (dictionary.indicators.length === 0) whole('no-indicators')
  if (decoded === undefined || problems.errorCount > 0)
    return refuse(decoded === undefined ? 'unknown' : decoded.encoding)

  const store = new CellStore()
  const sample: string[][] = []
  const sampleRows: number[] = []
  let plan: ReturnType<typeof readHeader>
  let hasHeader = false
  let read: ReturnType<typeof rowReader> | undefined
  let rowCount = 0
  let checkedRowCount = 0
  let isOver = false
  for (const slice of csvSlices(decoded.text)) {
    for (const fault of slice.faults) whole(fault.kind, fault.row)
    let row = slice.firstRow - 1
    for (const cells of slice.rows) {
      row++
      if (isOver) break
      if (isBlank(cells)) continue
      if (sample.length < SAMPLE.rows) {
        sample.push(cells.slice(0, SAMPLE.columns).map(shorten))
        sampleRows.push(row)
      }
      if (!hasHeader) {
        hasHeader = true
        plan = readHeader(cells, row, period, dictionary, mapping, problems)
        if (plan !== undefined) read = rowReader({ plan, dictionary, mapping, store, problems, period })
        continue
      }
      if (rowCount === IMPORT_LIMITS.rows) {
        whole('too-many-rows')
        isOver = true
        continue
      }
      rowCount++
      if (plan === undefined || read === undefined) continue
      if (!fits(cells, plan.width))
        problems.add({ code: 'ragged-row', row, column: null, facts: { cells: cells.length, header: plan.width } })
      else if (read(cells, row)) checkedRowCount++
      else isOver = true
    }
    await onProgress('checking', rowCount, Math.max(rowCount, Math.round(rowCount / Math.max(slice.done, 1e-6))))
    if (isOver) break
  }
  if (problems.errorCount === 0 && rowCount === 0) whole('no-rows')
  else if (problems.errorCount === 0 && store.count === 0) whole('no-values')
  const names = plan?.names ?? []
  const cells = isOver || store.count === 0 ? null : store.sorted(dictionary.areas.length)
  if (cells !== null) reportRepeats(cells, dictionary, problems)
  return {
    encoding: decoded.encoding,
    layout: plan?.layout ?? 'unknown',
    rowCount,
    checkedRowCount,
    columnCount: plan?.columnCount ?? 0,
    checkedColumnCount: plan?.checkedColumnCount ?? 0,
    missingCount: read?.missing() ?? 0,
    sample,
    sampleRows,
    names,
    problems,
    cells: problems.errorCount > 0 ? null : cells,
  }
}

/** Two rows for one area and period share as many cells as the table is wide: that is one fault of the row, not one of every cell. */
function reportRepeats(cells: SortedCells, dictionary: ImportDictionary, problems: ProblemList): void {
  const pairs = new Map<number, { at: number; first: number; cells: number; differing: number }>()
  for (const [at, first] of cells.repeats) {
    const key = cells.rowOf(at) * ROW_SPACE + cells.rowOf(first)
    const pair = pairs.get(key) ?? { at, first, cells: 0, differing: 0 }
    pair.cells++
    if (cells.valueOf(at) !== cells.valueOf(first)) pair.differing++
    pairs.set(key, pair)
  }
  const byRow = [...pairs.values()].sort((a, b) => cells.rowOf(a.at) - cells.rowOf(b.at))
  for (const pair of byRow) {
    problems.add({
      code: 'duplicate-row',
      row: cells.rowOf(pair.at),
      column: null,
      hint: cells.rowOf(pair.first),
      group: pair.differing === 0 ? 'same' : 'differing',
      facts: {
        area: dictionary.areas[cells.areaOf(pair.at)]?.name ?? '',
        areaEn: dictionary.areas[cells.areaOf(pair.at)]?.nameEn ?? '',
        indicator: dictionary.indicators[cells.indicatorOf(pair.at)]?.name ?? '',
        indicatorEn: dictionary.indicators[cells.indicatorOf(pair.at)]?.nameEn ?? '',
        period: cells.periods[cells.periodOf(pair.at)] ?? '',
        cells: pair.cells,
        differing: pair.differing,
      },
    })
  }
}

/** More cells than the header only when they are empty: spreadsheets leave separators behind. */
const fits = (cells: readonly string[], width: number): boolean =>
  cells.length >= width && (cells.length === width || isBlank(cells.slice(width)))

function lineOf(text: string, at: number): number {
  let line = 1
  for (let i = text.indexOf('\n'); i !== -1 && i < at; i = text.indexOf('\n', i + 1)) line++
  return line
}
