/** What data-driven weights see of a leaf: its raw values of all periods with a direction. A leaf whose target range stands
 * in for a direction is seen through its scores, of which more is better. */
import type { ColumnRule } from '../normalise/columnRule.ts'
import { normaliseColumn } from '../normalise/normaliseColumn.ts'
import type { LeafSpec } from '../tree/indexTree.ts'
import type { DirectedColumn } from '../weights/dataWeights.ts'
import { gatherLeaf } from './fitPanel.ts'

/** Edge policy: `rules[leaf]` needs no fit for a target range. O(periods · n). Example: a cost leaf has sign −1. */
export function directedColumn(
  leaves: readonly LeafSpec[],
  rules: readonly ColumnRule[],
  raw: Float64Array,
  periods: number,
  n: number,
  leaf: number,
): DirectedColumn {
  const spec = leaves[leaf] as LeafSpec
  const values = gatherLeaf(raw, periods, leaves.length, n, leaf)
  if (spec.sign !== 0) return { code: spec.code, values, sign: spec.sign }
  const scores = new Float64Array(values.length)
  normaliseColumn(rules[leaf] as ColumnRule, values, scores, 0, values.length)
  return { code: spec.code, values: scores, sign: 1 }
}
