/** Stable bottom-up merge sort of values with their weights, in place: what `sortAscending` falls back on when values
 * cluster too much to be scattered. Without weights order among ties cannot be seen, so the platform's own sort does it.
 * Source: Knuth, TAOCP vol. 3, 5.2.4. O(n log n) time, one extra copy. */
export function mergeSort(x: Float64Array, w: Float64Array | undefined): void {
  if (w === undefined) {
    x.sort()
    return
  }
  const n = x.length
  let from: Pair = { x, w }
  let to: Pair = { x: new Float64Array(n), w: new Float64Array(n) }
  for (let width = 1; width < n; width *= 2) {
    for (let left = 0; left < n; left += 2 * width) {
      merge(from, to, left, Math.min(left + width, n), Math.min(left + 2 * width, n))
    }
    ;[from, to] = [to, from]
  }
  if (from.x === x) return
  x.set(from.x)
  w.set(from.w)
}

interface Pair {
  readonly x: Float64Array
  readonly w: Float64Array
}

function merge(from: Pair, to: Pair, left: number, middle: number, right: number): void {
  let i = left
  let j = middle
  for (let k = left; k < right; k++) {
    const takeLeft = i < middle && (j >= right || from.x[i] <= from.x[j])
    const at = takeLeft ? i++ : j++
    to.x[k] = from.x[at]
    to.w[k] = from.w[at]
  }
}
