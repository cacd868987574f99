/**
 * First-order and total Sobol indices: which choice moves the result most, alone and with the others?
 *
 * Idea: two independent samples of all choices, A and B, and for each choice i the sample AB_i, that is A with choice i
 * taken from B. Formulas: S_i = mean(y_B (y_ABi − y_A))/V (Saltelli 2010), T_i = Σ (y_A − y_ABi)²/(2 N V) (Jansen 1999),
 * V the sample variance of y_A and y_B together. Source: Saltelli et al. 2010; COINr `get_sensitivity`.
 * Intervals: 5–95 % of `bootstrap` seeded resamples of the N rows (type 7 quantiles), null when 0 are asked for.
 * Edge policy: estimates are sampling estimates and may leave [0, 1]; N < 2 gives null with `too-few-runs`, an output that
 * never varies `constant`. Samples of unequal length, or values that are not finite, throw.
 * Complexity: O(bootstrap · N · choices).
 *
 * @example sobolIndices({ a: [1, 3], b: [2, 4], ab: [[2, 4]] }) // [{ firstOrder: 1.8, total: 0.3, … }]
 */
import { RandomStream } from '../numeric/random.ts'
import { EngineInputError } from '../types.ts'
import { quantile } from './quantile.ts'

export interface SobolSample {
  readonly a: ArrayLike<number>
  readonly b: ArrayLike<number>
  /** One sample per choice. */
  readonly ab: readonly ArrayLike<number>[]
}

export interface SobolIndex {
  readonly firstOrder: number | null
  readonly total: number | null
  readonly firstOrderInterval: readonly [number, number] | null
  readonly totalInterval: readonly [number, number] | null
  readonly reason?: 'too-few-runs' | 'constant'
}

export function sobolIndices(sample: SobolSample, options: { bootstrap?: number; seed?: number } = {}): SobolIndex[] {
  const { bootstrap = 0, seed = 0 } = options
  requireSample(sample)
  const n = sample.a.length
  const rows = Int32Array.from({ length: n }, (_, r) => r)
  const all = estimate(sample, rows)
  if (n < 2) return sample.ab.map(() => nothing('too-few-runs'))
  if (all === null) return sample.ab.map(() => nothing('constant'))
  const resampled = resample(sample, bootstrap, seed)
  return all.map(([firstOrder, total], i) => ({
    firstOrder,
    total,
    firstOrderInterval: intervalOf(resampled.map((set) => set[i]?.[0] ?? 0)),
    totalInterval: intervalOf(resampled.map((set) => set[i]?.[1] ?? 0)),
  }))
}

type Pair = readonly [firstOrder: number, total: number]

/** The estimates over the given rows (with repetition); null when y does not vary over them. */
function estimate({ a, b, ab }: SobolSample, rows: Int32Array): Pair[] | null {
  const n = rows.length
  const at = (y: ArrayLike<number>, r: number) => y[rows[r] ?? 0] ?? 0
  let total = 0
  for (let r = 0; r < n; r += 1) total += at(a, r) + at(b, r)
  const mean = total / (2 * n)
  let squares = 0
  for (let r = 0; r < n; r += 1) {
    const [da, db] = [at(a, r) - mean, at(b, r) - mean]
    squares += da * da + db * db
  }
  const variance = squares / (2 * n - 1)
  if (!(variance > 1e-24 * mean * mean)) return null
  return ab.map((mixed) => {
    let [first, jansen] = [0, 0]
    for (let r = 0; r < n; r += 1) {
      const difference = at(mixed, r) - at(a, r)
      first += at(b, r) * difference
      jansen += difference * difference
    }
    return [first / n / variance, jansen / (2 * n) / variance]
  })
}

function resample(sample: SobolSample, times: number, seed: number): Pair[][] {
  const random = new RandomStream(seed, 0x626f6f74)
  const rows = new Int32Array(sample.a.length)
  const sets: Pair[][] = []
  for (let k = 0; k < times; k += 1) {
    for (let r = 0; r < rows.length; r += 1) rows[r] = random.below(rows.length)
    const set = estimate(sample, rows)
    if (set !== null) sets.push(set)
  }
  return sets
}

function intervalOf(estimates: readonly number[]): readonly [number, number] | null {
  if (estimates.length === 0) return null
  const sorted = Float64Array.from(estimates).sort()
  return [quantile(sorted, 0.05), quantile(sorted, 0.95)]
}

function nothing(reason: 'too-few-runs' | 'constant'): SobolIndex {
  return { firstOrder: null, total: null, firstOrderInterval: null, totalInterval: null, reason }
}

function requireSample({ a, b, ab }: SobolSample): void {
  const named = [['a', a], ['b', b], ...ab.map((y, i) => [`ab[${i}]`, y] as const)] as const
  for (const [path, y] of named) {
    if (y.length !== a.length) {
      const message = `${y.length} values where sample a has ${a.length}`
      throw new EngineInputError([{ path, code: 'length-mismatch', message }])
    }
    const bad = Array.from(y).findIndex((value) => !Number.isFinite(value))
    if (bad >= 0)
      throw new EngineInputError([{ path: `${path}[${bad}]`, code: 'not-finite', message: 'y must be finite' }])
  }
}
