/** One data row → cells in the store, or faults. Long and wide rows differ only in where the indicator and the value stand. A value is
 * checked even where its area or period is not known, so that one round of corrections is enough. */
import { AMBIGUOUS, UNKNOWN, type ImportDictionary } from './dictionary.ts'
import { hardBounds, type Bounds } from './hardBounds.ts'
import { nearestAmong } from './nearest.ts'
import { parsePeriod } from './parsePeriod.ts'
import { cellReading, parseValue, type CellReading } from './parseValue.ts'
import { unitShift } from './statedUnit.ts'
import { MOST_PERIODS, type CellStore } from './cellStore.ts'
import type { Mapping } from './mapping.ts'
import type { HeaderPlan } from './readHeader.ts'
import type { Fault, ProblemList } from './problemList.ts'
import type { Suggestion } from './problem.ts'

export interface RowContext {
  readonly plan: HeaderPlan
  readonly dictionary: ImportDictionary
  readonly mapping: Mapping
  readonly store: CellStore
  readonly problems: ProblemList
  /** For rows that name none themselves. */
  readonly period: string | null
}

/** Reads one row; false when a limit is reached and nothing more is to be read. */
export type RowReader = (cells: readonly string[], row: number) => boolean

/** Faults of one kind in a row, from which on they are told as a fault of the row; they must also be more than half of its values. */
const LEAST_IN_ROW = 3
const MOST_SUGGESTED = 40

