/**
 * Mann–Kendall's trend test and Sen's slope of a short, equally spaced series.
 *
 * Idea: count the pairs that rose against those that fell; no assumption on the distribution, robust to outliers.
 * Formulas: S = Σ_{a<b} sign(x_b − x_a); varS = [n(n−1)(2n+5) − Σ_ties t(t−1)(2t+5)]/18; z = (S − sign S)/√varS with
 * the continuity correction, 0 when S = 0; p two-sided normal; slope = median of (x_b − x_a)/(t_b − t_a) per period;
 * tau = Kendall's tau-b. Source: Mann 1945, Kendall 1975, Sen 1968; R trend, pyMannKendall.
 * Edge policy: a missing period is left out but keeps its place in time for the slope; fewer than 3 values give null
 * (`too-few-periods`); a constant series has z = 0, p = 1, tau null. Infinite values throw. Complexity: O(n² log n).
 *
 * @example mannKendall([3, 2, 1]) // { S: −3, z: −1.04…, p: 0.296…, senSlope: −1, tau: −1, … }
 */
import { normalTwoSided } from '../numeric/normalTail.ts'
import type { Values } from '../types.ts'
import { median } from './median.ts'
import { presentValues } from './presentValues.ts'

export interface Trend {
  readonly n: number
  readonly S: number
  readonly varS: number
  readonly z: number
  readonly p: number
  readonly senSlope: number
  readonly tau: number | null
  readonly reason?: never
}

export type TrendOutcome = Trend | { readonly S: null; readonly n: number; readonly reason: 'too-few-periods' }

export function mannKendall(series: Values): TrendOutcome {
  const { positions, values } = presentValues(series, 'series')
  const n = values.length
  if (n < 3) return { S: null, n, reason: 'too-few-periods' }
  let S = 0
  const slopes: number[] = []
  for (let a = 0; a < n; a += 1) {
    for (let b = a + 1; b < n; b += 1) {
      const [early, late] = [values[a] as number, values[b] as number]
      S += Math.sign(late - early)
      slopes.push(slope(early, late, (positions[b] as number) - (positions[a] as number)))
    }
  }
  const ties = tieSizes(values)
  const pairs = (n * (n - 1)) / 2
  const tied = ties.reduce((total, t) => total + (t * (t - 1)) / 2, 0)
  const varS = (n * (n - 1) * (2 * n + 5) - ties.reduce((total, t) => total + t * (t - 1) * (2 * t + 5), 0)) / 18
  const z = S === 0 ? 0 : (S - Math.sign(S)) / Math.sqrt(varS)
  // Periods never tie, so tau-b's two square roots are of all pairs and of the untied ones.
  const tau = tied === pairs ? null : S / (Math.sqrt(pairs) * Math.sqrt(pairs - tied))
  return { n, S, varS, z, p: normalTwoSided(z), senSlope: median(slopes), tau }
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
