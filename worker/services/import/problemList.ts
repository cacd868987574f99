/** Collects problems: every one is counted, the first of each severity are kept to be listed. */
import { IMPORT_LIMITS } from '../../routes/imports/schema.ts'
import { severityOf, type Facts, type ProblemCode, type RawProblem } from './problem.ts'

export interface ProblemGroup {
  readonly code: ProblemCode
  readonly severity: 'error' | 'warning'
  readonly column: string | null
  count: number
}

/** Longest piece of a cell that a message repeats. */
const SHOWN_CHARS = 60
/** A file with a different nonsense header in each of thousands of columns is one group "other columns", not thousands. */
const MOST_GROUPS = 200

export class ProblemList {
  errorCount = 0
  warningCount = 0
  readonly #kept: { readonly error: RawProblem[]; readonly warning: RawProblem[] } = { error: [], warning: [] }
  readonly #groups = new Map<string, ProblemGroup>()
  readonly #errorRows = new Set<number>()

  add(
    row: number | null,
    columnName: string | null,
    code: ProblemCode,
    value: string | null = null,
    facts?: Facts,
  ): void {
    const severity = severityOf(code)
    const column = columnName === null ? null : shorten(columnName)
    if (severity === 'error') {
      this.errorCount++
      if (row !== null && row > 1) this.#errorRows.add(row)
    } else this.warningCount++
    const key = `${code} ${column ?? ''}`
    const group = this.#groups.get(key) ?? this.#groups.get(`${code} *`)
    if (group !== undefined) group.count++
    else if (this.#groups.size < MOST_GROUPS) this.#groups.set(key, { code, severity, column, count: 1 })
    else this.#groups.set(`${code} *`, { code, severity, column: null, count: 1 })
    const kept = this.#kept[severity]
    if (kept.length < IMPORT_LIMITS.listedProblems)
      kept.push({
        row,
        column,
        code,
        value: value === null ? null : shorten(value),
        ...(facts === undefined ? {} : { facts: shortFacts(facts) }),
      })
  }

  get errorRowCount(): number {
    return this.#errorRows.size
  }

  /** Errors before warnings, each by row. */
  listed(): RawProblem[] {
    return [...this.#kept.error.sort(byRow), ...this.#kept.warning.sort(byRow)].slice(0, IMPORT_LIMITS.listedProblems)
  }

  groups(): ProblemGroup[] {
    return [...this.#groups.values()].sort((a, b) =>
      a.severity === b.severity ? b.count - a.count : a.severity === 'error' ? -1 : 1,
    )
  }
}

const shortFacts = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).map(([k, v]) => [k, typeof v === 'string' ? shorten(v) : v]))

const byRow = (a: RawProblem, b: RawProblem): number => (a.row ?? 0) - (b.row ?? 0)

export function shorten(text: string): string {
  if (text.length <= SHOWN_CHARS) return text
  // Not in the middle of a surrogate pair.
  const end = /[\ud800-\udbff]/.test(text.charAt(SHOWN_CHARS - 1)) ? SHOWN_CHARS - 1 : SHOWN_CHARS
  return `${text.slice(0, end)}…`
}
