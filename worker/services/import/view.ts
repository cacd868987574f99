/** Stored import → wire. Problems are kept without a language and worded here, in the reader's. */
import { WORDS } from '../../words/index.ts'
import { problemId, problemView } from './problemView.ts'
import type { RawProblem } from './problem.ts'
import type { ImportHeadRow } from '../../../db/region/queries/imports.ts'
import type { Locale } from '../../contract/names.ts'
import type { ImportMappingEntry, ImportReason, ImportRecord, ImportSummary } from '../../contract/imports.ts'

/** The JSON column `summary`. */
export interface StoredSummary {
  readonly periods: string[]
  readonly areaCount: number
  readonly newCount: number
  readonly faultCount: number
  readonly reasonCount: number
  readonly warningCount: number
  readonly checkedRowCount: number
  readonly columnCount: number
  readonly checkedColumnCount: number
  readonly problemRowCount: number
  readonly createdByName: string
  readonly indicators: ImportRecord['indicators']
  /** [indicator, the unit its values are in]: db/region/queries/imports.ts holds the dictionary to it when they are written. */
  readonly units: readonly (readonly [code: string, unit: string])[]
  readonly sample: string[][]
  readonly sampleRows: number[]
  readonly problems: RawProblem[]
  readonly mapping: ImportMappingEntry[]
  readonly areaChanges: ImportRecord['areaChanges']
  /** By problem id; the commit writes it. */
  readonly reasons?: Readonly<Record<string, ImportReason>>
}
type StoredHead = Omit<
  StoredSummary,
  'indicators' | 'units' | 'sample' | 'sampleRows' | 'problems' | 'mapping' | 'areaChanges' | 'reasons'
>

/** Guarantee: only createImport (and a seed of the same shape) writes this column; a seed may leave out what it does not know. */
function parseSummary(json: string): Partial<StoredSummary> {
  const stored = JSON.parse(json) as Partial<
    Omit<StoredSummary, 'problems'> & { readonly problems: readonly StoredProblem[] }
  >
  const { problems, ...rest } = stored
  return problems === undefined ? rest : { ...rest, problems: problems.map(today) }
}
type StoredProblem = Omit<RawProblem, 'places' | 'count' | 'rowCount'> & Partial<RawProblem>
/** An import kept from before repeated faults were one problem: each of its problems is of one place. */
function today(p: StoredProblem): RawProblem {
  if (p.places !== undefined) return { ...p, places: p.places, count: p.count ?? 1, rowCount: p.rowCount ?? 1 }
  const hint = p.facts?.['suggestion'] ?? p.facts?.['first']
  const place = { row: p.row, column: p.column, value: p.value, ...(hint === undefined ? {} : { hint }) }
  const isRepeat = String(p.code) === 'duplicate-key'
  return {
    ...p,
    ...(isRepeat ? { code: 'duplicate-row', column: null, facts: { ...p.facts, cells: 1, differing: 1 } } : {}),
    count: 1,
    rowCount: 1,
    places: [place],
  }
}
/** Guarantee: the table's CHECKs and createImport admit no other words. */
const wordsOf = (row: ImportHeadRow) => ({
  kind: row.kind as ImportSummary['kind'],
  encoding: row.encoding as ImportSummary['encoding'],
  layout: row.layout as ImportSummary['layout'],
  state: row.state as ImportSummary['state'],
})

export function importSummaryView(
  row: ImportHeadRow,
  stored: Partial<StoredHead> = parseSummary(row.summary),
): ImportSummary {
  const { summary: _, ...head } = row
  return {
    ...head,
    ...wordsOf(row),
    newCount: stored.newCount ?? 0,
    faultCount: stored.faultCount ?? row.problemCount,
    reasonCount: stored.reasonCount ?? 0,
    warningCount: stored.warningCount ?? 0,
    checkedRowCount: stored.checkedRowCount ?? row.rowCount,
    columnCount: stored.columnCount ?? 0,
    checkedColumnCount: stored.checkedColumnCount ?? stored.columnCount ?? 0,
    problemRowCount: stored.problemRowCount ?? 0,
    periods: stored.periods ?? [],
    areaCount: stored.areaCount ?? 0,
    createdByName: stored.createdByName ?? row.createdBy,
  }
}

export function importView(row: ImportHeadRow & { changeSetId: string | null }, locale: Locale): ImportRecord {
  const stored = parseSummary(row.summary)
  const head = importSummaryView(row, stored)
  const rows = {
    clean: Math.max(0, row.rowCount - head.problemRowCount),
    isPartial: head.checkedColumnCount < head.columnCount,
  }
  return {
    ...head,
    changeSetId: row.changeSetId,
    problems: (stored.problems ?? []).map((p, i) =>
      problemView(p, i, rows, stored.reasons?.[problemId(i)] ?? null, WORDS[locale]),
    ),
    mapping: stored.mapping ?? [],
    areaChanges: stored.areaChanges ?? null,
    indicators: stored.indicators ?? [],
    sample: stored.sample ?? [],
    sampleRows: stored.sampleRows ?? [],
  }
}
