/** Compensated sums: every sum that feeds a published number goes through here.
 * Idea: each addition's rounding error is recovered exactly (Knuth's TwoSum) and summed apart, so the result is as if
 * summed in twice the precision and then rounded; reordering the addends moves it by at most the last bit.
 * Source: Ogita, Rump, Oishi, "Accurate sum and dot product" (2005), algorithm Sum2; Neumaier (1974) for the idea.
 * Edge policy: an empty sum is 0; NaN and infinities pass through as IEEE arithmetic would have them. O(n). */

/** A running compensated sum for loops that compute their addends: `s.add(x)` … `s.value`. */
export class CompensatedSum {
  #high = 0
  #low = 0

  add(x: number): void {
    const total = this.#high + x
    const carried = total - this.#high
    this.#low += this.#high - (total - carried) + (x - carried)
    this.#high = total
  }

  get value(): number {
    return settle(this.#high, this.#low)
  }
}

/** Σ x. Example: `sum([1e16, 1, -1e16])` is 1, where a bare loop gives 0. */
export function sum(values: ArrayLike<number>): number {
  const n = values.length
  let high = 0
  let low = 0
  for (let i = 0; i < n; i++) {
    const x = values[i]
    const total = high + x
    const carried = total - high
    low += high - (total - carried) + (x - carried)
    high = total
  }
  return settle(high, low)
}

/** Σ w·x. Each product is rounded once, by itself, so that rounding does not depend on the order either.
 * Example: `weightedSum([2, 3], [10, 1])` is 23. */
export function weightedSum(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const n = values.length
  let high = 0
  let low = 0
  for (let i = 0; i < n; i++) {
    const x = values[i] * weights[i]
    const total = high + x
    const carried = total - high
    low += high - (total - carried) + (x - carried)
    high = total
  }
  return settle(high, low)
}

/** Adds the recovered errors. Once the sum itself is infinite or NaN they are meaningless (∞ − ∞) and are left out. */
export function settle(high: number, low: number): number {
  const total = high + low
  return Number.isNaN(total) ? high : total
}
