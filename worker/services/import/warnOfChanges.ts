/** Adds a warning for every value that differs by more than half from the year before, in the same file or as stored. */
import { yearBefore } from './parsePeriod.ts'
import type { SortedCells } from './cellStore.ts'
import type { ImportDictionary } from './dictionary.ts'
import type { ProblemList } from './problemList.ts'

const LARGE_CHANGE = 0.5

/** Stored values by `<period> <indicator code>` and area id. */
export type StoredValues = ReadonlyMap<string, Readonly<Record<string, number>>>

/** The (indicator, year before) pairs a file's values are compared with, as far as the file does not bring them itself. */
export function comparedPairs(cells: SortedCells, dictionary: ImportDictionary): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = []
  let last = -1
  for (let at = 0; at < cells.count; at++) {
    const group = cells.indicatorOf(at) * cells.periods.length + cells.periodOf(at)
    if (group === last) continue
    last = group
    pairs.push([dictionary.indicators[cells.indicatorOf(at)]?.code ?? '', yearBefore(cells.periods[cells.periodOf(at)] ?? '')])
  }
  return pairs
}

export function warnOfChanges(cells: SortedCells, names: readonly string[], dictionary: ImportDictionary, stored: StoredValues, problems: ProblemList): void {
  const large: { row: number; column: number; value: number; old: number; before: string }[] = []
  for (let at = 0; at < cells.count; at++) {
    const indicator = cells.indicatorOf(at)
    const before = yearBefore(cells.periods[cells.periodOf(at)] ?? '')
    const own = cells.find(indicator, before, cells.areaOf(at))
    const old = own >= 0 ? cells.valueOf(own) : stored.get(`${before} ${dictionary.indicators[indicator]?.code ?? ''}`)?.[dictionary.areas[cells.areaOf(at)]?.id ?? '']
    const value = cells.valueOf(at)
    if (old === undefined || old === 0 || Math.abs(value - old) <= LARGE_CHANGE * Math.abs(old)) continue
    large.push({ row: cells.rowOf(at), column: cells.columnOf(at), value, old, before })
  }
  large.sort((a, b) => a.row - b.row || a.column - b.column)
  for (const { row, column, value, old, before } of large) {
    problems.add(row, names[column] ?? null, 'large-change', String(value), { before, old, change: Math.round(((value - old) / Math.abs(old)) * 1000) / 10 })
  }
}
