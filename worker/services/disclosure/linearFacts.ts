/** Facts as rows of numbers: what each says at a point, how it moves with each cell, and one least change of all cells that brings
 * every row to where it should be (conjugate gradients on the least-squares problem; nothing is factorised).
 *
 * Nearly all of the guard's time goes by here: slopes are read only where a step is wanted, and what cannot move takes no part in it. The
 * order of every sum is that of the plain way, to the last bit (test/unit/disclosure/linearFacts.test.ts). */
import { CellReadings } from './cellReadings.ts'
import { spreadWithSlopes } from './spread.ts'
import type { SpreadFact, SumFact } from './witness.types.ts'

export type RowFact = SumFact | SpreadFact

const MOST_STEPS = 20
/** Squared: a witness is checked fact by fact in the end, so a step need not be exact. */
const CLOSE_ENOUGH = 1e-4
/** Reading a coefficient (maps, slopes) counts as so many multiplications. */
const READ_COST = 8
const YIELDING = 0.25

export class LinearFacts<Row extends RowFact> {
  readonly #rows: readonly Row[]
  /** Rows one after the other: where each begins, the cell of every coefficient, the coefficient, how the row moves with the cell. */
  readonly #start: Int32Array
  readonly #at: Int32Array
  readonly #coef: Float64Array
  readonly #slope: Float64Array
  readonly #readings: CellReadings
  /** How far each row is from where it should be; in its own norm once slopes are read. */
  readonly #residual: Float64Array
  /** The matrix of a step, its zeros left out: row after row … */
  readonly #rowEnd: Int32Array
  readonly #rowAt: Int32Array
  readonly #rowSlope: Float64Array
  /** … and cell after cell. */
  readonly #cellStart: Int32Array
  readonly #cellEnd: Int32Array
  readonly #cellRow: Int32Array
  readonly #cellSlope: Float64Array
  /** What a solution needs, kept from one to the next. */
  readonly #left: Float64Array
  readonly #image: Float64Array
  readonly #step: Float64Array
  readonly #gradient: Float64Array
  readonly #direction: Float64Array
  #visits = 0

  constructor(rows: readonly Row[], cells: number) {
    this.#rows = rows
    this.#start = new Int32Array(rows.length + 1)
    rows.forEach((row, r) => {
      this.#start[r + 1] = (this.#start[r] ?? 0) + row.at.length
    })
    const size = this.#start[rows.length] ?? 0
    this.#at = new Int32Array(size)
    this.#coef = new Float64Array(size)
    rows.forEach((row, r) => {
      this.#at.set(row.at, this.#start[r] ?? 0)
      if (row.kind === 'sum') this.#coef.set(row.coef, this.#start[r] ?? 0)
    })
    this.#slope = new Float64Array(size)
    this.#readings = new CellReadings(rows, this.#start, size)
    this.#residual = new Float64Array(rows.length)
    this.#rowEnd = new Int32Array(rows.length)
    this.#rowAt = new Int32Array(size)
    this.#rowSlope = new Float64Array(size)
    this.#cellStart = startsByCell(this.#at, cells)
    this.#cellEnd = new Int32Array(cells)
    this.#cellRow = new Int32Array(size)
    this.#cellSlope = new Float64Array(size)
    this.#left = new Float64Array(rows.length)
    this.#image = new Float64Array(rows.length)
    this.#step = new Float64Array(cells)
    this.#gradient = new Float64Array(cells)
    this.#direction = new Float64Array(cells)
  }

  /** Coefficients read or multiplied since the last call, zeros counted too: what time is counted by where no clock runs during a
   * computation. */
  takeVisits(): number {
    const visits = this.#visits
    this.#visits = 0
    return visits
  }

  /** Reads every row at x, with cells in units of `unit` (0 = does not move). Where not all hold, `step` says what they ask. Values of
   * which a row cannot be worked out (a dispersion about a mean of 0) are no alternative to anything. */
  read(x: Float64Array, unit: Float64Array): 'holds' | 'asks' | 'undefined' {
    this.#visits += READ_COST * this.#at.length
    const read = this.#readRows(x)
    if (read === 'asks') this.#readSlopes(x, unit)
    return read
  }

  #readRows(x: Float64Array): 'holds' | 'asks' | 'undefined' {
    const [rows, start, coef, slope, residual] = [this.#rows, this.#start, this.#coef, this.#slope, this.#residual]
    const { of, values } = this.#readings
    this.#readings.readValues(x)
    let settled = true
    for (let r = 0; r < rows.length; r += 1) {
      const row = rows[r] as Row
      let value = 0
      if (row.kind === 'spread') value = spreadWithSlopes(row, x, slope, start[r])
      else {
        const end = start[r + 1] as number
        for (let k = start[r] as number; k < end; k += 1)
          value += (coef[k] as number) * (values[of[k] as number] as number)
      }
      if (!Number.isFinite(value)) return 'undefined'
      const { low, high } = row
      const width = Number.isFinite(high) ? high - low : 0
      const short = value < low ? low + 0.3 * width - value : value > high ? high - 0.3 * width - value : 0
      if (short !== 0) settled = false
      residual[r] = short
    }
    return settled ? 'holds' : 'asks'
  }

