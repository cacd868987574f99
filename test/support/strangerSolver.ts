/** A stranger's arithmetic: from public numbers alone, what a withheld value may still be. Nothing here shares code with the guard. */
import { RandomStream } from '../../worker/engine/numeric/random.ts'

/** One equation or interval about unknown cells: low ≤ f(x) ≤ high. */
export interface Known {
  readonly low: number
  readonly high: number
  /** Value and gradient (by cell; absent = 0). */
  readonly at: (x: Float64Array) => { readonly value: number; readonly slopes: ReadonlyMap<number, number> }
}

export interface Puzzle {
  readonly size: number
  readonly low: Float64Array
  readonly high: Float64Array
  readonly known: readonly Known[]
  /** Where guesses begin, and how far a first guess may lie from it. */
  readonly guess: Float64Array
  readonly scale: Float64Array
}

/** Random restarts; from each, Gauss–Newton onto the known facts, then the cell is pushed out as far as they let it. Returns the interval
 * found for every cell (NaN when no guess ever fits), and stops once all are as wide as asked. Dense: for a few dozen cells. */
export function solve(
  puzzle: Puzzle,
  restarts: number,
  seed: number,
  wide: (i: number) => number,
): { low: Float64Array; high: Float64Array; fits: number } {
  const low = new Float64Array(puzzle.size).fill(Number.NaN)
  const high = new Float64Array(puzzle.size).fill(Number.NaN)
  let fits = 0
  const note = (x: Float64Array): void => {
    fits += 1
    for (let i = 0; i < puzzle.size; i += 1) {
      low[i] = Number.isNaN(low[i] ?? 0) ? (x[i] ?? 0) : Math.min(low[i] ?? 0, x[i] ?? 0)
      high[i] = Number.isNaN(high[i] ?? 0) ? (x[i] ?? 0) : Math.max(high[i] ?? 0, x[i] ?? 0)
    }
  }
  for (let r = 0; r < restarts; r += 1) {
    const random = new RandomStream(seed, r)
    let x = puzzle.guess.map((g, i) => g + (puzzle.scale[i] ?? 0) * 2 * (random.uniform() + random.uniform() - 1))
    if (!settle(puzzle, x, -1)) continue
    note(x)
    for (let push = 0; push < 12; push += 1) {
      const narrow = Array.from(low.keys()).filter((k) => !((high[k] ?? 0) - (low[k] ?? 0) >= wide(k)))
      if (narrow.length === 0) return { low, high, fits }
      const i = narrow[Math.floor(random.uniform() * narrow.length)] ?? 0
      for (const sign of [-1, 1]) {
        let step = puzzle.scale[i] ?? 0
        let from = x
        for (let k = 0; k < 10 && Math.abs(step) > 0.05 * (puzzle.scale[i] ?? 0); k += 1) {
          const next = from.slice()
          next[i] = (next[i] ?? 0) + sign * step
          if (settle(puzzle, next, i)) {
            note(next)
            from = next
          } else step /= 2
        }
        if (sign === 1) x = from
      }
    }
  }
  return { low, high, fits }
}

/** Least step onto the facts, again and again; `stiff` is the cell that should give way last. */
function settle({ size, low, high, known }: Puzzle, x: Float64Array, stiff: number): boolean {
  for (let turn = 0; turn < 14; turn += 1) {
    for (let i = 0; i < size; i += 1) x[i] = Math.min(Math.max(x[i] ?? 0, low[i] ?? 0), high[i] ?? 0)
    const rows = known.map((k) => ({ k, ...k.at(x) }))
    if (rows.every(({ k, value }) => value >= k.low && value <= k.high)) return true
    const short = rows.map(({ k, value }) => {
      const room = Number.isFinite(k.high - k.low) ? 0.3 * (k.high - k.low) : 0
      return value < k.low ? k.low + room - value : value > k.high ? k.high - room - value : 0
    })
    const weights = eliminate(
      gramOf(
        rows.map((r) => r.slopes),
        size,
        stiff,
      ),
      short,
    )
    if (weights === undefined) return false
    rows.forEach(({ slopes }, r) => {
      for (const [i, s] of slopes) x[i] = (x[i] ?? 0) + give(i, stiff) * s * (weights[r] ?? 0)
    })
  }
  return false
}

const give = (i: number, stiff: number): number => (i === stiff ? 0.001 : 1)

/** Products of every two rows of slopes, those with themselves a little larger, so that rows which say the same do not divide by zero. */
function gramOf(rows: readonly ReadonlyMap<number, number>[], size: number, stiff: number): Float64Array[] {
  const gram = rows.map(() => new Float64Array(rows.length + 1))
  const dense = new Float64Array(size)
  rows.forEach((own, r) => {
    dense.fill(0)
    for (const [i, s] of own) dense[i] = give(i, stiff) * s
    const row = gram[r]
    for (let c = 0; c <= r; c += 1) {
      let sum = r === c ? 1e-9 : 0
      for (const [i, s] of rows[c] ?? []) sum += s * (dense[i] ?? 0)
      const other = gram[c]
      if (row !== undefined) row[c] = sum
      if (other !== undefined) other[r] = sum
    }
  })
  return gram
}

/** Gaussian elimination with pivots; the last place of each row is free for the right-hand side. */
function eliminate(m: Float64Array[], b: readonly number[]): Float64Array | undefined {
  const n = m.length
  m.forEach((row, r) => {
    row[n] = b[r] ?? 0
  })
  for (let c = 0; c < n; c += 1) {
    let pivot = c
    for (let r = c + 1; r < n; r += 1) if (Math.abs(m[r]?.[c] ?? 0) > Math.abs(m[pivot]?.[c] ?? 0)) pivot = r
    const top = m[pivot]
    const here = m[c]
    if (top === undefined || here === undefined || Math.abs(top[c] ?? 0) < 1e-14) return undefined
    m[pivot] = here
    m[c] = top
    for (let r = c + 1; r < n; r += 1) {
      const row = m[r]
      const f = (row?.[c] ?? 0) / (top[c] ?? 1)
      if (row === undefined || f === 0) continue
      for (let k = c; k <= n; k += 1) row[k] = (row[k] as number) - f * (top[k] as number)
    }
  }
  const out = new Float64Array(n)
  for (let r = n - 1; r >= 0; r -= 1) {
    let sum = m[r]?.[n] ?? 0
    for (let k = r + 1; k < n; k += 1) sum -= (m[r]?.[k] ?? 0) * (out[k] ?? 0)
    out[r] = sum / (m[r]?.[r] ?? 1)
  }
  return out
}
