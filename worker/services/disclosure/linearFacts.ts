/** Facts as rows of numbers: what each says at a point, how it moves with each cell, and one least change of all cells that brings
 * every row to where it should be (conjugate gradients on the least-squares problem; nothing is factorised). */
import { spreadWithSlopes } from './spread.ts'
import type { SpreadFact, SumFact } from './witness.types.ts'

export type RowFact = SumFact | SpreadFact

const MOST_STEPS = 20
/** Squared: a witness is checked fact by fact in the end, so a step need not be exact. */
const CLOSE_ENOUGH = 1e-4
/** Reading a coefficient (maps, slopes) takes about so many times as long as multiplying it. */
const READ_COST = 8
const YIELDING = 0.25

export class LinearFacts<Row extends RowFact> {
  readonly #rows: readonly Row[]
  readonly #start: Int32Array
  readonly #at: Int32Array
  readonly #slope: Float64Array
  /** How far each row is from where it should be, in its own norm. */
  readonly #residual: Float64Array
  /** What a solution needs, kept from one to the next. */
  readonly #left: Float64Array
  readonly #image: Float64Array
  #step = new Float64Array(0)
  #gradient = new Float64Array(0)
  #direction = new Float64Array(0)
  #visits = 0

  constructor(rows: readonly Row[]) {
    this.#rows = rows
    this.#start = new Int32Array(rows.length + 1)
    rows.forEach((row, r) => {
      this.#start[r + 1] = (this.#start[r] ?? 0) + row.at.length
    })
    const size = this.#start[rows.length] ?? 0
    this.#at = new Int32Array(size)
    rows.forEach((row, r) => this.#at.set(row.at, this.#start[r] ?? 0))
    this.#slope = new Float64Array(size)
    this.#residual = new Float64Array(rows.length)
    this.#left = new Float64Array(rows.length)
    this.#image = new Float64Array(rows.length)
  }

  /** Coefficients read or multiplied since the last call: what time is counted by where no clock runs during a computation. */
  takeVisits(): number {
    const visits = this.#visits
    this.#visits = 0
    return visits
  }

  /** Reads every row at x, with cells in units of `unit` (0 = does not move); true when all hold. */
  read(x: Float64Array, unit: Float64Array): boolean {
    let settled = true
    this.#visits += READ_COST * this.#at.length
    this.#rows.forEach((row, r) => {
      const from = this.#start[r] ?? 0
      const slopes = this.#slope.subarray(from, this.#start[r + 1] ?? 0)
      const value = row.kind === 'spread' ? spreadWithSlopes(row, x, slopes) : sumWithSlopes(row, x, slopes)
      let norm = 0
      for (let k = 0; k < slopes.length; k += 1) {
        const step = (slopes[k] ?? 0) * (unit[row.at[k] ?? 0] ?? 0)
        slopes[k] = step
        norm += step * step
      }
      norm = Math.sqrt(norm)
      const width = Number.isFinite(row.high) ? row.high - row.low : 0
      const short =
        value < row.low ? row.low + 0.3 * width - value : value > row.high ? row.high - 0.3 * width - value : 0
      if (short !== 0) settled = false
      // A row that holds gives way a little: rows that say nearly the same would otherwise block each other.
      const firm = short === 0 ? YIELDING : 1
      this.#residual[r] = norm > 0 ? short / norm : 0
      if (norm > 0) for (let k = 0; k < slopes.length; k += 1) slopes[k] = (firm * (slopes[k] ?? 0)) / norm
    })
    return settled
  }

  /** The least step (in units) that the rows ask for; good until the next call. CGLS. */
  step(size: number): Float64Array {
    if (this.#step.length !== size) {
      this.#step = new Float64Array(size)
      this.#gradient = new Float64Array(size)
      this.#direction = new Float64Array(size)
    }
    const [r, s, g, p, q] = [this.#left, this.#step.fill(0), this.#gradient, this.#direction, this.#image]
    r.set(this.#residual)
    this.#transposed(r, g)
    p.set(g)
    let gamma = dot(g, g)
    const enough = CLOSE_ENOUGH * gamma
    for (let k = 0; k < MOST_STEPS && gamma > enough && gamma > 0; k += 1) {
      this.#forward(p, q)
      const qq = dot(q, q)
      if (qq === 0) break
      const alpha = gamma / qq
      for (let i = 0; i < size; i += 1) s[i] = (s[i] as number) + alpha * (p[i] as number)
      for (let i = 0; i < r.length; i += 1) r[i] = (r[i] as number) - alpha * (q[i] as number)
      this.#transposed(r, g)
      const next = dot(g, g)
      const beta = next / gamma
      gamma = next
      for (let i = 0; i < size; i += 1) p[i] = (g[i] as number) + beta * (p[i] as number)
    }
    return s
  }

  #forward(p: Float64Array, q: Float64Array): void {
    const [start, at, slope] = [this.#start, this.#at, this.#slope]
    this.#visits += at.length
    for (let r = 0; r < q.length; r += 1) {
      let sum = 0
      const end = start[r + 1] as number
      for (let k = start[r] as number; k < end; k += 1) sum += (slope[k] as number) * (p[at[k] as number] as number)
      q[r] = sum
    }
  }

  #transposed(r: Float64Array, g: Float64Array): void {
    const [start, at, slope] = [this.#start, this.#at, this.#slope]
    this.#visits += at.length
    g.fill(0)
    for (let row = 0; row < r.length; row += 1) {
      const by = r[row] as number
      if (by === 0) continue
      const end = start[row + 1] as number
      for (let k = start[row] as number; k < end; k += 1) {
        const i = at[k] as number
        g[i] = (g[i] as number) + by * (slope[k] as number)
      }
    }
  }
}

function sumWithSlopes({ at, coef, maps }: SumFact, x: Float64Array, slopes: Float64Array): number {
  let value = 0
  for (let k = 0; k < at.length; k += 1) {
    const here = x[at[k] ?? 0] ?? 0
    value += (coef[k] ?? 0) * (maps[k]?.value(here) ?? 0)
    slopes[k] = (coef[k] ?? 0) * (maps[k]?.slope(here) ?? 0)
  }
  return value
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number)
  return sum
}
