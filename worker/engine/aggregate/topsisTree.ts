/** TOPSIS closeness at every TOPSIS node, over all leaves below it with their weights relative to it, so that the root's
 * score is the classic closeness and a domain's score is the closeness of that domain alone. */
import type { TreeIndex } from '../tree/treeIndex.types.ts'
import { type AggregateScratch, type CoveragePolicy, covers, TOPSIS } from './aggregation.types.ts'

/** One column per leaf (leaf-major), and its best and worst value: ideal and anti-ideal before weighting. */
export interface TopsisColumns {
  readonly matrix: Float64Array
  readonly best: Float64Array
  readonly worst: Float64Array
}

/** Formula: d± = √Σ w²(r − r±)² over the leaves below, closeness = d⁻/(d⁺ + d⁻), shown as base + span·closeness.
 * Source: Hwang and Yoon (1981). Edge policy: missing leaves are left out of both distances if enough weight is there
 * (coverage as in aggregateTree, over leaves); no leaf tells areas apart → closeness 0.5. markAbsent must have run for
 * this `omit` (aggregateTree does). O(depth · leaves · n). Example: the best area on every leaf has closeness 1. */
export function topsisTree(
  tree: TreeIndex,
  columns: TopsisColumns,
  n: number,
  weights: Float64Array,
  plan: Uint8Array,
  base: number,
  span: number,
  policy: CoveragePolicy,
  scratch: AggregateScratch,
  out: Float64Array,
): void {
  for (let v = tree.parent.length - 1; v >= 0; v--) {
    if (tree.leafOf[v] >= 0 || plan[v] !== TOPSIS) continue
    closeness(tree, v, columns, n, relativeWeights(tree, v, weights, scratch), policy, scratch, out)
    for (let i = v * n; i < (v + 1) * n; i++) out[i] = base + span * out[i]
  }
}

/** Fills scratch.relative for the subtree of v (v itself 1) and returns the number after its last node. */
function relativeWeights(tree: TreeIndex, v: number, weights: Float64Array, scratch: AggregateScratch): number {
  const { relative, total, absent } = scratch
  const depth = tree.depth[v]
  let end = v + 1
  while (end < tree.parent.length && tree.depth[end] > depth) end++
  total.fill(0, v, end)
  for (let c = v + 1; c < end; c++) if (absent[c] === 0) total[tree.parent[c]] += weights[c]
  relative[v] = 1
  for (let c = v + 1; c < end; c++) {
    const up = tree.parent[c]
    const sum = total[up]
    relative[c] = absent[c] === 1 || sum === 0 ? 0 : (relative[up] * weights[c]) / sum
  }
  return end
}

function closeness(
  tree: TreeIndex,
  v: number,
  columns: TopsisColumns,
  n: number,
  end: number,
  policy: CoveragePolicy,
  scratch: AggregateScratch,
  out: Float64Array,
): void {
  const { available, nearer, present, relative } = scratch
  const { matrix, best, worst } = columns
  const row = v * n
  out.fill(0, row, row + n)
  available.fill(0)
  nearer.fill(0)
  present.fill(0)
  let total = 0
  let counted = 0
  for (let c = v + 1; c < end; c++) {
    const leaf = tree.leafOf[c]
    const weight = relative[c]
    if (leaf < 0 || weight === 0) continue
    total += weight
    counted++
    const top = best[leaf]
    const bottom = worst[leaf]
    for (let i = 0; i < n; i++) {
      const r = matrix[leaf * n + i]
      if (Number.isNaN(r)) continue
      const toBest = weight * (r - top)
      const toWorst = weight * (r - bottom)
      nearer[i] += toBest * toBest
      out[row + i] += toWorst * toWorst
      available[i] += weight
      present[i]++
    }
  }
  for (let i = 0; i < n; i++) {
    const have = available[i]
    const enough = policy.strict
      ? present[i] === counted && have > 0
      : policy.byCount
        ? have > 0 && covers(present[i], counted, policy.minCoverage)
        : covers(have, total, policy.minCoverage)
    const plus = Math.sqrt(nearer[i])
    const minus = Math.sqrt(out[row + i])
    out[row + i] = !enough ? NaN : plus + minus === 0 ? 0.5 : minus / (plus + minus)
  }
}
