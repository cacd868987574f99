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
  /** Spelling → position in the store. */
  const periods = new Map<string, number>()
  /** Per stated unit ('' for none), by indicator; null when the units do not fit. */
  const readings = new Map<string, (CellReading | null | undefined)[]>()
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
      if ((cells[index] ?? '').trim() !== '')
        problems.add(row, null, 'unnamed-column', cells[index] ?? '', { number: index + 1 })
    }
    if (area === undefined || period === undefined) return true
    if (period === null) return false
    return plan.columns.every((c) => put(cells, row, c.index, c.indicator, area, period, c.reading))
  }
  return Object.assign(read, { missing: () => missing })

  function entry(
    cells: readonly string[],
    row: number,
    columns: readonly number[],
    what: 'area' | 'indicator',
    find: (text: string) => number,
  ): number | undefined {
    let column = -1
    let text = ''
    let found = 0
    for (const c of columns) {
      text = cells[c] ?? ''
      if (text === '') continue
      found = find(text)
      if (found < 0 && text.trim() === '') continue
      column = c
      break
    }
    const name = plan.names[column < 0 ? (columns[0] ?? 0) : column] ?? ''
    if (column < 0) {
      problems.add(row, name, `blank-${what}`)
      return undefined
    }
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
    const raw = plan.period === null ? '' : (cells[plan.period] ?? '')
    const known = periods.get(raw)
    if (known !== undefined) return known
    const text = raw.trim()
    const name = plan.period === null ? null : (plan.names[plan.period] ?? '')
    const period = text === '' ? (ctx.period ?? undefined) : parsePeriod(text)
    if (period === undefined) {
      problems.add(row, name, text === '' ? 'blank-period' : 'bad-period', text === '' ? null : text)
      return undefined
    }
    const position = store.period(period)
    if (position === undefined) problems.add(row, name, 'too-many-periods', null, { limit: MOST_PERIODS })
    else if (periods.size < 5000) periods.set(raw, position)
    return position ?? null
  }

  /** In the long form a row may state its unit; one reading per unit and indicator. */
  function longReading(cells: readonly string[], row: number, indicator: number): CellReading | undefined {
    if (plan.layout !== 'long') return undefined
    const stated = (plan.unit === null ? '' : (cells[plan.unit] ?? '').trim()) || (plan.valueUnit ?? '')
    let known = readings.get(stated)
    if (known === undefined) {
      known = []
      if (readings.size < 1000) readings.set(stated, known)
    }
    let reading = known[indicator]
    if (reading === undefined) {
      const own = dictionary.indicators[indicator]?.unit ?? ''
      const shift = stated === '' ? 0 : unitShift(stated, own)
      reading = shift === undefined ? null : cellReading(own, stated === '' ? null : stated, shift)
      known[indicator] = reading
    }
    if (reading === null)
      problems.add(row, plan.names[plan.unit ?? plan.value] ?? '', 'unit-mismatch', stated, {
        stated,
        own: dictionary.indicators[indicator]?.unit ?? '',
      })
    return reading ?? undefined
  }

  function put(
    cells: readonly string[],
    row: number,
    column: number,
    indicator: number,
    area: number,
    period: number,
    reading: CellReading,
  ): boolean {
    const raw = cells[column] ?? ''
    const value = parseValue(raw, reading)
    if (value === null) {
      missing++
      return true
    }
    const name = plan.names[column] ?? ''
    const facts = dictionary.indicators[indicator]
    if (typeof value !== 'number') {
      problems.add(row, name, value.fault, raw.trim(), {
        ...(value.suggestion === null ? {} : { suggestion: value.suggestion }),
        unit: facts?.unit ?? '',
      })
      return true
    }
    const low = facts?.plausibleLow ?? -Infinity
    const high = facts?.plausibleHigh ?? Infinity
    if (value < low || value > high)
      problems.add(row, name, 'outside-range', String(value), {
        low: Number.isFinite(low) ? Number(low.toPrecision(3)) : '−∞',
        high: Number.isFinite(high) ? Number(high.toPrecision(3)) : '∞',
      })
    if (store.add(indicator, period, area, row, column, value)) return true
    problems.add(null, null, 'too-many-values')
    return false
  }
}
