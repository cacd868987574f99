/** The values at given ranks of a column (0 = smallest) without sorting it: quantiles of a column on their own.
 * Idea: scatter the values into ordered buckets by counting, then sort only the buckets that hold a wanted rank.
 * Source: distribution counting, as sortAscending.ts. O(n) unless the values cluster, then O(n log n).
 * Finite values only; every rank in [0, n). Example: `selectRanks(Float64Array.of(5, 1, 3), [0, 2])` is [1, 5]. */
import { firstKeys } from './firstKeys.ts'
import { extremesOf } from './columnTotals.ts'
import type { Extremes } from './unrolledSums.ts'
import { sortAscending } from './sortAscending.ts'

/** One bucket for four values, 256 to 1,024 of them. */
const FEWEST = 256
const MOST = 1024

interface Place {
  readonly bucket: number
  /** The rank among the values of the bucket. */
  readonly rank: number
}

export function selectRanks(x: Float64Array, ranks: readonly number[], extremes: Extremes = extremesOf(x)): number[] {
  const buckets = Math.min(MOST, Math.max(FEWEST, x.length >> 2))
  const keys = firstKeys(x, buckets, extremes)
  const counts = new Uint32Array(buckets)
  for (let i = 0; i < keys.length; i++) counts[keys[i]]++
  const places = ranks.map((rank) => placeOf(rank, counts))
  const slots = new Uint8Array(buckets)
  const wanted: Float64Array[] = []
  for (const { bucket } of places) {
    if (slots[bucket] === 0) slots[bucket] = wanted.push(new Float64Array(counts[bucket]))
  }
  collect(x, keys, slots, wanted)
  const sorted = wanted.map((values) => sortAscending(values).x)
  return places.map(({ bucket, rank }) => (sorted[slots[bucket] - 1] as Float64Array)[rank])
}

function placeOf(rank: number, counts: Uint32Array): Place {
  let bucket = 0
  let below = 0
  while (rank >= below + counts[bucket]) below += counts[bucket++]
  return { bucket, rank: rank - below }
}

/** Fills wanted[slot − 1] with the values whose bucket has that slot. */
function collect(x: Float64Array, keys: Uint16Array, slots: Uint8Array, wanted: readonly Float64Array[]): void {
  const filled = new Uint32Array(wanted.length + 1)
  for (let i = 0; i < keys.length; i++) {
    const slot = slots[keys[i]]
    if (slot === 0) continue
    const values = wanted[slot - 1] as Float64Array
    const at = filled[slot]
    values[at] = x[i]
    filled[slot] = at + 1
  }
}
