/** Directed min-max to [0, 1], the column that every data-driven weight starts from. */
import { columnRule } from '../normalise/columnRule.ts'
import { fitRule } from '../normalise/fitRule.ts'
import { normaliseColumn } from '../normalise/normaliseColumn.ts'

/** Formula: benefit (x − min)/(max − min), cost mirrored. Source: docs/methods.md §2 (`entropy`, `critic`).
 * Edge policy: NaN stays NaN; a constant column is 0.5. O(n). Example: a cost column 1, 3 becomes 1, 0. */
export function unitColumn(x: Float64Array, sign: -1 | 1): Float64Array {
  const rule = columnRule({ code: '', sign }, 'minmax', {}, 'sample', 1, 0)
  fitRule(rule, x, 0, x.length)
  const out = new Float64Array(x.length)
  normaliseColumn(rule, x, out, 0, x.length)
  return out
}
