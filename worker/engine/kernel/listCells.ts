/** Lists what normalisation did to single cells: scores clipped to the scale, and present values that have no score. */
import type { CellChange } from '../composite.types.ts'
import type { ColumnRule } from '../normalise/columnRule.ts'
import { normaliseColumn } from '../normalise/normaliseColumn.ts'
import type { LeafSpec } from '../tree/indexTree.ts'
import type { Warning } from '../types.ts'
import { cellPlace } from './cellChanges.ts'

export interface Whereabouts {
  readonly period: number
  readonly leaves: readonly LeafSpec[]
  readonly areas: readonly string[]
  readonly names: readonly string[] | null
}

/** Cells that fixed bounds clipped, with the score before (unclipped; null beyond all doubles) and after. O(n).
 * Example: goalposts [0, 10] and the value 12 list 120 → 100. */
export function listClipped(
  rule: ColumnRule,
  raw: Float64Array,
  scores: Float64Array,
  leaf: number,
  n: number,
  where: Whereabouts,
  into: CellChange[],
): void {
  if (!rule.clip) return
  for (let area = 0; area < n; area++) {
    const x = raw[leaf * n + area] as number
    if (!(x < rule.lo || x > rule.hi)) continue
    const open = new Float64Array(1)
    normaliseColumn({ ...rule, clip: false }, Float64Array.of(x), open, 0, 1)
    // Efficacy scores below its floor are still on the scale.
    if ((open[0] as number) >= rule.base + rule.span * rule.lowest && (open[0] as number) <= rule.base + rule.span)
      continue
    into.push({
      ...cellPlace({ period: where.period, leaf, area }, where.leaves, where.areas, where.names),
      before: Number.isNaN(open[0]) ? null : (open[0] as number),
      after: scores[leaf * n + area] as number,
      action: x > rule.hi === rule.sign > 0 ? 'clipped-high' : 'clipped-low',
    })
  }
}

/** Present values whose score is not a finite number (an uncapped cost target at x ≤ 0): missing, with a warning. O(n).
 * Example: deaths 0 against the target 5 with `cap: false` warns `no-score`. */
export function listUnscored(
  raw: Float64Array,
  scores: Float64Array,
  leaf: number,
  n: number,
  where: Whereabouts,
  into: Warning[],
): void {
  for (let area = 0; area < n; area++) {
    const at = leaf * n + area
    const score = scores[at] as number
    if (Number.isFinite(score) || Number.isNaN(raw[at] as number)) continue
    scores[at] = NaN
    const place = cellPlace({ period: where.period, leaf, area }, where.leaves, where.areas, where.names)
    into.push({
      code: 'no-score',
      path: [place.indicator, place.area, place.period].filter((part) => part !== undefined).join('/'),
      message: 'this value has no finite score by the chosen method and counts as missing',
    })
  }
}
