/** A file's bytes → its values, checked against the city's areas and indicators, with every problem. Pure but for the progress it
 * reports between slices, which also lets other requests of the isolate run. */
import { IMPORT_LIMITS } from '../../routes/imports/schema.ts'
import { csvSlices, isBlank } from '../file/csvSlices.ts'
import { decodeText } from '../file/decodeText.ts'
import { CellStore, type SortedCells } from './cellStore.ts'
import { ProblemList, shorten } from './problemList.ts'
import { readHeader } from './readHeader.ts'
import { rowReader } from './readRow.ts'
import type { ImportDictionary } from './dictionary.ts'
import type { ImportRecord } from '../../routes/imports/schema.ts'

export type Progress = (
  stage: 'decoding' | 'parsing' | 'checking' | 'staging' | 'writing',
  done: number,
  total: number,
) => Promise<void> | void

export interface CheckedFile {
  readonly encoding: ImportRecord['encoding']
  readonly layout: ImportRecord['layout']
  readonly rowCount: number
  readonly missingCount: number
  readonly sample: string[][]
  readonly sampleRows: number[]
  readonly names: readonly string[]
  readonly problems: ProblemList
  /** Sorted; null when the file has errors. */
  readonly cells: SortedCells | null
}

const SAMPLE = { rows: 6, columns: 40 } as const

export async function checkFile(
  bytes: Uint8Array,
  period: string | null,
  dictionary: ImportDictionary,
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
    missingCount: 0,
    sample: [],
    sampleRows: [],
    names: [],
    problems,
    cells: null,
  })
  if (bytes.length === 0) problems.add(null, null, 'empty-file')
  else if (decoded === undefined) problems.add(null, null, 'wrong-encoding')
  else if (decoded.text.includes('\0'))
    problems.add(lineOf(decoded.text, decoded.text.indexOf('\0')), null, 'nul-character')
  else if (decoded.text.trim() === '') problems.add(null, null, 'empty-file')
  if (dictionary.areas.length === 0) problems.add(null, null, 'no-areas')
  if (dictionary.indicators.length === 0) problems.add(null, null, 'no-indicators')
  if (decoded === undefined || problems.errorCount > 0)
    return refuse(decoded === undefined ? 'unknown' : decoded.encoding)

  const store = new CellStore()
  const sample: string[][] = []
  const sampleRows: number[] = []
  let plan: ReturnType<typeof readHeader>
  let read: ReturnType<typeof rowReader> | undefined
  let rowCount = 0
  let isOver = false
  for (const slice of csvSlices(decoded.text)) {
    for (const fault of slice.faults) problems.add(fault.row, null, fault.kind)
    let row = slice.firstRow - 1
    for (const cells of slice.rows) {
      row++
      if (isOver) break
      if (isBlank(cells)) continue
      if (sample.length < SAMPLE.rows) {
        sample.push(cells.slice(0, SAMPLE.columns).map(shorten))
        sampleRows.push(row)
      }
      if (read === undefined) {
        plan = readHeader(cells, row, period, dictionary, problems)
        if (plan === undefined) isOver = true
        else read = rowReader({ plan, dictionary, store, problems, period })
        continue
      }
      if (rowCount === IMPORT_LIMITS.rows) {
        problems.add(null, null, 'too-many-rows')
        isOver = true
        continue
      }
      rowCount++
      if (plan !== undefined && !fits(cells, plan.width))
        problems.add(row, null, 'ragged-row', null, { cells: cells.length, header: plan.width })
      else if (!read(cells, row)) isOver = true
    }
    await onProgress('checking', rowCount, Math.max(rowCount, Math.round(rowCount / Math.max(slice.done, 1e-6))))
    if (isOver) break
  }
  if (problems.errorCount === 0 && rowCount === 0) problems.add(null, null, 'no-rows')
  else if (problems.errorCount === 0 && store.count === 0) problems.add(null, null, 'no-values')
  const names = plan?.names ?? []
  const cells = isOver || store.count === 0 ? null : store.sorted(dictionary.areas.length)
  if (cells !== null) reportRepeats(cells, names, dictionary, problems)
  return {
    encoding: decoded.encoding,
    layout: plan?.layout ?? 'unknown',
    rowCount,
    missingCount: read?.missing() ?? 0,
    sample,
    sampleRows,
    names,
    problems,
    cells: problems.errorCount > 0 ? null : cells,
  }
}

function reportRepeats(
  cells: SortedCells,
  names: readonly string[],
  dictionary: ImportDictionary,
  problems: ProblemList,
): void {
  const byRow = [...cells.repeats].sort((a, b) => cells.rowOf(a[0]) - cells.rowOf(b[0]))
  for (const [at, first] of byRow) {
    problems.add(cells.rowOf(at), names[cells.columnOf(at)] ?? null, 'duplicate-key', String(cells.valueOf(at)), {
      first: cells.rowOf(first),
      area: dictionary.areas[cells.areaOf(at)]?.name ?? '',
      indicator: dictionary.indicators[cells.indicatorOf(at)]?.name ?? '',
      period: cells.periods[cells.periodOf(at)] ?? '',
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
