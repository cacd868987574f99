/** Two distributions set against each other: E(x − y)⁺ and E(y − x)⁺, the expected excess of one over the other.
 * Idea: E(x − y)⁺ = ∫ F_y (1 − F_x), a sum over the gaps between neighbouring values in which every addend is ≥ 0, so
 * disjoint groups give an overlap of exactly 0 and nothing cancels. One merge of the two sorted columns: O(n + m).
 * The columns must share a unit; the result is in it. */
import type { Sorted } from '../numeric/sortAscending.ts'
import { CompensatedSum, sum } from '../numeric/sum.ts'

export interface PairDifference {
  readonly firstAbove: number
  readonly secondAbove: number
}

export function pairDifference(first: Sorted, second: Sorted): PairDifference {
  const n = first.x.length
  const m = second.x.length
  const allFirst = first.w === undefined ? n : sum(first.w)
  const allSecond = second.w === undefined ? m : sum(second.w)
  const firstAbove = new CompensatedSum()
  const secondAbove = new CompensatedSum()
  const belowFirst = new CompensatedSum()
  const belowSecond = new CompensatedSum()
  let i = 0
  let j = 0
  let previous = 0
  while (i < n || j < m) {
    const takeFirst = j === m || (i < n && (first.x[i] as number) <= (second.x[j] as number))
    const value = (takeFirst ? first.x[i] : second.x[j]) as number
    if (i + j > 0 && value > previous) {
      const shareFirst = i === n ? 1 : belowFirst.value / allFirst
      const shareSecond = j === m ? 1 : belowSecond.value / allSecond
      firstAbove.add((value - previous) * shareSecond * (1 - shareFirst))
      secondAbove.add((value - previous) * shareFirst * (1 - shareSecond))
    }
    previous = value
    if (takeFirst) belowFirst.add(first.w === undefined ? 1 : (first.w[i] as number))
    else belowSecond.add(second.w === undefined ? 1 : (second.w[j] as number))
    if (takeFirst) i++
    else j++
  }
  return { firstAbove: firstAbove.value, secondAbove: secondAbove.value }
}
