/** Treats every column of every period by itself (an outlier is judged among its own year's areas), in place. */
import type { CellAction, CompositeMethod } from '../composite.types.ts'
import { tukeyClip } from './tukeyClip.ts'
import { winsorise } from './winsorise.ts'

export interface TreatedCell {
  readonly period: number
  readonly leaf: number
  readonly area: number
  readonly before: number
  readonly after: number
  readonly action: CellAction
}

/** Source: docs/methods.md §1; COINr's `Treat.purse` treats period by period too. `raw` is [period][leaf][area].
 * Edge policy: see winsorise and tukeyClip. Every moved cell is listed with its value before. O(cells).
 * Example: treatment `none` lists nothing. */
export function treatPanel(
  raw: Float64Array,
  periods: number,
  leaves: number,
  n: number,
  how: CompositeMethod['treatment'],
  options: NonNullable<CompositeMethod['treatmentOptions']> = {},
): TreatedCell[] {
  const cells: TreatedCell[] = []
  if (how === 'none') return cells
  const original = new Float64Array(n)
  for (let column = 0; column < periods * leaves; column++) {
    const start = column * n
    original.set(raw.subarray(start, start + n))
    const { points } = how === 'winsorise' ? winsorise(raw, start, n, options) : tukeyClip(raw, start, n, options.k)
    for (const { at, high } of points) {
      cells.push({
        period: Math.floor(column / leaves),
        leaf: column % leaves,
        area: at,
        before: original[at],
        after: raw[start + at],
        action: how === 'winsorise' ? (high ? 'winsorised-high' : 'winsorised-low') : high ? 'fence-high' : 'fence-low',
      })
    }
  }
  return cells
}
