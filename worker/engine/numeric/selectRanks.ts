/** The values at given ranks of a column (0 = smallest) without sorting it: quantiles of a large column on its own.
 * Idea: deal the values into about a thousand ordered buckets by counting, then sort only the buckets that hold a wanted
 * rank. Source: distribution counting, as sortAscending.ts. O(n) unless the values cluster, then O(n log n).
 * Finite values only; every rank in [0, n). Example: `selectRanks(Float64Array.of(5, 1, 3), [0, 2])` is [1, 5]. */
import { firstKeys } from './firstKeys.ts'

const BUCKETS = 1024

export function selectRanks(x: Float64Array, ranks: readonly number[]): number[] {
  const keys = firstKeys(x, BUCKETS)
  const counts = new Uint32Array(BUCKETS)
  for (let i = 0; i < keys.length; i++) counts[keys[i] as number] = (counts[keys[i] as number] as number) + 1
  const starts = new Uint32Array(BUCKETS)
  for (let k = 1; k < BUCKETS; k++) starts[k] = (starts[k - 1] as number) + (counts[k - 1] as number)
  const wanted = ranks.map((rank) => bucketOf(rank, starts, counts))
  const sorted = new Map([...new Set(wanted)].map((bucket) => [bucket, new Float64Array(counts[bucket] as number)]))
  const taken = new Uint8Array(BUCKETS)
  for (const bucket of sorted.keys()) taken[bucket] = 1
  const filled = new Uint32Array(BUCKETS)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number
    if (taken[key] === 0) continue
    const values = sorted.get(key) as Float64Array
    const at = filled[key] as number
    values[at] = x[i] as number
    filled[key] = at + 1
  }
  for (const values of sorted.values()) values.sort()
  return ranks.map((rank, r) => {
    const bucket = wanted[r] as number
    return (sorted.get(bucket) as Float64Array)[rank - (starts[bucket] as number)] as number
  })
}

function bucketOf(rank: number, starts: Uint32Array, counts: Uint32Array): number {
  let bucket = 0
  while (rank >= (starts[bucket] as number) + (counts[bucket] as number)) bucket++
  return bucket
}
