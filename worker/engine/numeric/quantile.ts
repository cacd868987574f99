/** Quantiles of a column. Without weights type 7 (linear between the order statistics at (n − 1)q, as R, numpy and Excel
 * default to); with weights type 1, the inverse of the weighted distribution: the smallest value whose cumulative weight
 * reaches the share q, which stays the same when an area is split into equal parts.
 * Source: Hyndman and Fan, "Sample quantiles in statistical packages" (1996).
 * Surprise: a cumulative weight within 1e-12 of the share counts as having reached it, so that rounding decides nothing.
 * O(1) on a column already sorted; a large unsorted one is not sorted for this, only the values at the ranks are found. */
import type { Column } from './column.ts'
import { selectRanks } from './selectRanks.ts'
import type { Sorted } from './sortAscending.ts'

const TOUCH = 1e-12
/** 0.1 × 70 is 7.000000000000001: a position this close to an area is that area. */
const SNAP = 1e-9
/** A column shorter than this is sorted as quickly as searched. */
const SORT_UP_TO = 512

/** In the column's own unit; at least one value, each q in [0, 1]. Example: [1, 2, 3, 4] at 0.25 gives 1.75. */
export function quantiles(column: Column, shares: readonly number[]): number[] {
  if (column.w !== undefined) return shares.map((q) => inverse(column.sorted, q))
  const positions = shares.map((q) => positionOf(column.x.length, q))
  const ranks = positions.flatMap((at) => [Math.floor(at), Math.ceil(at)])
  const values =
    column.isSorted || column.x.length <= SORT_UP_TO
      ? ranks.map((rank) => column.sorted.x[rank])
      : selectRanks(column.x, ranks, column)
  return positions.map((at, i) => {
    const low = values[2 * i]
    const high = values[2 * i + 1]
    return low + (high - low) * (at - Math.floor(at))
  })
}

function positionOf(n: number, q: number): number {
  const at = (n - 1) * q
  const rounded = Math.round(at)
  return Math.abs(at - rounded) < SNAP ? rounded : at
}

function inverse({ x, w }: Sorted, q: number): number {
  const weights = w ?? x.map(() => 1)
  let all = 0
  for (let i = 0; i < weights.length; i++) all += weights[i]
  const share = q * all - TOUCH * all
  let reached = 0
  for (let i = 0; i < x.length; i++) {
    reached += weights[i]
    if (reached >= share) return x[i]
  }
  return x[x.length - 1]
}
