/**
 * Perturbed weights for every node, drawn in the order of the nodes' codes so that listing siblings otherwise, or adding
 * areas, changes no draw.
 *
 * Formulas: range: w·(1 + range·(2u − 1)); Dirichlet: independent gamma(c·K·share) draws, whose shares among siblings are
 * Dirichlet. Source: COINr `get_noisy_weights` (range); Devroye 1986 ch. XI (Dirichlet by gammas).
 * Edge policy: a weight of 0 stays 0; the root's weight means nothing. Complexity: O(nodes) a draw, no allocation.
 *
 * @example weightDrawer(prepared, { range: 0.25 })(random, out)
 */
import type { PreparedComposite } from '../kernel/kernel.types.ts'
import { gammaDeviate } from '../numeric/deviates.ts'
import type { RandomStream } from '../numeric/random.ts'
import { sum } from '../numeric/sum.ts'
import { byCode } from './byCode.ts'
import type { Perturbation } from './sensitivity.types.ts'

export type WeightDrawer = (random: RandomStream, out: Float64Array) => void

export function weightDrawer(
  { tree, weights, size }: Pick<PreparedComposite, 'tree' | 'weights' | 'size'>,
  how: NonNullable<Perturbation['weights']>,
): WeightDrawer {
  const order = byCode(tree.codes).filter((node) => node !== 0)
  if ('range' in how) {
    return (random, out) => {
      for (const node of order) out[node] = (weights[node] ?? 0) * (1 + how.range * (2 * random.uniform() - 1))
    }
  }
  // Not Map.groupBy, which Node 20 lacks.
  const siblings = new Map<number, number[]>()
  for (const node of order) {
    const parent = tree.parent[node] ?? 0
    const group = siblings.get(parent)
    if (group === undefined) siblings.set(parent, [node])
    else group.push(node)
  }
  const shapes = new Float64Array(size)
  for (const group of siblings.values()) {
    const total = sum(group.map((node) => weights[node] ?? 0))
    const count = group.filter((node) => (weights[node] ?? 0) > 0).length
    for (const node of group) shapes[node] = (how.dirichlet * count * (weights[node] ?? 0)) / total
  }
  return (random, out) => {
    for (const node of order) out[node] = gammaDeviate(random, shapes[node] ?? 0)
  }
}
