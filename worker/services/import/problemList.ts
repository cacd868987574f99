/** Collects faults and holds those that repeat as one problem: down a column, over several rows, or for one unknown name. Every cell is
 * counted; the first few places of each problem are kept. */
import { IMPORT_LIMITS } from '../../contract/imports.ts'
import {
  severityOf,
  type Facts,
  type Place,
  type ProblemCode,
  type RawProblem,
  type Severity,
  type Suggestion,
} from './problem.ts'

/** Longest piece of a cell that a message repeats. */
const SHOWN_CHARS = 60
const SHOWN_PLACES = 5
/** Problems of one severity that are told apart: a file with another nonsense header in each of thousands of columns has one more, "others". */
const MOST_PROBLEMS = 200

export interface Fault {
  readonly code: ProblemCode
  readonly row: number | null
  readonly column: string | null
  /** Where the column stands, of a fault of one cell. */
  readonly columnIndex?: number
  readonly value?: string | null
  readonly facts?: Facts
  readonly hint?: string | number | undefined
  /** What the faults of one problem have in common beside their code; the column when left out. */
  readonly group?: string
  readonly isHeader?: boolean
  readonly suggestions?: readonly Suggestion[]
}
interface Open {
  readonly problem: { -readonly [K in keyof RawProblem]: RawProblem[K] } & { readonly places: Place[] }
  lastRow: number | null
}

export class ProblemList {
  /** Cells, rows and headers at fault, whatever problems they make. */
  faultCount = 0
  readonly #open = new Map<string, Open>()
  readonly #sizes: Record<Severity, number> = { error: 0, reason: 0, warning: 0 }
  readonly #errorRows = new Set<number>()
  /** The problem of each cell that needs a reason, all of them: the problem itself keeps only the first places. */
  readonly #reasonCells = new Map<number, RawProblem>()
  #order: Map<RawProblem, number> | undefined

  add(fault: Fault): void {
    const { code, row } = fault
    const severity = severityOf(code)
    const column = fault.column === null ? null : shorten(fault.column)
    if (severity === 'error') {
      this.faultCount++
      if (row !== null && fault.isHeader !== true) this.#errorRows.add(row)
    }
    const value = fault.value === undefined || fault.value === null ? null : shorten(fault.value)
    const place: Place = { row, column, value, ...(fault.hint === undefined ? {} : { hint: fault.hint }) }
    const key = `${code} ${fault.group ?? column ?? ''}`
    const others = `${code} *`
    const open = this.#open.get(key) ?? (this.#sizes[severity] >= MOST_PROBLEMS ? this.#open.get(others) : undefined)
    if (open !== undefined) {
      const { problem } = open
      problem.count++
      if (row !== open.lastRow) problem.rowCount++
      open.lastRow = row
      if (column !== problem.column) problem.column = null
      if (problem.places.length < SHOWN_PLACES) problem.places.push(place)
      this.#rememberReason(fault, severity, problem)
      return
    }
    const problem: Open['problem'] = {
      code,
      row,
      column,
      value,
      count: 1,
      rowCount: 1,
      places: [place],
      ...(fault.isHeader === true ? { isHeader: true as const } : {}),
      ...(fault.facts === undefined ? {} : { facts: shortFacts(fault.facts) }),
      ...(fault.suggestions === undefined || fault.suggestions.length === 0 ? {} : { suggestions: fault.suggestions }),
    }
    this.#open.set(this.#sizes[severity] < MOST_PROBLEMS ? key : others, { lastRow: row, problem })
    this.#rememberReason(fault, severity, problem)
    this.#sizes[severity]++
  }

  #rememberReason({ row, columnIndex }: Fault, severity: Severity, problem: RawProblem): void {
    if (severity === 'reason' && row !== null && columnIndex !== undefined)
      this.#reasonCells.set(cellKey(row, columnIndex), problem)
  }

  /** Number of the problem (1 for `p1`) that needs a reason for this cell. Ask once the file is read: later problems renumber. */
  reasonAt(row: number, columnIndex: number): number | undefined {
    const problem = this.#reasonCells.get(cellKey(row, columnIndex))
    if (problem === undefined) return undefined
    this.#order ??= new Map(this.listed().map((p, i) => [p, i + 1]))
    return this.#order.get(problem)
  }

  countOf(severity: Severity): number {
    return this.#sizes[severity]
  }

  get errorCount(): number {
    return this.#sizes.error
  }

  get errorRowCount(): number {
    return this.#errorRows.size
  }

  /** Errors, then what needs a reason, then remarks; each by row. */
  listed(): RawProblem[] {
    return [...this.#open.values()]
      .sort((a, b) => rank(a.problem) - rank(b.problem) || (a.problem.row ?? 0) - (b.problem.row ?? 0))
      .slice(0, IMPORT_LIMITS.listedProblems)
      .map(({ problem }) => problem)
  }
}

/** A file has fewer rows than this. */
const ROW_SPACE = 2 ** 26
const cellKey = (row: number, columnIndex: number): number => columnIndex * ROW_SPACE + row

const ORDER: readonly Severity[] = ['error', 'reason', 'warning']
const rank = (p: RawProblem): number => ORDER.indexOf(severityOf(p.code))

const shortFacts = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).map(([k, v]) => [k, typeof v === 'string' ? shorten(v) : v]))

export function shorten(text: string): string {
  if (text.length <= SHOWN_CHARS) return text
  // Not in the middle of a surrogate pair.
  const end = /[\ud800-\udbff]/.test(text.charAt(SHOWN_CHARS - 1)) ? SHOWN_CHARS - 1 : SHOWN_CHARS
  return `${text.slice(0, end)}…`
}
