/**
 * Absolute β-convergence: do areas that started lower grow faster?
 *
 * Formulas: g_i = ln(x1_i/x0_i)/T regressed on ln x0_i by least squares; β = slope, speed λ = −ln(1 + βT)/T, half-life
 * ln 2/λ; t = β/se with a two-sided Student p on n − 2 degrees. Source: Barro and Sala-i-Martin 1992; R lm, scipy.
 * Edge policy: an area without both values is left out; a value ≤ 0 gives null (`non-positive-value`), fewer than 3
 * areas `too-few-areas`, one common starting level `constant`. Speed is null when 1 + βT ≤ 0 (areas overtake each
 * other), half-life also when the speed is not positive; r2 is null when every area grew alike, t and p when the fit
 * leaves no error. T is a positive number of periods; columns of unequal length throw. Complexity: O(n).
 *
 * @example betaConvergence([1, 2, 4], [2, 3, 5], 5) // { beta: −0.068…, speed: 0.083…, halfLife: 8.3…, … }
 */
import { ln } from '../numeric/ln.ts'
import { lnOnePlus } from '../numeric/lnOnePlus.ts'
import { studentTwoSided } from '../numeric/studentTail.ts'
import { sum } from '../numeric/sum.ts'
import { EngineInputError } from '../types.ts'
import type { Reason, Values } from '../types.ts'

export interface BetaFit {
  readonly n: number
  readonly intercept: number
  readonly beta: number
  readonly seBeta: number
  readonly t: number | null
  readonly p: number | null
  readonly r2: number | null
  readonly speed: number | null
  readonly halfLife: number | null
  readonly reason?: never
}

export type BetaOutcome = BetaFit | { readonly beta: null; readonly n: number; readonly reason: Reason }

export function betaConvergence(first: Values, last: Values, periods: number): BetaOutcome {
  requireInput(first, last, periods)
  const level: number[] = []
  const growth: number[] = []
  let positive = true
  for (let i = 0; i < first.length; i += 1) {
    const [x0, x1] = [first[i], last[i]]
    if (x0 === null || x0 === undefined || x1 === null || x1 === undefined || Number.isNaN(x0 + x1)) continue
    const known = x0 > 0 && x1 > 0
    positive &&= known
    level.push(known ? ln(x0) : 0)
    growth.push(known ? logRatio(x1, x0) / periods : 0)
  }
  const n = level.length
  if (!positive) return { beta: null, n, reason: 'non-positive-value' }
  if (n < 3) return { beta: null, n, reason: 'too-few-areas' }
  if (level.every((x) => x === level[0])) return { beta: null, n, reason: 'constant' }
  return fit(level, growth, periods)
}

function fit(level: readonly number[], growth: readonly number[], periods: number): BetaFit {
  const n = level.length
  const [meanLevel, meanGrowth] = [sum(level) / n, sum(growth) / n]
  const x = level.map((v) => v - meanLevel)
  const y = growth.map((v) => v - meanGrowth)
  const sxx = sum(x.map((v) => v * v))
  const syy = sum(y.map((v) => v * v))
  const beta = sum(x.map((v, i) => v * (y[i] as number))) / sxx
  const residual = sum(y.map((v, i) => v - beta * (x[i] as number)).map((e) => e * e))
  // Residuals no larger than the rounding of their own logarithms are no error at all.
  const rounding = 4 * Number.EPSILON * largest(growth, level, beta)
  const noise = n * (rounding * rounding)
  const error = residual <= noise ? 0 : residual
  const seBeta = Math.sqrt(error / (n - 2) / sxx)
  const t = seBeta === 0 ? null : beta / seBeta
  const base = 1 + beta * periods
  const speed = base > 0 ? -lnOnePlus(beta * periods) / periods : null
  return {
    n,
    intercept: meanGrowth - beta * meanLevel,
    beta,
    seBeta,
    t,
    p: t === null ? null : studentTwoSided(t, n - 2),
    r2: syy <= noise ? null : Math.max(0, 1 - error / syy),
    speed,
    halfLife: speed !== null && speed > 0 && Number.isFinite(Math.LN2 / speed) ? Math.LN2 / speed : null,
  }
}

function largest(growth: readonly number[], level: readonly number[], beta: number): number {
  return growth.reduce((most, g, i) => Math.max(most, Math.abs(g), Math.abs(beta * (level[i] as number))), 0)
}

/** ln(a/b) with the precision of ln(1 + y) for near values and no overflow for far ones. */
function logRatio(a: number, b: number): number {
  const ratio = a / b
  if (ratio > 0.5 && ratio < 2) return lnOnePlus((a - b) / b)
  return ratio > 0 && Number.isFinite(ratio) ? ln(ratio) : ln(a) - ln(b)
}

function requireInput(first: Values, last: Values, periods: number): void {
  if (first.length !== last.length) {
    const message = `${last.length} last values for ${first.length} first values`
    throw new EngineInputError([{ path: 'last', code: 'length-mismatch', message }])
  }
  if (!(periods > 0 && Number.isFinite(periods))) {
    throw new EngineInputError([{ path: 'periods', code: 'bad-periods', message: 'periods is a positive number' }])
  }
  for (const [name, column] of [
    ['first', first],
    ['last', last],
  ] as const) {
    for (let i = 0; i < column.length; i += 1) {
      if (Math.abs(column[i] ?? 0) === Infinity) {
        throw new EngineInputError([{ path: `${name}[${i}]`, code: 'not-finite', message: 'a value must be finite' }])
      }
    }
  }
}
