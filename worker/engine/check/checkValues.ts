/** Faults of the data: areas, periods, and one column per indicator and period. null and NaN are missing, not faults. */
import type { Values } from '../types.ts'
import type { Faults } from './faults.ts'
import { isList, isRecord } from './shapes.ts'

/** Faults of a list of names (areas, periods): empty, duplicate, not a string. O(n).
 * Example: `checkNames(['A', 'A'], 'areas', faults)` adds `areas[1]: duplicate`. */
export function checkNames(names: readonly string[], path: string, faults: Faults): void {
  if (!Array.isArray(names) || names.length === 0) {
    faults.add(path, 'empty', 'must list at least one')
    return
  }
  const seen = new Set<string>()
  names.forEach((name: unknown, i) => {
    if (typeof name !== 'string') faults.add(`${path}[${i}]`, 'not-a-string', 'must be a string')
    else if (seen.has(name)) faults.add(`${path}[${i}]`, 'duplicate', `${name} is listed twice`)
    else seen.add(name)
  })
}

/** Faults of the columns: an indicator unknown or without column, a wrong length, a cell that is neither a finite number
 * nor missing. `single`: the record holds columns, not lists of columns by period. O(cells). */
export function checkValues(
  values: Readonly<Record<string, readonly Values[]>>,
  leaves: readonly string[],
  n: number,
  periods: number,
  single: boolean,
  faults: Faults,
): void {
  if (!isRecord(values)) {
    faults.add('values', 'missing-values', 'must be an object with one column per indicator')
    return
  }
  const known = new Set(leaves)
  for (const code of Object.keys(values))
    if (!known.has(code))
      faults.add(`values.${code}`, 'unknown-indicator', 'no indicator of the framework has this code')
  for (const code of leaves) {
    if (faults.full) return
    const columns = Object.hasOwn(values, code) ? values[code] : undefined
    if (columns === undefined) {
      faults.add(`values.${code}`, 'missing-column', 'the framework names this indicator but no values are given')
      continue
    }
    if (!isList(columns) || columns.length !== periods) {
      faults.add(`values.${code}`, 'wrong-length', `must hold ${periods} periods`)
      continue
    }
    for (let t = 0; t < periods; t++)
      checkColumn(columns[t], single ? `values.${code}` : `values.${code}[${t}]`, n, faults)
  }
}

function checkColumn(column: unknown, path: string, n: number, faults: Faults): void {
  if (!isList(column) || column.length !== n) {
    faults.add(
      path,
      'wrong-length',
      `must hold ${n} values, one per area${isList(column) ? `, not ${column.length}` : ''}`,
    )
    return
  }
  for (let i = 0; i < n; i++) {
    const x = column[i]
    if (x === null) continue
    if (typeof x !== 'number') faults.add(`${path}[${i}]`, 'not-a-number', 'must be a number or null')
    else if (x === Infinity || x === -Infinity) faults.add(`${path}[${i}]`, 'not-finite', 'must be finite')
  }
}
