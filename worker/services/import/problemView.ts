/** A stored problem → the wire, in the reader's language: where, what, what now, each apart for a screen and as one sentence for a log. */
import type { Say } from '../../lib/say.ts'
import { severityOf, type Place, type RawProblem } from './problem.ts'
import { PROBLEM_WORDS } from './problemWords.ts'
import type { ImportProblem, ImportReason } from '../../contract/imports.ts'

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
  say: Say,
): ImportProblem {
  const severity = severityOf(problem.code)
  const words = PROBLEM_WORDS[problem.code]
  const isMany = problem.count > 1
  const place = placeOf(problem, say)
  const what = (isMany ? (words.many ?? words.what) : words.what)(problem, say)
  const todo = words.todo(problem, say)
  const places = isMany ? listOf(problem, say) : ''
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
    message: say(
      `${place}${what}${places === '' ? '' : `：${places}`}。${todo}${severity === 'error' ? tailZh(problem, rows) : '。'}`,
      `${place === '' ? '' : `${place}: `}${what}${places === '' ? '' : ` (${places})`}. ${todo}.${severity === 'error' ? tailEn(problem, rows) : ''}`,
    ),
  }
}

function placeOf(p: RawProblem, say: Say): string {
  if (p.row === null) return ''
  if (p.isHeader === true)
    return p.column === null ? say('表头', 'Header') : say(`表头“${p.column}”`, `Header “${p.column}”`)
  // In the long form one header stands over every indicator.
  const subject = p.facts?.['subject'] === undefined ? '' : say(`（${p.facts['subject']}）`, ` (${p.facts['subject']})`)
  if (p.rowCount > 1 && p.column !== null) return say(`“${p.column}”一列${subject}`, `Column “${p.column}”${subject}`)
  if (p.rowCount > 1) return rowsOf(p, say)
  return p.column === null
    ? say(`第 ${p.row} 行`, `Row ${p.row}`)
    : say(`第 ${p.row} 行“${p.column}”${subject}`, `Row ${p.row}, “${p.column}”${subject}`)
}

function rowsOf(p: RawProblem, say: Say): string {
  const rows = [...new Set(p.places.map((place) => place.row))]
  const all = rows.length >= p.rowCount
  return say(
    `第 ${rows.join('、')} 行${all ? '' : `等 ${p.rowCount} 行`}`,
    `Rows ${rows.join(', ')}${all ? '' : ` and others, ${p.rowCount} in all`}`,
  )
}

function listOf(p: RawProblem, say: Say): string {
  const shown = p.places.map((place) => placeText(p, place, say))
  const more = p.count > p.places.length
  return say(`${shown.join('、')}${more ? '等' : ''}`, `${shown.join('; ')}${more ? '; …' : ''}`)
}

/** One of many places: only what its problem does not say already. */
function placeText(p: RawProblem, { row, column, value, hint }: Place, say: Say): string {
  const where = [
    p.rowCount > 1 && row !== null ? say(`第 ${row} 行`, `row ${row}`) : '',
    p.column === null && column !== null ? say(`“${column}”`, `“${column}”`) : '',
  ]
    .join(say('', ' '))
    .trim()
  if (p.code === 'duplicate-row') return say(`${where}（与第 ${hint ?? ''} 行）`, `${where} (as row ${hint ?? ''})`)
  const written =
    value === null || (value === p.value && p.code.startsWith('unknown')) ? '' : say(`“${value}”`, ` “${value}”`)
  return `${where}${written}${hint === undefined ? '' : say(`（应为 ${hint}）`, ` (write ${hint})`)}`.trim()
}

function tailZh(p: RawProblem, rows: CheckedRows): string {
  if (p.row === null || p.isHeader === true || rows.clean === 0) return '；尚未写入。'
  return `，其余 ${rows.clean} 行已检查${rows.isPartial ? '的各列' : ''}无误，尚未写入。`
}

function tailEn(p: RawProblem, rows: CheckedRows): string {
  if (p.row === null || p.isHeader === true || rows.clean === 0) return ' Nothing has been written.'
  return ` The other ${rows.clean} rows are in order${rows.isPartial ? ' where they were checked' : ''}; nothing has been written.`
}
