/** The values of a file while it is checked: columns of numbers, not objects, so that 400,000 of them take 10 MB.
 * Sorting by (indicator, period, area) finds repeated keys and makes the later insert run along the table's key. */
import { IMPORT_LIMITS } from '../../contract/imports.ts'

export const MOST_PERIODS = 400
const INDEX_SPACE = 2 ** 19 // more than IMPORT_LIMITS.values; key × INDEX_SPACE + index stays an exact integer

export interface SortedCells {
  readonly count: number
  /** Period names in order; `periodOf` answers positions in it. */
  readonly periods: readonly string[]
  readonly indicatorOf: (at: number) => number
  readonly periodOf: (at: number) => number
  readonly areaOf: (at: number) => number
  readonly rowOf: (at: number) => number
  readonly columnOf: (at: number) => number
  readonly valueOf: (at: number) => number
  /** Where the cell (indicator, period name, area) stands, or -1. */
  readonly find: (indicator: number, period: string, area: number) => number
  /** Positions whose key an earlier position has, with that position. */
  readonly repeats: readonly (readonly [at: number, first: number])[]
}

export class CellStore {
  count = 0
  #indicator = new Int32Array(1024)
  #period = new Int32Array(1024)
  #area = new Int32Array(1024)
  #row = new Int32Array(1024)
  #column = new Int32Array(1024)
  #value = new Float64Array(1024)
  readonly #periods = new Map<string, number>()

  /** Position of a period, or undefined when there would be too many. */
  period(name: string): number | undefined {
    const known = this.#periods.get(name)
    if (known !== undefined) return known
    if (this.#periods.size >= MOST_PERIODS) return undefined
    this.#periods.set(name, this.#periods.size)
    return this.#periods.size - 1
  }

  /** False when the store is full. */
  add(indicator: number, period: number, area: number, row: number, column: number, value: number): boolean {
    if (this.count >= IMPORT_LIMITS.values) return false
    if (this.count === this.#value.length) this.#grow()
    const at = this.count++
    this.#indicator[at] = indicator
    this.#period[at] = period
    this.#area[at] = area
    this.#row[at] = row
    this.#column[at] = column
    this.#value[at] = value
    return true
  }

  sorted(areaCount: number): SortedCells {
    const { count } = this
    const [indicator, period, area, row, column, value] = [
      this.#indicator,
      this.#period,
      this.#area,
      this.#row,
      this.#column,
      this.#value,
    ]
    const periods = [...this.#periods.keys()].sort()
    const rank = new Map(periods.map((name, i) => [name, i]))
    const rankOf = Int32Array.from(this.#periods.keys(), (name) => rank.get(name) ?? 0)
    const keyOf = (i: number, p: number, a: number): number => (i * periods.length + p) * areaCount + a
    // One native sort of plain numbers: the key in the high digits, the position as read in the low ones.
    const packed = new Float64Array(count)
    for (let n = 0; n < count; n++)
      packed[n] = keyOf(indicator[n] ?? 0, rankOf[period[n] ?? 0] ?? 0, area[n] ?? 0) * INDEX_SPACE + n
    packed.sort()
    const order = new Uint32Array(count)
    for (let at = 0; at < count; at++) {
      const both = packed[at] ?? 0
      const key = Math.floor(both / INDEX_SPACE)
      order[at] = both - key * INDEX_SPACE
      packed[at] = key
    }
    const keys = packed
    const repeats: (readonly [number, number])[] = []
    for (let at = 1, first = 0; at < count; at++) {
      if (keys[at] === keys[first]) repeats.push([at, first])
      else first = at
    }
    const sourceOf = (at: number): number => order[at] ?? 0
    return {
      count,
      periods,
      repeats,
      indicatorOf: (at) => indicator[sourceOf(at)] ?? 0,
      periodOf: (at) => rankOf[period[sourceOf(at)] ?? 0] ?? 0,
      areaOf: (at) => area[sourceOf(at)] ?? 0,
      rowOf: (at) => row[sourceOf(at)] ?? 0,
      columnOf: (at) => column[sourceOf(at)] ?? 0,
      valueOf: (at) => value[sourceOf(at)] ?? 0,
      find: (i, name, a) => {
        const p = rank.get(name)
        if (p === undefined) return -1
        const wanted = keyOf(i, p, a)
        let low = 0
        let high = count
        while (low < high) {
          const middle = (low + high) >>> 1
          if ((keys[middle] ?? 0) < wanted) low = middle + 1
          else high = middle
        }
        return low < count && keys[low] === wanted ? low : -1
      },
    }
  }

  #grow(): void {
    const size = this.#value.length * 2
    const grown = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(size)
      to.set(from)
      return to
    }
    this.#indicator = grown(this.#indicator)
    this.#period = grown(this.#period)
    this.#area = grown(this.#area)
    this.#row = grown(this.#row)
    this.#column = grown(this.#column)
    const value = new Float64Array(size)
    value.set(this.#value)
    this.#value = value
  }
}
