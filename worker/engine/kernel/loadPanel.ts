/** Copies the request's columns into one matrix, [period][leaf][area], with NaN for every missing cell. */
import type { PanelRequest } from '../composite.types.ts'
import type { LeafSpec } from '../tree/indexTree.ts'
import type { Values } from '../types.ts'

/** The request's own arrays are never written to. Expects a checked request. O(cells).
 * Example: `{ I1: [[1, null]] }` becomes 1, NaN. */
export function loadPanel(request: PanelRequest, leaves: readonly LeafSpec[]): Float64Array {
  const n = request.areas.length
  const m = leaves.length
  const raw = new Float64Array(request.periods.length * m * n)
  leaves.forEach(({ code }, leaf) => {
    const columns = request.values[code] as readonly Values[]
    columns.forEach((column, period) => copyColumn(column, raw, (period * m + leaf) * n, n))
  })
  return raw
}

function copyColumn(column: Values, raw: Float64Array, start: number, n: number): void {
  if (column instanceof Float64Array) {
    raw.set(column, start)
    return
  }
  for (let i = 0; i < n; i++) {
    const x = column[i]
    raw[start + i] = x === null || x === undefined ? NaN : x
  }
}
