/** Fills missing cells only where the method says so, and lists every cell it fills. Fills from observed values alone:
 * an imputed cell never feeds another. */
import type { Imputation } from '../composite.types.ts'

export interface Imputed {
  readonly period: number
  readonly leaf: number
  readonly area: number
  readonly after: number
}

/** Idea: `periodMedian` puts the median of the areas observed in that period; `locf` the area's last earlier value, at
 * most `maxCarry` periods old. Source: docs/methods.md §1; COINr `i_median` and `impute_panel(latest)`.
 * `raw` is [period][leaf][area] and is changed in place. Edge policy: a column without any value, and a first period
 * under locf, stay missing. O(cells), plus a sort per column with gaps for the median.
 * Example: a column 1, –, 3 over areas under periodMedian becomes 1, 2, 3. */
export function imputePanel(
  raw: Float64Array,
  periods: number,
  leaves: number,
  n: number,
  how: Imputation,
  maxCarry: number = Infinity,
): Imputed[] {
  if (how === 'none') return []
  const filled: Imputed[] = []
  const block = leaves * n
  for (let leaf = 0; leaf < leaves; leaf++) {
    if (how === 'locf') {
      for (let area = 0; area < n; area++)
        carryForward(raw, periods, block, leaf, area, leaf * n + area, maxCarry, filled)
    } else {
      for (let period = 0; period < periods; period++)
        fillMedian(raw, period * block + leaf * n, n, period, leaf, filled)
    }
  }
  return filled
}

function carryForward(
  raw: Float64Array,
  periods: number,
  block: number,
  leaf: number,
  area: number,
  at: number,
  maxCarry: number,
  filled: Imputed[],
): void {
  let last = NaN
  let age = 0
  for (let period = 0; period < periods; period++) {
    const cell = period * block + at
    const x = raw[cell]
    if (!Number.isNaN(x)) {
      last = x
      age = 0
    } else if (!Number.isNaN(last) && ++age <= maxCarry) {
      raw[cell] = last
      filled.push({ period, leaf, area, after: last })
    }
  }
}

function fillMedian(
  raw: Float64Array,
  start: number,
  n: number,
  period: number,
  leaf: number,
  filled: Imputed[],
): void {
  const column = raw.subarray(start, start + n)
  const present = column.filter((x) => !Number.isNaN(x))
  if (present.length === 0 || present.length === n) return
  const after = median(present)
  for (let area = 0; area < n; area++) {
    if (!Number.isNaN(column[area])) continue
    column[area] = after
    filled.push({ period, leaf, area, after })
  }
}

function median(present: Float64Array): number {
  present.sort()
  const k = present.length
  const high = present[k >> 1]
  return k % 2 === 1 ? high : present[(k >> 1) - 1] / 2 + high / 2
}
