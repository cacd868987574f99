/**
 * The exact two-sided p of Mann–Kendall's S: the share of all orderings of the observed values, ties kept, whose |S| is
 * at least the observed one.
 *
 * Formula: S = (untied pairs) − 2·(falling pairs); counts from inversionCounts. Source: Mann 1945; Kendall 1975, ch. 4–5;
 * without ties R cor.test(exact = TRUE). Edge policy: exact up to `EXACT_UP_TO` values, beyond it null, and the normal
 * approximation stands. The counts are given only while they are exact integers (≤ 2^53: n ≤ 18 without ties).
 *
 * @example exactTrend([1, 1, 1, 1], 6) // { exactP: 1/12, countAtLeast: 2, total: 24 }
 */
import { inversionCounts } from './inversionCounts.ts'

/** Beyond this the normal approximation is within 0.001 of the exact p, and the exact one costs milliseconds. */
export const EXACT_UP_TO = 50

export interface ExactTrend {
  readonly exactP: number
  readonly countAtLeast: number | null
  readonly total: number | null
}

const NONE = { exactP: null, countAtLeast: null, total: null } as const

export function exactTrend(tieSizes: readonly number[], S: number): ExactTrend | typeof NONE {
  const n = tieSizes.reduce((sum, t) => sum + t, 0)
  if (n > EXACT_UP_TO) return NONE
  const counts = inversionCounts(tieSizes)
  const pairs = counts.length - 1
  let total = 0
  let countAtLeast = 0
  for (const [falling, count] of counts.entries()) {
    total += count
    if (Math.abs(pairs - 2 * falling) >= Math.abs(S)) countAtLeast += count
  }
  const whole = Number.isSafeInteger(total)
  return {
    exactP: countAtLeast / total,
    countAtLeast: whole ? countAtLeast : null,
    total: whole ? total : null,
  }
}
