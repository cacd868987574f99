/** What can be wrong with a file, how grave it is, and how a fault that repeats is held as one problem. Stored without a language, so that
 * whoever reads an import later reads it in theirs. */

/** Do not stop an import. */
export const WARNINGS = ['large-change', 'area-with-children', 'ignored-column'] as const
/** Are written once somebody has said why they are right. */
export const NEED_REASON = ['outside-range'] as const
export type WarningCode = (typeof WARNINGS)[number]
export type ReasonCode = (typeof NEED_REASON)[number]
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
  | 'unknown-column'
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
  | 'outside-bounds'
  | 'duplicate-row'
  // Of a file of areas
  | 'unknown-area-column'
  | 'bad-code'
  | 'blank-name'
  | 'too-long'
  | 'bad-setting'
  | 'bad-population'
  | 'duplicate-code'
  | 'unknown-parent'
  | 'parent-cycle'
  | 'too-deep'
  | 'too-many-areas'
  | 'too-many-populations'
export type ProblemCode = ErrorCode | WarningCode | ReasonCode
export type Severity = 'error' | 'reason' | 'warning'

export type Facts = Readonly<Record<string, string | number>>

/** One cell, row or header. Row null is the file as a whole. */
export interface Place {
  readonly row: number | null
  readonly column: string | null
  readonly value: string | null
  /** What to write instead, where that is known; the row that this one repeats. */
  readonly hint?: string | number
}
/** A name that stands in the file, and the one of the city's that it is nearest to. */
export interface Suggestion {
  readonly kind: 'indicator' | 'area' | 'column'
  readonly text: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
  /** May be taken by a click: one alone, near, of a fitting unit, not in the file already. */
  readonly isSafe: boolean
}

export interface RawProblem {
  readonly code: ProblemCode
  /** The first place. */
  readonly row: number | null
  /** Null when the places are in several columns. */
  readonly column: string | null
  readonly value: string | null
  /** In the header row. */
  readonly isHeader?: true
  /** Cells (or rows, where it is rows that are at fault) that share it. */
  readonly count: number
  /** Rows they stand in. */
  readonly rowCount: number
  /** The first few of them. */
  readonly places: readonly Place[]
  readonly facts?: Facts
  readonly suggestions?: readonly Suggestion[]
}

const isOneOf = (codes: readonly string[], code: string): boolean => codes.includes(code)

export const severityOf = (code: ProblemCode): Severity =>
  isOneOf(WARNINGS, code) ? 'warning' : isOneOf(NEED_REASON, code) ? 'reason' : 'error'
