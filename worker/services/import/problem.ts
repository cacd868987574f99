/** What can be wrong with a file, its severity, and the sentence for it: where, what, what now. Stored without a language, so that
 * whoever reads an import later reads it in theirs. */
import type { Say } from '../say.ts'
import { PROBLEM_WORDS } from './problemWords.ts'
import type { ImportProblem } from '../../routes/imports/schema.ts'

export const WARNINGS = ['outside-range', 'large-change', 'area-with-children', 'ignored-column'] as const
export type WarningCode = (typeof WARNINGS)[number]
export type ErrorCode =
  | 'wrong-encoding'
  | 'nul-character'
  | 'empty-file'
  | 'no-rows'
  | 'no-values'
  | 'too-many-rows'
  | 'too-many-values'
  | 'too-many-periods'
  | 'unclosed-quote'
  | 'bad-quote'
  | 'ragged-row'
  | 'no-areas'
  | 'no-indicators'
  | 'unknown-layout'
  | 'missing-column'
  | 'duplicate-column'
  | 'unnamed-column'
  | 'unit-mismatch'
  | 'unknown-area'
  | 'ambiguous-area'
  | 'blank-area'
  | 'unknown-indicator'
  | 'ambiguous-indicator'
  | 'blank-indicator'
  | 'bad-period'
  | 'blank-period'
  | 'not-a-number'
  | 'percent-not-allowed'
  | 'magnitude-not-allowed'
  | 'too-large-a-number'
  | 'duplicate-key'
export type ProblemCode = ErrorCode | WarningCode

export type Facts = Readonly<Record<string, string | number>>

/** row 1 is the header; null is the file as a whole. */
export interface RawProblem {
  readonly row: number | null
  readonly column: string | null
  readonly code: ProblemCode
  readonly value: string | null
  readonly facts?: Facts
}

export const severityOf = (code: ProblemCode): 'error' | 'warning' =>
  WARNINGS.some((w) => w === code) ? 'warning' : 'error'

/** `otherRows` is how many rows have no error: the reader learns that only these few need work, and that nothing was written. */
export function problemView(problem: RawProblem, otherRows: number, say: Say): ImportProblem {
  const severity = severityOf(problem.code)
  return {
    row: problem.row,
    column: problem.column,
    code: problem.code,
    severity,
    value: problem.value,
    message: `${placeOf(problem, say)}${PROBLEM_WORDS[problem.code](problem, say)}${severity === 'warning' ? '' : tailOf(problem, otherRows, say)}`,
  }
}

function placeOf({ row, column }: RawProblem, say: Say): string {
  if (row === null) return ''
  return column === null
    ? say(`第 ${row} 行`, `Row ${row}: `)
    : say(`第 ${row} 行“${column}”`, `Row ${row}, “${column}”: `)
}

function tailOf({ row }: RawProblem, otherRows: number, say: Say): string {
  if (row === null || row === 1 || otherRows === 0) return say('尚未写入。', ' Nothing has been written.')
  return say(
    `其余 ${otherRows} 行已检查无误，尚未写入。`,
    ` The other ${otherRows} rows are in order; nothing has been written.`,
  )
}
