/** The judgement on Saaty's scale nearest to a ratio. */

/** Idea: nearest in ratio, that is in the logarithm. Formula: the k in {1/9 … 1/2, 1, 2 … 9} with the smallest
 * max(k/r, r/k). Source: Saaty (1980). Edge policy: r ≤ 0 or NaN has no nearest and gives NaN. O(1).
 * Example: 2.6 is nearest to 3, 0.12 to 1/8. */
export function nearestJudgement(r: number): number {
  if (!(r > 0)) return NaN
  if (r < 1) return 1 / nearestJudgement(1 / r)
  let best = 1
  for (let k = 2; k <= 9; k++) if (Math.max(k / r, r / k) < Math.max(best / r, r / best)) best = k
  return best
}
