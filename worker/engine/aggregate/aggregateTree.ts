/** Scores of every node with children from its children's scores, by weighted means; TOPSIS nodes are left to
 * topsisTree. Column by column over areas, children before parents, no allocation. */
import type { TreeIndex } from '../kernel/kernel.types.ts'
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
 * Σw/Σ(w/x), x raised to `floor` where it is smaller. Source: OECD/JRC Handbook step 6; methods.md §3.
 * `leaves` is leaf-major (leaf·n + area), `out` node-major; leaf rows of `out` are left alone. `omit` = leaf left out or
 * −1. Returns how many child scores were floored. Edge policy: `strict` wants every child of positive weight,
 * `renormalise` enough of them; a missing child is missing one level up as well. O(nodes · n).
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
    if ((tree.leafOf[v] as number) >= 0 || plan[v] === TOPSIS) continue
    floored += aggregateNode(tree, v, leaves, n, weights, plan[v] as number, floor, policy, scratch, out)
  }
  return floored
}

/** Marks the omitted leaf and every parent that it leaves without children. O(nodes). Example: omit −1 marks nothing. */
export function markAbsent(tree: TreeIndex, omit: number, absent: Uint8Array): void {
  absent.fill(0)
  if (omit < 0) return
  let v = tree.nodeOfLeaf[omit] as number
  while (v >= 0) {
    absent[v] = 1
    const up = tree.parent[v] as number
    if (up < 0) return
    for (let k = tree.childStart[up] as number; k < (tree.childStart[up + 1] as number); k++)
      if (absent[tree.children[k] as number] === 0) return
    v = up
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
  const { available, present, absent } = scratch
  const row = v * n
  for (let i = 0; i < n; i++) {
    out[row + i] = 0
    available[i] = 0
    present[i] = 0
  }
  let total = 0
  let counted = 0
  let floored = 0
  for (let k = tree.childStart[v] as number; k < (tree.childStart[v + 1] as number); k++) {
    const child = tree.children[k] as number
    const weight = weights[child] as number
    if (absent[child] === 1 || weight === 0) continue
    total += weight
    counted++
    const leaf = tree.leafOf[child] as number
    const source = leaf >= 0 ? leaves : out
    const start = (leaf >= 0 ? leaf : child) * n
    if (mean === ARITHMETIC) addArithmetic(source, start, n, weight, out, row, available, present)
    else floored += addFloored(source, start, n, weight, mean, floor, out, row, available, present)
  }
  for (let i = 0; i < n; i++) {
    const have = available[i] as number
    const enough = policy.strict
      ? present[i] === counted && have > 0
      : policy.byCount
        ? have > 0 && covers(present[i] as number, counted, policy.minCoverage)
        : covers(have, total, policy.minCoverage)
    const acc = out[row + i] as number
    if (!enough) out[row + i] = NaN
    else if (mean === ARITHMETIC) out[row + i] = acc / have
    else out[row + i] = mean === GEOMETRIC ? portableExp(acc / have) : have / acc
  }
  return floored
}

function addArithmetic(
  source: Float64Array,
  start: number,
  n: number,
  weight: number,
  out: Float64Array,
  row: number,
  available: Float64Array,
  present: Int32Array,
): void {
  for (let i = 0; i < n; i++) {
    const x = source[start + i] as number
    if (Number.isNaN(x)) continue
    out[row + i] = (out[row + i] as number) + weight * x
    available[i] = (available[i] as number) + weight
    present[i] = (present[i] as number) + 1
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
    let x = source[start + i] as number
    if (Number.isNaN(x)) continue
    if (x < floor) {
      x = floor
      floored++
    }
    out[row + i] = (out[row + i] as number) + (mean === HARMONIC ? weight / x : weight * ln(x))
    available[i] = (available[i] as number) + weight
    present[i] = (present[i] as number) + 1
  }
  return floored
}
