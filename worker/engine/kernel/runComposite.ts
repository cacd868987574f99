/** One run over a prepared composite: weights, normalisation variant, aggregation and an omitted leaf as chosen. */
import { TOPSIS } from '../aggregate/aggregation.types.ts'
import { aggregateTree } from '../aggregate/aggregateTree.ts'
import { topsisTree } from '../aggregate/topsisTree.ts'
import { EngineInputError } from '../types.ts'
import type { PreparedComposite, RunChoices, Variant } from './kernel.types.ts'

/** Writes out[node·n + area] for every node with children (the root is node 0); leaf rows are left alone, NaN = missing.
 * Returns how many scores a geometric or harmonic mean had to floor. Allocates nothing.
 * Edge policy: an aggregation that the variant cannot take throws EngineInputError; siblings whose weights are all 0 leave
 * their parent missing. O(nodes · n).
 * Example: `runComposite(p, { weights: p.weights, variant: 0, aggregation: null, omit: -1 }, out)` repeats the request. */
export function runComposite(prepared: PreparedComposite, choices: RunChoices, out: Float64Array): number {
  const { tree, n, policy, scratch, shown } = prepared
  const { aggregation, weights, omit } = choices
  const variant = prepared.variants[choices.variant]
  if (variant === undefined) throw refusal('choices.variant', 'unknown-variant', 'there is no such variant')
  const plan = aggregation === null ? prepared.plan : prepared.uniformPlans[aggregation]
  requireRunnable(plan, variant)
  const floored = aggregateTree(tree, variant.matrix, n, weights, plan, variant.floor, policy, omit, scratch, out)
  if (plan[0] === TOPSIS && variant.topsis !== null)
    topsisTree(tree, variant.topsis, n, weights, plan, shown.base, shown.span, policy, scratch, out)
  return floored
}

function requireRunnable(plan: Uint8Array, variant: Variant): void {
  if (plan[0] === TOPSIS) {
    if (variant.topsis === null)
      throw refusal(
        'choices.aggregation',
        'missing-direction',
        'TOPSIS on raw values needs the direction of every indicator',
      )
    return
  }
  if (Number.isNaN(variant.floor) && plan.some((mean) => mean !== 0))
    throw refusal(
      'choices.aggregation',
      'needs-positive-scores',
      `geometric and harmonic means cannot take ${variant.normalisation} scores`,
    )
}

function refusal(path: string, code: string, message: string): EngineInputError {
  return new EngineInputError([{ path, code, message }])
}
