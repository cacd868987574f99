/**
 * Mann–Kendall's trend test and Sen's slope of a short series.
 *
 * Idea: count the pairs that rose against those that fell; no assumption on the distribution, robust to outliers.
 * Formulas: S = Σ_{a<b} sign(x_b − x_a); exactP over all orderings (exactTrend.ts, n ≤ 50); varS = [n(n−1)(2n+5) −
 * Σ_ties t(t−1)(2t+5)]/18; z = (S − sign S)/√varS with the continuity correction, 0 when S = 0; p two-sided normal;
 * slope = median of (x_b − x_a)/(t_b − t_a) per unit of time; tau = Kendall's tau-b. Interval of the slope: with N pairs,
 * C = z_{1−α/2} √varS, k = (N − C)/2 rounded half to even, the k-th and (N − k + 1)-th of the sorted slopes, none when
 * k < 1 (R trend). `significant`: exactP (p for n > 50) below 0.05, and never with n < 5.
 * Source: Mann 1945, Kendall 1975, Sen 1968; R trend, Kendall, pyMannKendall.
 * Edge policy: a missing period is left out but keeps its place in time for the slope; fewer than 3 values give null
 * (`too-few-periods`); a constant series has z = 0, p = 1, tau null. Infinite values throw. Complexity: O(n² log n).
 *
 * @example mannKendall([1, 2, 3, 5]) // { S: 6, exactP: 0.083…, senSlope: 1.16…, significant: false, … }
 * @example mannKendall([70, 72, 71], { times: [2019, 2021, 2022] }) // slopes per year
 */
import { normalTwoSided } from '../numeric/normalTail.ts'
import { EngineInputError } from '../types.ts'
import type { Values } from '../types.ts'
import { exactTrend } from './exactTrend.ts'
import { median } from './median.ts'
import { presentValues } from '../numeric/presentValues.ts'

/** Fewer periods than this can never be significant at 5 %: the smallest exact p of 4 is 1/12. */
export const FEWEST_TESTED = 5

const LEVEL = 0.05
/** Normal quantiles at 0.95 and 0.975. */
const Z90 = 1.6448536269514722
const Z95 = 1.959963984540054

export type SlopeInterval = readonly [lower: number, upper: number] | null

export interface Trend {
  readonly n: number
  readonly S: number
  readonly varS: number
  readonly z: number
  /** Two-sided p of the normal approximation. */
  readonly p: number
  /** Two-sided p over all orderings; null for n > 50. */
  readonly exactP: number | null
  readonly countAtLeast: number | null
  readonly total: number | null
  readonly senSlope: number
  readonly interval90: SlopeInterval
  readonly interval95: SlopeInterval
  readonly tau: number | null
  readonly significant: boolean
  readonly reason?: never
}

export type TrendOutcome = Trend | { readonly S: null; readonly n: number; readonly reason: 'too-few-periods' }

/** `times[i]` is the time of `series[i]`, rising; absent: positions, so that the slope is per period. */
export function mannKendall(series: Values, options: { readonly times?: readonly number[] } = {}): TrendOutcome {
  const { times } = options
  if (times) requireTimes(series, times)
  const { positions, values } = presentValues(series, 'series')
  const n = values.length
  if (n < 3) return { S: null, n, reason: 'too-few-periods' }
  const at = times ? positions.map((i) => times[i] as number) : positions
  let S = 0
  const slopes: number[] = []
  for (let a = 0; a < n; a += 1) {
    for (let b = a + 1; b < n; b += 1) {
      const [early, late] = [values[a] as number, values[b] as number]
      S += Math.sign(late - early)
      slopes.push(slope(early, late, (at[b] as number) - (at[a] as number)))
    }
  }
  const ties = tieSizes(values)
  const pairs = slopes.length
  const tied = ties.reduce((total, t) => total + (t * (t - 1)) / 2, 0)
  const varS = (n * (n - 1) * (2 * n + 5) - ties.reduce((total, t) => total + t * (t - 1) * (2 * t + 5), 0)) / 18
  const z = S === 0 ? 0 : (S - Math.sign(S)) / Math.sqrt(varS)
  const p = normalTwoSided(z)
  const exact = exactTrend(ties, S)
  // Periods never tie, so tau-b's two square roots are of all pairs and of the untied ones.
  const tau = tied === pairs ? null : S / (Math.sqrt(pairs) * Math.sqrt(pairs - tied))
  const sorted = Float64Array.from(slopes).sort()
  return {
    n,
    S,
    varS,
    z,
    p,
    ...exact,
    senSlope: median(slopes),
    interval90: intervalOf(sorted, Z90 * Math.sqrt(varS)),
    interval95: intervalOf(sorted, Z95 * Math.sqrt(varS)),
    tau,
    significant: n >= FEWEST_TESTED && (exact.exactP ?? p) < LEVEL,
  }
}

function intervalOf(sorted: Float64Array, reach: number): SlopeInterval {
  const pairs = sorted.length
  const k = roundHalfEven((pairs - reach) / 2)
  if (reach === 0 || k < 1) return null
  return [sorted[k - 1] as number, sorted[pairs - k] as number]
}

function roundHalfEven(x: number): number {
  const low = Math.floor(x)
  if (x - low !== 0.5) return Math.round(x)
  return low % 2 === 0 ? low : low + 1
}

/** The difference of two huge values of opposite sign may overflow where their slope does not. */
function slope(early: number, late: number, periods: number): number {
  const direct = (late - early) / periods
  if (Number.isFinite(direct)) return direct
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, late / periods - early / periods))
}

function tieSizes(values: readonly number[]): number[] {
  const counts = new Map<number, number>()
  for (const x of values) counts.set(x, (counts.get(x) ?? 0) + 1)
  return [...counts.values()]
}

function requireTimes(series: Values, times: readonly number[]): void {
  if (times.length !== series.length) {
    const message = `${times.length} times for ${series.length} values`
    throw new EngineInputError([{ path: 'times', code: 'length-mismatch', message }])
  }
  for (const [i, time] of times.entries()) {
    if (Number.isFinite(time) && (i === 0 || time > (times[i - 1] as number))) continue
    throw new EngineInputError([{ path: `times[${i}]`, code: 'not-rising', message: 'times are finite and rise' }])
  }
}
