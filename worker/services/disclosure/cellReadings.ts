/** What cells come to by the maps through which facts take them: every pair of map and cell is read once, however many facts ask for it. */
import type { CellMap, SumFact } from './witness.types.ts'

interface Group {
  readonly map: CellMap
  readonly from: number
  readonly to: number
}

export class CellReadings {
  /** By reading. */
  readonly values: Float64Array
  readonly slopes: Float64Array
  /** By place of a coefficient, as `placeOf` counts them: its reading. */
  readonly of: Int32Array
  readonly #groups: readonly Group[]
  readonly #cell: Int32Array

  /** `places` = how many coefficients there are; `first` = the place of each fact's first one. Facts that are no sums have no readings. */
  constructor(facts: readonly (SumFact | { readonly kind: 'spread' })[], first: Int32Array, places: number) {
    this.of = new Int32Array(places)
    const asked = new Map<CellMap, Map<number, number[]>>()
    facts.forEach((fact, f) => {
      if (fact.kind === 'spread') return
      fact.maps.forEach((map, k) => {
        const cells = asked.get(map) ?? new Map<number, number[]>()
        asked.set(map, cells)
        const cell = fact.at[k] ?? 0
        const askers = cells.get(cell) ?? []
        cells.set(cell, askers)
        askers.push((first[f] ?? 0) + k)
      })
    })
    const groups: Group[] = []
    const cell: number[] = []
    for (const [map, cells] of asked) {
      const from = cell.length
      for (const [i, askers] of cells) {
        for (const place of askers) this.of[place] = cell.length
        cell.push(i)
      }
      groups.push({ map, from, to: cell.length })
    }
    this.#groups = groups
    this.#cell = Int32Array.from(cell)
    this.values = new Float64Array(cell.length)
    this.slopes = new Float64Array(cell.length)
  }

  readValues(x: Float64Array): void {
    const [values, cell] = [this.values, this.#cell]
    for (const { map, from, to } of this.#groups)
      if (map.line === undefined)
        for (let k = from; k < to; k += 1) values[k] = map.value(x[cell[k] as number] as number)
      else {
        const { base, steep, origin, clip } = map.line
        for (let k = from; k < to; k += 1) {
          const y = base + steep * ((x[cell[k] as number] as number) - origin)
          values[k] = clip ? Math.min(100, Math.max(0, y)) : y
        }
      }
  }

  /** After readValues of the same x; cells whose unit is 0 do not move and are passed over. */
  readSlopes(x: Float64Array, unit: Float64Array): void {
    const [values, slopes, cell] = [this.values, this.slopes, this.#cell]
    for (const { map, from, to } of this.#groups)
      if (map.line === undefined)
        for (let k = from; k < to; k += 1) {
          const i = cell[k] as number
          slopes[k] = unit[i] === 0 ? 0 : map.slope(x[i] as number)
        }
      else {
        const { steep, clip } = map.line
        for (let k = from; k < to; k += 1) {
          const y = values[k] as number
          slopes[k] = clip && (y >= 100 || y <= 0) ? 0 : steep
        }
      }
  }
}
