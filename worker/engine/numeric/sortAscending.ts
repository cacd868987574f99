/** Sorting columns: ascending, stable, weights carried along, the input left as it is.
 * Idea: distribution sort. A monotone map (firstKeys.ts) scatters the values into up to 2,048 buckets, each of which then
 * fits the cache and is sorted in place (fineSort.ts). A bucket that stays too large is scattered again, and after a few rounds
 * left to a comparison sort, which bounds the worst case.
 * Source: distribution counting, Knuth, TAOCP vol. 3, 5.2 and 5.2.5. O(n) for data without extreme clusters, else
 * O(n log n); one extra column. Edge policy: finite numbers only (missing ones are dropped before); −0 and 0 tie.
 * Example: `sortAscending(Float64Array.of(3, 1, 2)).x` → 1, 2, 3. */
import { FINE, fineSort } from './fineSort.ts'
import { firstKeys } from './firstKeys.ts'
import { extremesOf } from './columnTotals.ts'
import type { Extremes } from './unrolledSums.ts'
import { mergeSort } from './mergeSort.ts'

/** A column in ascending order; `w[i]` is the weight that came with `x[i]` (absent = equal weights). */
export interface Sorted {
  readonly x: Float64Array
  readonly w: Float64Array | undefined
}

const BUCKETS = 2048
const ROUNDS = 4

/** `extremes`, if the caller knows them, save a pass. */
export function sortAscending(x: Float64Array, w?: Float64Array, extremes?: Extremes): Sorted {
  return sortInRounds(x, w, extremes, ROUNDS)
}

function sortInRounds(
  x: Float64Array,
  w: Float64Array | undefined,
  extremes: Extremes | undefined,
  rounds: number,
): Sorted {
  const n = x.length
  if (n <= FINE || rounds === 0) {
    const out: Sorted = { x: x.slice(), w: w?.slice() }
    if (n <= FINE) fineSort(out.x, out.w, 0, n)
    else mergeSort(out.x, out.w)
    return out
  }
  const buckets = Math.min(BUCKETS, 1 << (22 - Math.clz32(n)))
  const keys = firstKeys(x, buckets, extremes ?? extremesOf(x))
  const ends = endsOfBuckets(keys, buckets)
  const out: Sorted = { x: new Float64Array(n), w: w && new Float64Array(n) }
  if (w === undefined || out.w === undefined) scatter(x, out.x, keys, ends)
  else scatterWeighted(x, w, out.x, out.w, keys, ends)
  for (let bucket = 0, from = 0; bucket < buckets; bucket++) {
    const to = ends[bucket]
    if (to - from <= FINE) fineSort(out.x, out.w, from, to)
    else sortAgain(out, from, to, rounds - 1)
    from = to
  }
  return out
}

function sortAgain({ x, w }: Sorted, from: number, to: number, rounds: number): void {
  const sorted = sortInRounds(x.subarray(from, to), w?.subarray(from, to), undefined, rounds)
  x.set(sorted.x, from)
  if (sorted.w !== undefined) w?.set(sorted.w, from)
}

/** Where each bucket begins; scattering moves every entry on to where the bucket ends. */
function endsOfBuckets(keys: Uint16Array, buckets: number): Uint32Array {
  const next = new Uint32Array(buckets + 1)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] + 1
    next[key]++
  }
  for (let k = 0, total = 0; k <= buckets; k++) {
    total += next[k]
    next[k] = total
  }
  return next
}

/** Scatters x[i] into the bucket keys[i], keeping the order inside a bucket. */
function scatter(x: Float64Array, to: Float64Array, keys: Uint16Array, next: Uint32Array): void {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]
    const at = next[key]
    next[key] = at + 1
    to[at] = x[i]
  }
}

function scatterWeighted(
  x: Float64Array,
  w: Float64Array,
  xTo: Float64Array,
  wTo: Float64Array,
  keys: Uint16Array,
  next: Uint32Array,
): void {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]
    const at = next[key]
    next[key] = at + 1
    xTo[at] = x[i]
    wTo[at] = w[i]
  }
}
