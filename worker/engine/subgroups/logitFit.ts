/**
 * A logistic curve through shares strictly between 0 and 1, over mid-point ranks from −½ to ½.
 *
 * Idea: the maximum of the quasi-binomial likelihood Σ w [y ln π + (1 − y) ln(1 − π)], ln(π/(1 − π)) = a + b r, each group
 * weighted once; found by Newton's method with halved steps. Source: McCullagh and Nelder 1989; R glm(quasibinomial).
 * Edge policy: the caller gives shares inside (0, 1) and at least two different ranks, for which the maximum exists and is
 * unique. Portable exp and ln, so every machine gives the same digits. Complexity: O(n) a step, under 100 steps.
 *
 * @example logitFit([0.4, 0.6], [-0.25, 0.25], [0.5, 0.5]) // { bottom: 0.307…, top: 0.692…, rise: 0.384… }
 */
import { expMinusOne } from '../numeric/expMinusOne.ts'
import { ln } from '../numeric/ln.ts'
import { lnOnePlus } from '../numeric/lnOnePlus.ts'
import { portableExp } from '../numeric/portableExp.ts'
import { CompensatedSum } from '../numeric/sum.ts'

const MOST_STEPS = 100

export interface LogitFit {
  /** The curve at rank 0 (most disadvantaged) and at rank 1. */
  readonly bottom: number
  readonly top: number
  readonly rise: number
}

export function logitFit(y: readonly number[], ranks: readonly number[], shares: readonly number[]): LogitFit {
  const mean = total(y.length, (i) => at(shares, i) * at(y, i)) / total(y.length, (i) => at(shares, i))
  let a = ln(mean / (1 - mean))
  let b = 0
  let reached = likelihood(y, ranks, shares, a, b)
  for (let step = 0; step < MOST_STEPS; step++) {
    const [da, db] = newtonStep(y, ranks, shares, a, b)
    let size = 1
    let next = likelihood(y, ranks, shares, a + da, b + db)
    while (!(next >= reached) && size > 1e-10) {
      size /= 2
      next = likelihood(y, ranks, shares, a + size * da, b + size * db)
    }
    // No step upwards is left: what remains is rounding, and the full last Newton step is the best correction of it.
    const done = Math.max(Math.abs(da), Math.abs(db)) <= 1e-9 * (1 + Math.max(Math.abs(a), Math.abs(b)))
    a += done ? da : size * da
    b += done ? db : size * db
    if (done || size <= 1e-10) break
    reached = next
  }
  const [low, high] = [a - b / 2, a + b / 2]
  return { bottom: logistic(low), top: logistic(high), rise: high >= low ? climb(low, high) : -climb(high, low) }
}

/** Solves the two weighted normal equations for the Newton direction. */
function newtonStep(
  y: readonly number[],
  ranks: readonly number[],
  shares: readonly number[],
  a: number,
  b: number,
): [number, number] {
  const fitted = y.map((_, i) => logistic(a + b * at(ranks, i)))
  const weight = (i: number) => at(shares, i) * at(fitted, i) * (1 - at(fitted, i))
  const error = (i: number) => at(shares, i) * (at(y, i) - at(fitted, i))
  const n = y.length
  const w0 = total(n, weight)
  const centre = total(n, (i) => weight(i) * at(ranks, i)) / w0
  const spread = total(n, (i) => weight(i) * (at(ranks, i) - centre) * (at(ranks, i) - centre))
  const level = total(n, error) / w0
  const db = total(n, (i) => error(i) * (at(ranks, i) - centre)) / spread
  return [level - db * centre, db]
}

function likelihood(
  y: readonly number[],
  ranks: readonly number[],
  shares: readonly number[],
  a: number,
  b: number,
): number {
  return total(y.length, (i) => {
    const eta = a + b * at(ranks, i)
    // y·η − ln(1 + e^η), written so that neither end overflows.
    return at(shares, i) * (at(y, i) * eta - Math.max(eta, 0) - lnOnePlus(portableExp(-Math.abs(eta))))
  })
}

/** π(high) − π(low) = π(high)(1 − π(low))(1 − e^(low − high)), which loses nothing when the curve is nearly flat. */
function climb(low: number, high: number): number {
  return logistic(high) * logistic(-low) * -expMinusOne(low - high)
}

function logistic(eta: number): number {
  const e = portableExp(-Math.abs(eta))
  return eta >= 0 ? 1 / (1 + e) : e / (1 + e)
}

function total(n: number, term: (i: number) => number): number {
  const sum = new CompensatedSum()
  for (let i = 0; i < n; i++) sum.add(term(i))
  return sum.value
}

function at(list: readonly number[], i: number): number {
  return list[i] ?? 0
}
