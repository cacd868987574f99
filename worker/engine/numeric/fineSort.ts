/** Sorts a piece of a column that fits the cache, in place, ascending and stable, weights carried along.
 * Idea: scatter the piece into as many cells as it has values, linearly between its minimum and maximum, then put each value
 * in its place on the way back: cells are in order, so nearly every value goes to the end. A crowded cell is sorted by
 * itself in the same way, and after a few rounds by comparison, which bounds the worst case.
 * Source: distribution counting, Knuth, TAOCP vol. 3, 5.2 and 5.2.5. Finite values only; at most FINE of them. O(m) for
 * data without extreme clusters, else O(m log m). */
import { mergeSort } from './mergeSort.ts'

export const FINE = 4096
/** Up to here insertion alone is quicker. */
const FEW = 24
/** More in one cell than this and insertion would cost too much. */
const CROWD = 24
const ROUNDS = 4

/** Room for one piece; its contents mean nothing between calls. */
const pieceX = new Float64Array(FINE)
const pieceW = new Float64Array(FINE)
const counts = new Uint32Array(FINE)

export function fineSort(
  x: Float64Array,
  w: Float64Array | undefined,
  from: number,
  to: number,
  rounds = ROUNDS,
): void {
  const m = to - from
  if (m <= FEW) {
    takeOut(x, w, from, to)
    putBack(x, w, from, 0, m)
    return
  }
  let min = x[from]
  let max = min
  for (let i = from + 1; i < to; i++) {
    const value = x[i]
    min = Math.min(min, value)
    max = Math.max(max, value)
  }
  if (min === max) return
  const scale = (m - 0.5) / (max - min)
  if (!(scale < Infinity) || rounds === 0) {
    mergeSort(x.subarray(from, to), w?.subarray(from, to))
    return
  }
  const fullest = countCells(x, from, to, min, scale)
  if (w === undefined) scatter(x, from, to, min, scale)
  else scatterWeighted(x, w, from, to, min, scale)
  if (fullest <= CROWD) {
    putBack(x, w, from, 0, m)
    return
  }
  sortCrowded(x, w, from, m, rounds)
}

/** First what lies between the crowded cells, while the piece is still there; every round takes it for itself. */
function sortCrowded(x: Float64Array, w: Float64Array | undefined, from: number, m: number, rounds: number): void {
  const crowds: number[] = []
  let done = 0
  for (let cell = 0, start = 0; cell < m; cell++) {
    const end = counts[cell]
    if (end - start > CROWD) {
      putBack(x, w, from, done, start)
      copyBack(x, w, from, start, end)
      crowds.push(start, end)
      done = end
    }
    start = end
  }
  putBack(x, w, from, done, m)
  for (let k = 0; k < crowds.length; k += 2) fineSort(x, w, from + crowds[k], from + crowds[k + 1], rounds - 1)
}

/** Leaves in `counts` where each cell begins; returns how many the fullest holds. */
function countCells(x: Float64Array, from: number, to: number, min: number, scale: number): number {
  const cells = to - from
  counts.fill(0, 0, cells)
  for (let i = from; i < to; i++) {
    const cell = ((x[i] - min) * scale) | 0
    counts[cell]++
  }
  let fullest = 0
  for (let cell = 0, total = 0; cell < cells; cell++) {
    const count = counts[cell]
    counts[cell] = total
    total += count
    fullest = Math.max(fullest, count)
  }
  return fullest
}

/** Scatters x[from, to) into the piece; `counts` then says where each cell ends. */
function scatter(x: Float64Array, from: number, to: number, min: number, scale: number): void {
  for (let i = from; i < to; i++) {
    const value = x[i]
    const cell = ((value - min) * scale) | 0
    const at = counts[cell]
    counts[cell] = at + 1
    pieceX[at] = value
  }
}

function scatterWeighted(x: Float64Array, w: Float64Array, from: number, to: number, min: number, scale: number): void {
  for (let i = from; i < to; i++) {
    const value = x[i]
    const cell = ((value - min) * scale) | 0
    const at = counts[cell]
    counts[cell] = at + 1
    pieceX[at] = value
    pieceW[at] = w[i]
  }
}

function takeOut(x: Float64Array, w: Float64Array | undefined, from: number, to: number): void {
  for (let i = from; i < to; i++) pieceX[i - from] = x[i]
  if (w !== undefined) for (let i = from; i < to; i++) pieceW[i - from] = w[i]
}

function copyBack(x: Float64Array, w: Float64Array | undefined, from: number, start: number, end: number): void {
  for (let i = start; i < end; i++) x[from + i] = pieceX[i]
  if (w !== undefined) for (let i = start; i < end; i++) w[from + i] = pieceW[i]
}

/** Inserts the piece's values [start, end), one after the other, into x[from + start, from + end). */
function putBack(x: Float64Array, w: Float64Array | undefined, from: number, start: number, end: number): void {
  if (w !== undefined) return putBackWeighted(x, w, from, start, end)
  const first = from + start
  for (let i = start; i < end; i++) {
    const value = pieceX[i]
    let at = from + i
    while (at > first && x[at - 1] > value) {
      x[at] = x[at - 1]
      at--
    }
    x[at] = value
  }
}

function putBackWeighted(x: Float64Array, w: Float64Array, from: number, start: number, end: number): void {
  const first = from + start
  for (let i = start; i < end; i++) {
    const value = pieceX[i]
    let at = from + i
    while (at > first && x[at - 1] > value) {
      x[at] = x[at - 1]
      w[at] = w[at - 1]
      at--
    }
    x[at] = value
    w[at] = pieceW[i]
  }
}
