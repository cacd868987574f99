/** Collects the cells of one period from several publications. The same value of the same cell is one variable, so that whatever was
 * said of it twice is known to be of one thing; a corrected value is another variable. */
import type { Extremes } from './cellMaps.ts'
import type { CellMap, Cells } from './witness.types.ts'
import type { MeasuringScale } from '../../engine/equality/indicatorEquality.ts'

interface Row {
  readonly indicator: string
  readonly area: string
  readonly value: number
  open: boolean
  low: number
  high: number
  centre: number
  sd: number
}

export class CellTable {
  readonly #rows: Row[] = []
  readonly #index = new Map<string, number>()
  readonly #maps = new Map<string, CellMap | undefined>()
  readonly #relative: { at: Int32Array; low: number | null; high: number | null }[] = []

  /** A column's cells (null = no value) → their variables, −1 where there is none. */
  column(
    indicator: string,
    areas: readonly string[],
    values: readonly (number | null)[],
    scale: MeasuringScale,
    open: boolean,
    relative: Extremes | undefined,
    spreadKnown: number,
  ): Int32Array {
    const present = values.filter((v) => v !== null)
    const centre = present.reduce((sum, v) => sum + v, 0) / Math.max(1, present.length)
    const own = Math.sqrt(present.reduce((sum, v) => sum + (v - centre) ** 2, 0) / Math.max(1, present.length))
    const sd = Math.max(own, spreadKnown)
    const floor = scale.kind === 'bounded' ? scale.low : present.every((v) => v >= 0) ? 0 : -Infinity
    const ceiling = scale.kind === 'bounded' ? scale.high : Infinity
    const low = Math.min(relative?.low ?? floor, ...present)
    const high = Math.max(relative?.high ?? ceiling, ...present)
    const at = Int32Array.from(values, (value, i) => {
      if (value === null) return -1
      const area = areas[i] ?? ''
      const key = `${indicator}\n${area}\n${value}`
      const known = this.#index.get(key)
      const row = known === undefined ? undefined : this.#rows[known]
      if (known !== undefined && row !== undefined) {
        // A column that is all alike hides nothing: its mean is its value.
        row.open ||= open || own === 0
        row.low = Math.max(row.low, low)
        row.high = Math.min(row.high, high)
        row.sd = Math.max(row.sd, sd)
        return known
      }
      this.#rows.push({ indicator, area, value, open: open || own === 0, low, high, centre, sd })
      this.#index.set(key, this.#rows.length - 1)
      return this.#rows.length - 1
    })
    if (relative !== undefined)
      this.#relative.push({
        at: at.filter((i) => i >= 0),
        low: present.includes(relative.low) ? relative.low : null,
        high: present.includes(relative.high) ? relative.high : null,
      })
    return at
  }

  /** One map for all that ask for the same, so that LinearFacts need not read it twice; `parts` is all that it hangs on. */
  map<M extends CellMap | undefined>(parts: readonly unknown[], make: () => M): M {
    const key = JSON.stringify(parts)
    if (!this.#maps.has(key)) this.#maps.set(key, make())
    // Guarantee: made by the same kind of `make` for the same parts.
    return this.#maps.get(key) as M
  }

  valueAt(i: number): number {
    return this.#rows[i]?.value ?? Number.NaN
  }

  finish(): Cells {
    const rows = this.#rows
    const columns = new Map<string, number[]>()
    rows.forEach((row, i) => {
      if (!row.open) columns.set(row.indicator, [...(columns.get(row.indicator) ?? []), i])
    })
    return {
      columns: [...columns.values()].map((column) => Int32Array.from(column)),
      indicator: rows.map((r) => r.indicator),
      area: rows.map((r) => r.area),
      value: Float64Array.from(rows, (r) => r.value),
      open: Uint8Array.from(rows, (r) => (r.open ? 1 : 0)),
      low: Float64Array.from(rows, (r) => Math.min(r.low, r.value)),
      high: Float64Array.from(rows, (r) => Math.max(r.high, r.value)),
      centre: Float64Array.from(rows, (r) => r.centre),
      sd: Float64Array.from(rows, (r) => r.sd),
      relative: this.#relative,
    }
  }
}
