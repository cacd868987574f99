/** Scores of perturbed data: refits a variant's rules to `raw` and overwrites its matrix, allocating nothing. */
import { normaliseColumn } from '../normalise/normaliseColumn.ts'
import { fitRule } from '../normalise/fitRule.ts'
import type { TopsisFit } from '../aggregate/fitTopsis.ts'
import type { PreparedComposite, Variant } from './kernel.types.ts'
import { refillTopsis } from './topsisColumns.ts'

const fit: TopsisFit = { scale: 1, norm: 1, best: 0, worst: 0 }

/** `raw` is leaf-major like prepared.raw (NaN = missing) and is neither kept nor treated again: noise is put on treated
 * values. Call it with the variant's own `raw` to undo. Fixed bounds and targets stay as they are. O(cells).
 * Example: `renormalise(prepared, 0, noisy); runComposite(prepared, choices, out)`. */
export function renormalise(prepared: PreparedComposite, variant: number, raw: Float64Array): void {
  const { n, leaves, topsisOn } = prepared
  const { rules, matrix, topsis } = prepared.variants[variant] as Variant
  for (let leaf = 0; leaf < rules.length; leaf++) {
    const rule = rules[leaf]
    if (rule === undefined) continue
    fitRule(rule, raw, leaf * n, n)
    normaliseColumn(rule, raw, matrix, leaf * n, n)
  }
  if (topsis !== null) refillTopsis(topsis, leaves, n, topsisOn, topsisOn === 'vector' ? raw : matrix, fit)
}
