/** A stored problem → the wire, in the reader's language: where, what, what now, each apart for a screen and as one sentence for a log. */
import { severityOf, type Place, type RawProblem } from './problem.ts'
import type { ImportProblem, ImportReason } from '../../contract/imports.ts'
import type { ToldMessage, ToldPlace } from '../../words/importPlace.types.ts'
import type { ProblemWords } from '../../words/importProblem.ts'
import type { Words } from '../../words/sentence.ts'

type ImportWords = Pick<Words, 'importProblems' | 'importPlaces'>

export interface CheckedRows {
  /** Rows checked and found without an error. */
  readonly clean: number
  /** Columns of the file were left out of the check. */
  readonly isPartial: boolean
}

/** Its position among the stored problems names it: they never change once stored. */
export const problemId = (index: number): string => `p${index + 1}`

export function problemView(
  problem: RawProblem,
  index: number,
  rows: CheckedRows,
  reason: ImportReason | null,
  words: ImportWords,
): ImportProblem {
  const severity = severityOf(problem.code)
  const told: ProblemWords = words.importProblems[problem.code]
  const isMany = problem.count > 1
  const place = placeOf(problem, words)
  const what = (isMany ? (told.many ?? told.what) : told.what)(problem)
  const todo = told.todo(problem)
  const places = isMany ? listOf(problem, words) : ''
  return {
    id: problemId(index),
    row: problem.row,
    column: problem.column,
    code: problem.code,
    severity,
    value: problem.value,
    count: problem.count,
    rowCount: problem.rowCount,
    places: problem.places.map(({ row, column, value, hint }) => ({
      row,
      column,
      value,
      hint: hint === undefined ? null : String(hint),
    })),
    suggestions: [...(problem.suggestions ?? [])],
    reason,
    place,
    what,
    todo,
    message: words.importPlaces.message({
      place,
      what,
      places,
      todo,
      rest: severity === 'error' ? restOf(problem, rows) : null,
    }),
  }
}

function placeOf(p: RawProblem, { importPlaces: words }: ImportWords): string {
  if (p.row === null) return ''
  if (p.isHeader === true) return words.header(p.column)
  // In the long form one header stands over every indicator.
  const subject = p.facts?.['subject']
  if (p.rowCount > 1) return p.column === null ? words.rows(rowsOf(p), p.rowCount) : words.column(p.column, subject)
  return p.column === null ? words.row(p.row) : words.cell(p.row, p.column, subject)
}

const rowsOf = (p: RawProblem): (number | null)[] => [...new Set(p.places.map((place) => place.row))]

function listOf(p: RawProblem, { importPlaces: words }: ImportWords): string {
  return words.list(
    p.places.map((place) => words.place(toldPlace(p, place))),
    p.count > p.places.length,
  )
}

/** One of many places: only what its problem does not say already. */
const toldPlace = (p: RawProblem, { row, column, value, hint }: Place): ToldPlace => ({
  row: p.rowCount > 1 ? row : null,
  column: p.column === null ? column : null,
  value: value === p.value && p.code.startsWith('unknown') ? null : value,
  hint,
  isRepeat: p.code === 'duplicate-row',
})

/** Of the file as a whole, or of its header, no other row can be in order. */
const restOf = (p: RawProblem, { clean, isPartial }: CheckedRows): ToldMessage['rest'] => ({
  clean: p.row === null || p.isHeader === true ? 0 : clean,
  isPartial,
})
