/** Scores of every node with children from its children's scores, by weighted means; TOPSIS nodes are left to
 * topsisTree. Column by column over areas, children before parents, no allocation. */
import type { TreeIndex } from '../tree/treeIndex.types.ts'
import { ln } from '../numeric/ln.ts'
import { portableExp } from '../numeric/portableExp.ts'
import {
  ARITHMETIC,
  type AggregateScratch,
  type CoveragePolicy,
  covers,
  GEOMETRIC,
  HARMONIC,
  TOPSIS,
} from './aggregation.types.ts'

/** Formulas, over the available children with weights w: arithmetic Σwx/Σw; geometric exp(Σw ln x/Σw); harmonic
 * Σw/Σ(w/x), x raised to `floor` where it is smaller. Source: OECD/JRC Handbook step 6; docs/methods.md §3.
 * `leaves` is leaf-major (leaf·n + area), `out` node-major; leaf rows of `out` are left alone. `omit` = leaf left out or
 * −1. Returns how many child scores were floored. Edge policy: `strict` wants every child of positive weight,
 * `renormalise` enough of them; a missing child is missing one level up as well, unless coverage is by leaves: then a
 * node is made of every child that has an observed leaf, and is shown when enough effective weight of leaves is. O(nodes · n).
 * Example: children 1 and 3 with weights 1 and 3 give 2.5, geometric 3^0.75, harmonic 2. */
export function aggregateTree(
  tree: TreeIndex,
  leaves: Float64Array,
  n: number,
  weights: Float64Array,
  plan: Uint8Array,
  floor: number,
  policy: CoveragePolicy,
  omit: number,
  scratch: AggregateScratch,
  out: Float64Array,
): number {
  let floored = 0
  markAbsent(tree, omit, scratch.absent)
  for (let v = tree.parent.length - 1; v >= 0; v--) {
    if (tree.leafOf[v] >= 0 || plan[v] === TOPSIS) continue
    floored += aggregateNode(tree, v, leaves, n, weights, plan[v], floor, policy, scratch, out)
  }
  if (policy.byLeaves) hideUncovered(tree, n, plan, policy, scratch, out)
  return floored
}

/** Marks the omitted leaf and every parent that it leaves without children. O(nodes). Example: omit −1 marks nothing. */
export function markAbsent(tree: TreeIndex, omit: number, absent: Uint8Array): void {
  absent.fill(0)
  if (omit < 0) return
  let v = tree.nodeOfLeaf[omit]
  while (v >= 0) {
    absent[v] = 1
    const up = tree.parent[v]
    if (up < 0) return
    for (let k = tree.childStart[up]; k < tree.childStart[up + 1]; k++) if (absent[tree.children[k]] === 0) return
    v = up
  }
}

/** Only now, when parents have read what they need of nodes that stay hidden themselves. */
function hideUncovered(
  tree: TreeIndex,
  n: number,
  plan: Uint8Array,
  policy: CoveragePolicy,
  { observed }: AggregateScratch,
  out: Float64Array,
): void {
  const least = policy.strict ? 1 : policy.minCoverage
  for (let v = 0; v < tree.parent.length; v++) {
    if (tree.leafOf[v] >= 0 || plan[v] === TOPSIS) continue
    for (let at = v * n; at < (v + 1) * n; at++) if (!covers(observed[at], 1, least)) out[at] = NaN
  }
}

function aggregateNode(
  tree: TreeIndex,
  v: number,
  leaves: Float64Array,
  n: number,
  weights: Float64Array,
  mean: number,
  floor: number,
  policy: CoveragePolicy,
  scratch: AggregateScratch,
  out: Float64Array,
): number {
  const { available, present, absent, observed, lowest, highest } = scratch
  const row = v * n
  if (policy.byLeaves) observed.fill(0, row, row + n)
  for (let i = 0; i < n; i++) {
    out[row + i] = 0
    available[i] = 0
    present[i] = 0
  }
  let total = 0
  let counted = 0
  let floored = 0
  for (let k = tree.childStart[v]; k < tree.childStart[v + 1]; k++) {
    const child = tree.children[k]
    const weight = weights[child]
    if (absent[child] === 1 || weight === 0) continue
    total += weight
    counted++
    const leaf = tree.leafOf[child]
    const source = leaf >= 0 ? leaves : out
    const start = (leaf >= 0 ? leaf : child) * n
    if (policy.byLeaves) addObserved(source, start, n, weight, leaf >= 0 ? -1 : child * n, observed, row)
    if (mean === ARITHMETIC) addArithmetic(source, start, n, weight, out, row, available, present, lowest, highest)
    else floored += addFloored(source, start, n, weight, mean, floor, out, row, available, present)
  }
  for (let i = 0; i < n; i++) {
    const have = available[i]
    if (policy.byLeaves && total > 0) observed[row + i] /= total
    const enough = policy.byLeaves
      ? have > 0
      : policy.strict
        ? present[i] === counted && have > 0
        : policy.byCount
          ? have > 0 && covers(present[i], counted, policy.minCoverage)
          : covers(have, total, policy.minCoverage)
    const acc = out[row + i]
    if (!enough) out[row + i] = NaN
    else if (mean === ARITHMETIC) out[row + i] = Math.min(Math.max(acc / have, lowest[i]), highest[i])
    else out[row + i] = mean === GEOMETRIC ? portableExp(acc / have) : have / acc
  }
  return floored
}

/** A leaf is observed or not (`from` −1); of a node as much as lies below it. */
function addObserved(
  source: Float64Array,
  start: number,
  n: number,
  weight: number,
  from: number,
  observed: Float64Array,
  row: number,
): void {
  for (let i = 0; i < n; i++) {
    const share = from >= 0 ? observed[from + i] : Number.isNaN(source[start + i]) ? 0 : 1
    observed[row + i] += weight * share
  }
}

/** Keeps the extremes too: rounding may not take a mean beyond them, so an area that meets every target has exactly 100. */
function addArithmetic(
  source: Float64Array,
  start: number,
  n: number,
  weight: number,
  out: Float64Array,
  row: number,
  available: Float64Array,
  present: Int32Array,
  lowest: Float64Array,
  highest: Float64Array,
): void {
  for (let i = 0; i < n; i++) {
    const x = source[start + i]
    if (Number.isNaN(x)) continue
    if (present[i] === 0 || x < lowest[i]) lowest[i] = x
    if (present[i] === 0 || x > highest[i]) highest[i] = x
    out[row + i] += weight * x
    available[i] += weight
    present[i]++
  }
}

function addFloored(
  source: Float64Array,
  start: number,
  n: number,
  weight: number,
  mean: number,
  floor: number,
  out: Float64Array,
  row: number,
  available: Float64Array,
  present: Int32Array,
): number {
  let floored = 0
  for (let i = 0; i < n; i++) {
    let x = source[start + i]
    if (Number.isNaN(x)) continue
    if (x < floor) {
      x = floor
      floored++
    }
    out[row + i] += mean === HARMONIC ? weight / x : weight * ln(x)
    available[i] += weight
    present[i]++
  }
  return floored
}