  #readSlopes(x: Float64Array, unit: Float64Array): void {
    const [start, at, coef, slope] = [this.#start, this.#at, this.#coef, this.#slope]
    const [rowEnd, rowAt, rowSlope] = [this.#rowEnd, this.#rowAt, this.#rowSlope]
    const [cellEnd, cellRow, cellSlope] = [this.#cellEnd, this.#cellRow, this.#cellSlope]
    const { of, slopes } = this.#readings
    this.#readings.readSlopes(x, unit)
    cellEnd.set(this.#cellStart)
    let size = 0
    for (let r = 0; r < this.#rows.length; r += 1) {
      const [from, to, begin] = [start[r] as number, start[r + 1] as number, size]
      if (this.#rows[r]?.kind === 'sum')
        for (let k = from; k < to; k += 1) slope[k] = (coef[k] as number) * (slopes[of[k] as number] as number)
      let norm = 0
      for (let k = from; k < to; k += 1) {
        const i = at[k] as number
        const step = (slope[k] as number) * (unit[i] as number)
        if (step === 0) continue
        norm += step * step
        rowAt[size] = i
        rowSlope[size] = step
        size += 1
      }
      norm = Math.sqrt(norm)
      if (norm === 0) size = begin
      rowEnd[r] = size
      const short = this.#residual[r] as number
      // A row that holds gives way a little: rows that say nearly the same would otherwise block each other.
      const firm = short === 0 ? YIELDING : 1
      this.#residual[r] = norm > 0 ? short / norm : 0
      for (let k = begin; k < size; k += 1) {
        const step = (firm * (rowSlope[k] as number)) / norm
        rowSlope[k] = step
        const i = rowAt[k] as number
        const place = cellEnd[i] as number
        cellRow[place] = r
        cellSlope[place] = step
        cellEnd[i] = place + 1
      }
    }
  }

  /** The least step (in units) that the rows ask for; good until the next call. CGLS. */
  step(): Float64Array {
    const [r, s, g, p, q] = [this.#left, this.#step.fill(0), this.#gradient, this.#direction, this.#image]
    r.set(this.#residual)
    let gamma = this.#transposed(r, g)
    p.set(g)
    const enough = CLOSE_ENOUGH * gamma
    for (let k = 0; k < MOST_STEPS && gamma > enough && gamma > 0; k += 1) {
      const qq = this.#forward(p, q)
      if (qq === 0) break
      const alpha = gamma / qq
      for (let i = 0; i < r.length; i += 1) r[i] = (r[i] as number) - alpha * (q[i] as number)
      const next = this.#transposed(r, g)
      const beta = next / gamma
      gamma = next
      for (let i = 0; i < s.length; i += 1) {
        const along = p[i] as number
        s[i] = (s[i] as number) + alpha * along
        p[i] = (g[i] as number) + beta * along
      }
    }
    return s
  }

  /** q = Ap; returns q·q. */
  #forward(p: Float64Array, q: Float64Array): number {
    const [rowEnd, at, slope] = [this.#rowEnd, this.#rowAt, this.#rowSlope]
    this.#visits += this.#at.length
    let square = 0
    let k = 0
    for (let r = 0; r < q.length; r += 1) {
      let sum = 0
      const end = rowEnd[r] as number
      for (; k < end; k += 1) sum += (slope[k] as number) * (p[at[k] as number] as number)
      q[r] = sum
      square += sum * sum
    }
    return square
  }

  /** g = Aᵀr; returns g·g. Cell by cell, which adds up in the same order as row by row. */
  #transposed(r: Float64Array, g: Float64Array): number {
    const [start, end, row, slope] = [this.#cellStart, this.#cellEnd, this.#cellRow, this.#cellSlope]
    this.#visits += this.#at.length
    let square = 0
    for (let i = 0; i < g.length; i += 1) {
      let sum = 0
      const last = end[i] as number
      for (let k = start[i] as number; k < last; k += 1) sum += (r[row[k] as number] as number) * (slope[k] as number)
      g[i] = sum
      square += sum * sum
    }
    return square
  }
}

/** Where each cell's coefficients begin when they stand cell after cell. */
function startsByCell(at: Int32Array, cells: number): Int32Array {
  const starts = new Int32Array(cells + 1)
  for (const i of at) starts[i + 1] = (starts[i + 1] ?? 0) + 1
  for (let i = 0; i < cells; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0)
  return starts.subarray(0, cells)
}
