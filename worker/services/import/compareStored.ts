/** Compares a file's values with what is stored: which cells are new or changed, and which differ by more than half from the year
 * before (in the same file or as stored). One (indicator, period) at a time, so that stored values never stand in memory as a whole. */
import { yearBefore } from './parsePeriod.ts'
import type { SortedCells } from './cellStore.ts'
import type { ImportDictionary } from './dictionary.ts'
import type { ProblemList } from './problemList.ts'

const LARGE_CHANGE = 0.5

/** JSON {area id: value} by `<period> <indicator code>`. */
export type StoredBodies = ReadonlyMap<string, string>
export interface Differences {
  readonly changed: number
  readonly new: number
}

/** The (indicator, period) pairs to be read: those of the file, and the year before each. */
export function comparedPairs(
  cells: SortedCells,
  dictionary: ImportDictionary,
): (readonly [indicator: string, period: string])[] {
  const pairs = new Map<string, readonly [string, string]>()
  forEachGroup(cells, (from) => {
    const code = dictionary.indicators[cells.indicatorOf(from)]?.code ?? ''
    const period = cells.periods[cells.periodOf(from)] ?? ''
    for (const p of [period, yearBefore(period)]) pairs.set(`${p} ${code}`, [code, p])
  })
  return [...pairs.values()]
}

export function compareStored(
  cells: SortedCells,
  names: readonly string[],
  dictionary: ImportDictionary,
  stored: StoredBodies,
  problems: ProblemList,
  /** Under one header stand many indicators. */
  isLong: boolean,
): Differences {
  const large: {
    row: number
    column: number
    value: number
    old: number
    before: string
    subject: string | undefined
  }[] = []
  let changed = 0
  let fresh = 0
  forEachGroup(cells, (from, to) => {
    const indicator = cells.indicatorOf(from)
    const code = dictionary.indicators[indicator]?.code ?? ''
    const period = cells.periods[cells.periodOf(from)] ?? ''
    const before = yearBefore(period)
    // A value outside the usual range asks for a reason already: it is not said twice.
    const low = dictionary.indicators[indicator]?.plausibleLow ?? -Infinity
    const high = dictionary.indicators[indicator]?.plausibleHigh ?? Infinity
    const subject = isLong ? dictionary.indicators[indicator]?.name : undefined
    const now = valuesOf(stored.get(`${period} ${code}`))
    const then = valuesOf(stored.get(`${before} ${code}`))
    const hasOwnBefore = cells.periods.includes(before)
    for (let at = from; at < to; at++) {
      const id = dictionary.areas[cells.areaOf(at)]?.id ?? ''
      const value = cells.valueOf(at)
      const held = now?.[id]
      if (held !== value) changed++
      if (held === undefined) fresh++
      if (value < low || value > high) continue
      const own = hasOwnBefore ? cells.find(indicator, before, cells.areaOf(at)) : -1
      const old = own >= 0 ? cells.valueOf(own) : then?.[id]
      if (old !== undefined && old !== 0 && Math.abs(value - old) > LARGE_CHANGE * Math.abs(old))
        large.push({ row: cells.rowOf(at), column: cells.columnOf(at), value, old, before, subject })
    }
  })
  large.sort((a, b) => a.row - b.row || a.column - b.column)
  for (const { row, column, value, old, before, subject } of large) {
    problems.add({
      code: 'large-change',
      row,
      column: names[column] ?? null,
      value: String(value),
      group: `${column} ${subject ?? ''}`,
      facts: {
        before,
        old,
        change: Math.round(((value - old) / Math.abs(old)) * 1000) / 10,
        ...(subject === undefined ? {} : { subject }),
      },
    })
  }
  return { changed, new: fresh }
}

/** Runs of equal indicator and period. */
function forEachGroup(cells: SortedCells, visit: (from: number, to: number) => void): void {
  for (let from = 0; from < cells.count;) {
    let to = from + 1
    while (
      to < cells.count &&
      cells.periodOf(to) === cells.periodOf(from) &&
      cells.indicatorOf(to) === cells.indicatorOf(from)
    )
      to++
    visit(from, to)
    from = to
  }
}

/** Guarantee: SQL built it with json_group_object from REAL values. */
const valuesOf = (json: string | undefined): Readonly<Record<string, number>> | undefined =>
  json === undefined ? undefined : (JSON.parse(json) as Record<string, number>)
