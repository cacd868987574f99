/** Stored import → wire. Problems are kept without a language and worded here, in the reader's. */
import { sayIn, type Say } from '../say.ts'
import { problemView, type RawProblem } from './problem.ts'
import type { ImportHeadRow } from '../../../db/region/queries/imports.ts'
import type { Locale } from '../../http/context.ts'
import type { ImportRecord, ImportSummary } from '../../routes/imports/schema.ts'

/** The JSON column `summary`. */
export interface StoredSummary {
  readonly periods: string[]
  readonly areaCount: number
  readonly newCount: number
  readonly warningCount: number
  readonly problemRowCount: number
  readonly createdByName: string
  readonly indicators: ImportRecord['indicators']
  /** [indicator, the unit its values are in]: db/region/queries/imports.ts holds the dictionary to it when they are written. */
  readonly units: readonly (readonly [code: string, unit: string])[]
  readonly sample: string[][]
  readonly sampleRows: number[]
  readonly problems: RawProblem[]
  readonly groups: ImportRecord['problemGroups']
}
type StoredHead = Omit<StoredSummary, 'indicators' | 'units' | 'sample' | 'sampleRows' | 'problems' | 'groups'>

/** Guarantee: only createImport (and a seed of the same shape) writes this column; a seed may leave out what it does not know. */
const parseSummary = (json: string): Partial<StoredSummary> => JSON.parse(json) as Partial<StoredSummary>
/** Guarantee: the table's CHECKs and createImport admit no other words. */
const wordsOf = (row: ImportHeadRow) => ({
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
    warningCount: stored.warningCount ?? 0,
    problemRowCount: stored.problemRowCount ?? 0,
    periods: stored.periods ?? [],
    areaCount: stored.areaCount ?? 0,
    createdByName: stored.createdByName ?? row.createdBy,
  }
}

export function importView(row: ImportHeadRow, locale: Locale): ImportRecord {
  const say: Say = sayIn(locale)
  const stored = parseSummary(row.summary)
  const otherRows = Math.max(0, row.rowCount - (stored.problemRowCount ?? 0))
  return {
    ...importSummaryView(row, stored),
    problems: (stored.problems ?? []).map((p) => problemView(p, otherRows, say)),
    problemGroups: stored.groups ?? [],
    indicators: stored.indicators ?? [],
    sample: stored.sample ?? [],
    sampleRows: stored.sampleRows ?? [],
  }
}
