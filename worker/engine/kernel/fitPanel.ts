/** The rules of all leaves, and what they are fitted to: each period by itself, or all periods together. */
import type { CompositeMethod } from '../composite.types.ts'
import { type ColumnRule, columnRule } from '../normalise/columnRule.ts'
import { fitRule } from '../normalise/fitRule.ts'
import type { LeafSpec } from '../tree/indexTree.ts'

/** All periods of one leaf end to end; a view when there is one period. O(periods · n).
 * Example: two periods 1, 2 and 3, 4 give 1, 2, 3, 4. */
export function gatherLeaf(raw: Float64Array, periods: number, leaves: number, n: number, leaf: number): Float64Array {
  if (periods === 1) return raw.subarray(leaf * n, (leaf + 1) * n)
  const column = new Float64Array(periods * n)
  for (let t = 0; t < periods; t++)
    column.set(raw.subarray((t * leaves + leaf) * n, (t * leaves + leaf + 1) * n), t * n)
  return column
}

/** Makes one rule per leaf and fits those that look at all periods; the others are fitted period by period.
 * `bounds: 'sample'` is by period, anything else by the pooled sample or by fixed bounds. O(cells).
 * Example: `pooled` minmax over 0…1 and 1…4 gets lo 0, hi 4. */
export function fitPanel(
  leaves: readonly LeafSpec[],
  method: Pick<CompositeMethod, 'normalisation' | 'normalisationOptions' | 'bounds' | 'scale'>,
  raw: Float64Array,
  periods: number,
  n: number,
): { readonly rules: readonly ColumnRule[]; readonly byPeriod: boolean } {
  const { normalisation, normalisationOptions = {}, bounds = 'sample', scale = 100 } = method
  const byPeriod = bounds === 'sample' && periods > 1
  const room = byPeriod ? n : periods * n
  const rules = leaves.map((leaf) => columnRule(leaf, normalisation, normalisationOptions, bounds, scale, room))
  if (!byPeriod)
    rules.forEach((rule, leaf) => fitRule(rule, gatherLeaf(raw, periods, leaves.length, n, leaf), 0, periods * n))
  return { rules, byPeriod }
}
