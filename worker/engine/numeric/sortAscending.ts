/** Sorting columns: ascending, stable, weights carried along, the input left as it is.
 * Idea: distribution sort. A monotone map deals the values into about a thousand buckets; each bucket, by then small
 * enough for the cache, is dealt once more by its own minimum and maximum and finished by insertion. A bucket that
 * stays crowded is dealt again, and after a few rounds left to a comparison sort, which bounds the worst case.
 * Source: distribution counting, Knuth, TAOCP vol. 3, 5.2 and 5.2.5. O(n) for data without extreme clusters, else
 * O(n log n); two extra columns. Edge policy: finite numbers only (missing ones are dropped before); −0 and 0 tie.
 * Example: `sortAscending(Float64Array.of(3, 1, 2)).x` → 1, 2, 3. */
import { firstKeys } from './firstKeys.ts'
import { mergeSort } from './mergeSort.ts'

/** A column in ascending order; `w[i]` is the weight that came with `x[i]` (absent = equal weights). */
export interface Sorted {
  readonly x: Float64Array
  readonly w: Float64Array | undefined
}

const INSERTION = 40
const NATIVE = 2000
const FINE = 4096
const MOVES_PER_VALUE = 6
const ROUNDS = 5

/** Two buffers of the same length between which buckets are dealt to and fro. */
interface Lane {
  readonly x: Float64Array
  readonly w: Float64Array | undefined
}

export function sortAscending(x: Float64Array, w?: Float64Array): Sorted {
  const n = x.length
  if (n <= INSERTION) {
    const out: Lane = { x: x.slice(), w: w?.slice() }
    insertionSort(out, 0, n, Infinity)
    return out
  }
  if (w === undefined && n <= NATIVE) return { x: x.slice().sort(), w }
  const out: Lane = { x: new Float64Array(n), w: w && new Float64Array(n) }
  if (n <= FINE) {
    const buckets = 2 ** (32 - Math.clz32(n))
    deal({ x, w }, out, 0, firstKeys(x, buckets), buckets)
    if (!insertionSort(out, 0, n, MOVES_PER_VALUE * n)) mergeSort(out.x, out.w)
    return out
  }
  const lane: Lane = { x: new Float64Array(n), w: w && new Float64Array(n) }
  const counts = new Uint32Array(FINE + 1)
  const buckets = 2 ** Math.min(11, 22 - Math.clz32(n))
  const keys = firstKeys(x, buckets)
  const ends = deal({ x, w }, lane, 0, keys, buckets)
  for (let k = 0, from = 0; k < buckets; k++) {
    const to = ends[k] as number
    sortInto(lane, out, from, to, counts, ROUNDS)
    from = to
  }
  return out
}

/** Sorts `source[from, to)` into `target[from, to)`; `source` is scratch afterwards. */
function sortInto(source: Lane, target: Lane, from: number, to: number, counts: Uint32Array, rounds: number): void {
  const m = to - from
  const x = source.x
  if (m <= INSERTION) {
    copy(source, target, from, to)
    insertionSort(target, from, to, Infinity)
    return
  }
  let min = x[from] as number
  let max = min
  for (let i = from + 1; i < to; i++) {
    const value = x[i] as number
    if (value < min) min = value
    else if (value > max) max = value
  }
  const fine = m <= FINE
  const cells = fine ? m : 1024
  const scale = (cells - 0.5) / (max - min)
  if (!(scale < Infinity) || rounds === 0) {
    copy(source, target, from, to)
    if (max > min) mergeSort(target.x.subarray(from, to), target.w?.subarray(from, to))
    return
  }
  if (fine) {
    dealFine(source, target, from, to, min, scale, cells, counts)
    if (!insertionSort(target, from, to, MOVES_PER_VALUE * m)) mergeSort(target.x.subarray(from, to), target.w?.subarray(from, to))
    return
  }
  const keys = new Uint16Array(m)
  for (let i = 0; i < m; i++) keys[i] = ((x[from + i] as number) - min) * scale
  const ends = deal(source, target, from, keys, cells)
  for (let k = 0, start = from; k < cells; k++) {
    const end = ends[k] as number
    if (end > start) sortInto(target, source, start, end, counts, rounds - 1)
    start = end
  }
  copy(source, target, from, to)
}

/** Deals source[from + i] to the bucket keys[i], keeping the order inside a bucket; returns where each bucket ends. */
function deal(source: Lane, target: Lane, from: number, keys: Uint16Array, buckets: number): Uint32Array {
  const next = new Uint32Array(buckets + 1)
  for (let i = 0; i < keys.length; i++) {
    const key = (keys[i] as number) + 1
    next[key] = (next[key] as number) + 1
  }
  for (let k = 0, total = from; k <= buckets; k++) {
    total += next[k] as number
    next[k] = total
  }
  const { x, w } = source
  const { x: xTo, w: wTo } = target
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number
    const at = next[key] as number
    next[key] = at + 1
    xTo[at] = x[from + i] as number
    if (w !== undefined && wTo !== undefined) wTo[at] = w[from + i] as number
  }
  return next
}

/** The same for a bucket that fits the cache: keys are computed twice instead of stored, counts are reused. */
function dealFine(source: Lane, target: Lane, from: number, to: number, min: number, scale: number, cells: number, counts: Uint32Array): void {
  const { x, w } = source
  const { x: xTo, w: wTo } = target
  counts.fill(0, 0, cells)
  for (let i = from; i < to; i++) {
    const cell = (((x[i] as number) - min) * scale) | 0
    counts[cell] = (counts[cell] as number) + 1
  }
  for (let k = 0, total = from; k < cells; k++) {
    const count = counts[k] as number
    counts[k] = total
    total += count
  }
  for (let i = from; i < to; i++) {
    const value = x[i] as number
    const cell = ((value - min) * scale) | 0
    const at = counts[cell] as number
    counts[cell] = at + 1
    xTo[at] = value
    if (w !== undefined && wTo !== undefined) wTo[at] = w[i] as number
  }
}

function copy(source: Lane, target: Lane, from: number, to: number): void {
  for (let i = from; i < to; i++) target.x[i] = source.x[i] as number
  const { w } = source
  const { w: wTo } = target
  if (w === undefined || wTo === undefined) return
  for (let i = from; i < to; i++) wTo[i] = w[i] as number
}

/** Sorts [from, to) in place; false when that would take more than `budget` moves (it is then left half sorted). */
function insertionSort(lane: Lane, from: number, to: number, budget: number): boolean {
  const { x, w } = lane
  let left = budget
  for (let i = from + 1; i < to; i++) {
    const value = x[i] as number
    let j = i - 1
    if ((x[j] as number) <= value) continue
    const weight = w === undefined ? 0 : (w[i] as number)
    while (j >= from && (x[j] as number) > value) {
      x[j + 1] = x[j] as number
      if (w !== undefined) w[j + 1] = w[j] as number
      j--
    }
    x[j + 1] = value
    if (w !== undefined) w[j + 1] = weight
    left -= i - j
    if (left < 0) return false
  }
  return true
}