export function rowReader(ctx: RowContext): RowReader & { readonly missing: () => number } {
  const { plan, dictionary, mapping, store, problems } = ctx
  /** Spelling → position in the store. */
  const periods = new Map<string, number>()
  /** Per stated unit ('' for none), by indicator; null when the units do not fit. */
  const readings = new Map<string, (CellReading | null | undefined)[]>()
  const parents = new Set<number>()
  const bounds: readonly Bounds[] = dictionary.indicators.map(hardBounds)
  const suggested = new Map<string, readonly Suggestion[]>()
  const near: Partial<Record<'area' | 'indicator', ReturnType<typeof nearestAmong>>> = {}
  let missing = 0
  let ofRow: Fault[] = []

  const read: RowReader = (cells, row) => {
    const area = plan.area.length === 0 ? undefined : entry(cells, row, plan.area, 'area')
    const period = plan.hasPeriod ? periodOf(cells, row) : undefined
    if (period === null) return false
    if (plan.layout === 'long') {
      const indicator = plan.indicator.length === 0 ? undefined : entry(cells, row, plan.indicator, 'indicator')
      if (indicator === undefined || plan.value === null) return true
      const reading = longReading(cells, row, plan.value, indicator)
      const goesOn = reading === undefined || put(cells, row, plan.value, indicator, area, period, reading)
      report()
      return goesOn
    }
    for (const index of plan.unnamed) {
      if ((cells[index] ?? '').trim() !== '')
        problems.add({
          code: 'unnamed-column',
          row,
          column: null,
          value: cells[index] ?? '',
          group: String(index),
          facts: { number: index + 1 },
        })
    }
    const goesOn = plan.columns.every((c) => put(cells, row, c.index, c.indicator, area, period, c.reading))
    report()
    return goesOn
  }
  return Object.assign(read, { missing: () => missing })

  /** The row's faults: by column, unless most of the row shares one. */
  function report(): void {
    if (ofRow.length === 0) return
    const counts = new Map<string, number>()
    for (const f of ofRow) counts.set(f.code, (counts.get(f.code) ?? 0) + 1)
    const columns = plan.layout === 'wide' ? plan.columns.length : 1
    for (const f of ofRow) {
      const n = counts.get(f.code) ?? 0
      problems.add(n >= LEAST_IN_ROW && n * 2 > columns ? { ...f, group: 'row' } : f)
    }
    ofRow = []
  }

  function entry(
    cells: readonly string[],
    row: number,
    columns: readonly number[],
    what: 'area' | 'indicator',
  ): number | undefined {
    const find = what === 'area' ? dictionary.findArea : dictionary.findIndicator
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
      problems.add({ code: `blank-${what}`, row, column: name })
      return undefined
    }
    text = text.trim()
    if (found === UNKNOWN) {
      const said = what === 'area' ? mapping.findArea(text) : mapping.findIndicator(text)
      if (said >= 0) found = said
    }
    if (found < 0) {
      const isUnknown = found !== AMBIGUOUS
      problems.add({
        code: isUnknown ? `unknown-${what}` : `ambiguous-${what}`,
        row,
        column: name,
        value: text,
        group: text,
        ...(isUnknown ? { suggestions: suggestionsFor(what, text, cells, columns, column) } : {}),
      })
      return undefined
    }
    if (what === 'area' && dictionary.areas[found]?.hasChildren === true && !parents.has(found)) {
      parents.add(found)
      problems.add({ code: 'area-with-children', row, column: name, value: dictionary.areas[found]?.name ?? text })
    }
    return found
  }

  /** The other column of the row (its name where the code is wrong) says most; else the nearest name. Each text is looked up once. */
  function suggestionsFor(
    what: 'area' | 'indicator',
    text: string,
    cells: readonly string[],
    columns: readonly number[],
    column: number,
  ): readonly Suggestion[] {
    const key = `${what} ${text}`
    const known = suggested.get(key)
    if (known !== undefined) return known
    if (suggested.size >= MOST_SUGGESTED) return []
    const entries = what === 'area' ? dictionary.areas : dictionary.indicators
    const find = what === 'area' ? dictionary.findArea : dictionary.findIndicator
    const beside = columns.map((c) => (c === column ? UNKNOWN : find(cells[c] ?? ''))).find((i) => i >= 0)
    const lookUp = (near[what] ??= nearestAmong(entries))
    const nearest = beside === undefined ? lookUp(text) : { near: [{ index: beside }], isSure: true }
    const list = nearest.near.flatMap(({ index }): Suggestion[] => {
      const e = entries[index]
      return e === undefined
        ? []
        : [{ kind: what, text, code: e.code, name: e.name, nameEn: e.nameEn, isSafe: nearest.isSure }]
    })
    suggested.set(key, list)
    return list
  }

  /** null: too many periods, stop reading. */
  function periodOf(cells: readonly string[], row: number): number | null | undefined {
    const raw = plan.period === null ? '' : (cells[plan.period] ?? '')
    const known = periods.get(raw)
    if (known !== undefined) return known
    const text = raw.trim()
    const column = plan.period === null ? null : (plan.names[plan.period] ?? '')
    const period = text === '' ? (ctx.period ?? undefined) : parsePeriod(text)
    if (period === undefined) {
      problems.add({ code: text === '' ? 'blank-period' : 'bad-period', row, column, value: text === '' ? null : text })
      return undefined
    }
    const position = store.period(period)
    if (position === undefined) problems.add({ code: 'too-many-periods', row, column, facts: { limit: MOST_PERIODS } })
    else if (periods.size < 5000) periods.set(raw, position)
    return position ?? null
  }

  /** In the long form a row may state its unit; one reading per unit and indicator. */
  function longReading(
    cells: readonly string[],
    row: number,
    value: number,
    indicator: number,
  ): CellReading | undefined {
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
    if (reading === null) {
      const { unit, name } = dictionary.indicators[indicator] ?? { unit: '', name: '' }
      const column = plan.names[plan.unit ?? value] ?? ''
      problems.add({
        code: 'unit-mismatch',
        row,
        column,
        value: stated,
        group: `${column} ${indicator} ${stated}`,
        facts: { stated, own: unit, subject: name },
      })
    }
    return reading ?? undefined
  }

  function put(
    cells: readonly string[],
    row: number,
    column: number,
    indicator: number,
    area: number | undefined,
    period: number | undefined,
    reading: CellReading,
  ): boolean {
    const raw = cells[column] ?? ''
    const value = parseValue(raw, reading)
    if (value === null) {
      missing++
      return true
    }
    const facts = dictionary.indicators[indicator]
    const name = plan.names[column] ?? ''
    const note = (code: Fault['code'], shown: string, more: Fault['facts'], hint?: string): void => {
      ofRow.push({
        code,
        row,
        column: name,
        columnIndex: column,
        value: shown,
        hint,
        // Under one header of the long form stand many indicators.
        ...(plan.layout === 'long' ? { group: `${column} ${indicator}` } : {}),
        facts: { ...more, ...(plan.layout === 'long' ? { subject: facts?.name ?? '' } : {}) },
      })
    }
    if (typeof value !== 'number') {
      note(value.fault, raw.trim(), { unit: facts?.unit ?? '' }, value.suggestion ?? undefined)
      return true
    }
    const hard = bounds[indicator]
    if (hard !== undefined && (value < hard.low || value > hard.high)) {
      note('outside-bounds', String(value), rangeFacts(hard.low, hard.high))
      return true
    }
    const low = facts?.plausibleLow ?? -Infinity
    const high = facts?.plausibleHigh ?? Infinity
    if (value < low || value > high) note('outside-range', String(value), rangeFacts(low, high))
    if (area === undefined || period === undefined) return true
    if (store.add(indicator, period, area, row, column, value)) return true
    problems.add({ code: 'too-many-values', row: null, column: null })
    return false
  }
}

/** An open end is an empty text. */
const rangeFacts = (low: number, high: number) => ({
  low: Number.isFinite(low) ? Number(low.toPrecision(3)) : '',
  high: Number.isFinite(high) ? Number(high.toPrecision(3)) : '',
})
