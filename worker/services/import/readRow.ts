/** One data row → cells in the store, or problems. Long and wide rows differ only in where the indicator and the value stand. */
import { AMBIGUOUS, type ImportDictionary } from './dictionary.ts'
import { parsePeriod } from './parsePeriod.ts'
import { cellReading, parseValue, type CellReading } from './parseValue.ts'
import { unitShift } from './statedUnit.ts'
import { MOST_PERIODS, type CellStore } from './cellStore.ts'
import type { HeaderPlan } from './readHeader.ts'
import type { ProblemList } from './problemList.ts'

export interface RowContext {
  readonly plan: HeaderPlan
  readonly dictionary: ImportDictionary
  readonly store: CellStore
  readonly problems: ProblemList
  /** For rows that name none themselves. */
  readonly period: string | null
}

/** Reads one row; false when a limit is reached and nothing more is to be read. */
export type RowReader = (cells: readonly string[], row: number) => boolean

export function rowReader(ctx: RowContext): RowReader & { readonly missing: () => number } {
  const { plan, dictionary, store, problems } = ctx
  const periods = new Map<string, string | undefined>()
  const readings = new Map<string, CellReading | undefined>()
  const parents = new Set<number>()
  let missing = 0

  const read: RowReader = (cells, row) => {
    const area = entry(cells, row, plan.area, 'area', dictionary.findArea)
    const period = periodOf(cells, row)
    if (plan.layout === 'long') {
      const indicator = entry(cells, row, plan.indicator, 'indicator', dictionary.findIndicator)
      if (area === undefined || indicator === undefined || period === undefined) return true
      if (period === null) return false
      const reading = longReading(cells, row, indicator)
      return reading === undefined || put(cells, row, plan.value, indicator, area, period, reading)
    }
    for (const index of plan.unnamed) {
      if ((cells[index] ?? '').trim() !== '') problems.add(row, null, 'unnamed-column', cells[index] ?? '', { number: index + 1 })
    }
    if (area === undefined || period === undefined) return true
    if (period === null) return false
    return plan.columns.every((c) => put(cells, row, c.index, c.indicator, area, period, c.reading))
  }
  return Object.assign(read, { missing: () => missing })

  function entry(cells: readonly string[], row: number, columns: readonly number[], what: 'area' | 'indicator', find: (text: string) => number): number | undefined {
    const column = columns.find((c) => (cells[c] ?? '').trim() !== '')
    const text = column === undefined ? '' : (cells[column] ?? '')
    const name = plan.names[column ?? columns[0] ?? 0] ?? ''
    if (column === undefined) {
      problems.add(row, name, `blank-${what}`)
      return undefined
    }
    const found = find(text)
    if (found < 0) {
      problems.add(row, name, found === AMBIGUOUS ? `ambiguous-${what}` : `unknown-${what}`, text.trim())
      return undefined
    }
    if (what === 'area' && dictionary.areas[found]?.hasChildren === true && !parents.has(found)) {
      parents.add(found)
      problems.add(row, name, 'area-with-children', dictionary.areas[found]?.name ?? text)
    }
    return found
  }

  /** null: too many periods, stop reading. */
  function periodOf(cells: readonly string[], row: number): number | null | undefined {
    const text = plan.period === null ? '' : (cells[plan.period] ?? '').trim()
    const name = plan.period === null ? null : (plan.names[plan.period] ?? '')
    let period = ctx.period ?? undefined
    if (text !== '') {
      if (!periods.has(text)) periods.set(text, parsePeriod(text))
      period = periods.get(text)
    }
    if (period === undefined) {
      problems.add(row, name, text === '' ? 'blank-period' : 'bad-period', text === '' ? null : text)
      return undefined
    }
    const position = store.period(period)
    if (position === undefined) problems.add(row, name, 'too-many-periods', null, { limit: MOST_PERIODS })
    return position ?? null
  }

  /** In the long form a row may state its unit; one reading per indicator and unit. */
  function longReading(cells: readonly string[], row: number, indicator: number): CellReading | undefined {
    if (plan.layout !== 'long') return undefined
    const column = plan.unit
    const stated = (column === null ? '' : (cells[column] ?? '').trim()) || plan.valueUnit
    const key = `${indicator} ${stated ?? ''}`
    if (!readings.has(key)) {
      const own = dictionary.indicators[indicator]?.unit ?? ''
      const shift = stated === null ? 0 : unitShift(stated, own)
      readings.set(key, shift === undefined ? undefined : cellReading(own, stated, shift))
    }
    const reading = readings.get(key)
    if (reading === undefined) problems.add(row, plan.names[column ?? plan.value] ?? '', 'unit-mismatch', stated, { stated: stated ?? '', own: dictionary.indicators[indicator]?.unit ?? '' })
    return reading
  }

  function put(cells: readonly string[], row: number, column: number, indicator: number, area: number, period: number, reading: CellReading): boolean {
    const raw = cells[column] ?? ''
    const value = parseValue(raw, reading)
    if (value === null) {
      missing++
      return true
    }
    const name = plan.names[column] ?? ''
    const facts = dictionary.indicators[indicator]
    if (typeof value !== 'number') {
      problems.add(row, name, value.fault, raw.trim(), { ...(value.suggestion === null ? {} : { suggestion: value.suggestion }), unit: facts?.unit ?? '' })
      return true
    }
    const low = facts?.plausibleLow ?? -Infinity
    const high = facts?.plausibleHigh ?? Infinity
    if (value < low || value > high) problems.add(row, name, 'outside-range', String(value), { low: Number.isFinite(low) ? low : '−∞', high: Number.isFinite(high) ? high : '∞' })
    if (store.add(indicator, period, area, row, column, value)) return true
    problems.add(null, null, 'too-many-values')
    return false
  }
}
