/** Raw node weights → shares among siblings, and effective weights down each path. */
import type { TreeIndex } from './treeIndex.types.ts'

/** Idea: local_c = w_c/Σ_siblings w. Formula: effective_c = effective_parent · local_c, root 1, so every level that
 * covers the tree sums to 1. Source: OECD/JRC Handbook step 6; COINr's `get_eff_weights`.
 * Edge policy: siblings whose weights are all 0 get 0 shares (a request's own zeros are refused before). O(nodes).
 * Example: weights 1 and 3 under the root give local shares 0.25 and 0.75. */
export function shareWeights(
  tree: TreeIndex,
  weights: ArrayLike<number>,
): { local: Float64Array; effective: Float64Array } {
  const size = tree.parent.length
  const total = new Float64Array(size)
  for (let v = 1; v < size; v++) total[tree.parent[v]] += weights[v]
  const local = new Float64Array(size)
  const effective = new Float64Array(size)
  local[0] = 1
  effective[0] = 1
  for (let v = 1; v < size; v++) {
    const up = tree.parent[v]
    const sum = total[up]
    local[v] = sum > 0 ? weights[v] / sum : 0
    effective[v] = effective[up] * local[v]
  }
  return { local, effective }
}
