/** Carries leaf values up a tree by effective weight: for every node the weighted mean over the leaves below it that have a
 * value, and the share of the weight below it that they make up. Realization and equality degrees of nodes are both this. */
import { covers } from '../aggregate/aggregation.types.ts'

export interface FlatNode {
  readonly code: string
  readonly parent: string | null
  /** Effective weight; only the leaves' are read. */
  readonly weight: number
}

export interface RolledUp {
  /** NaN where less than `minCoverage` of the weight has a value. */
  readonly value: Float64Array
  /** 0 … 1, whatever minCoverage is. */
  readonly coverage: Float64Array
}

/** Formula: value = Σ w v/Σ w over the leaves with a value, coverage = that Σ w over the Σ w of all leaves below, counted over
 * leaves whatever lies between (docs/methods.md §9). `nodes` depth first, parents before children; `columns` by leaf code, one
 * number per area, NaN or no column at all = missing. Edge policy: exactly minCoverage is kept; a node without weight
 * below it has coverage 0; leaves with one and the same value give exactly that value. O(nodes · n).
 * Example: leaves 80 (weight 3) and missing (weight 1) give 80 with coverage 0.75. */
export function rollUp(
  nodes: readonly FlatNode[],
  columns: ReadonlyMap<string, Float64Array>,
  n: number,
  minCoverage: number,
): Map<string, RolledUp> {
  const out = new Map<string, RolledUp>()
  const parents = new Set(nodes.map((node) => node.parent))
  const sums = new Map<string, Sums>()
  for (let k = nodes.length - 1; k >= 0; k--) {
    const node = nodes[k] as FlatNode
    const own = parents.has(node.code)
      ? (sums.get(node.code) ?? emptySums(n))
      : leafSums(columns.get(node.code), n, node.weight)
    out.set(node.code, settled(own, n, parents.has(node.code) ? minCoverage : 0))
    if (node.parent === null) continue
    const above = sums.get(node.parent)
    if (above === undefined)
      sums.set(node.parent, {
        ...own,
        reference: own.reference.slice(),
        weighted: own.weighted.slice(),
        present: own.present.slice(),
      })
    else add(above, own, n)
  }
  return out
}

interface Sums {
  /** Weight of all leaves below. */
  total: number
  /** Per area: some value below (NaN when there is none), Σ w (v − reference), Σ w of those present. */
  readonly reference: Float64Array
  readonly weighted: Float64Array
  readonly present: Float64Array
}

function emptySums(n: number): Sums {
  return {
    total: 0,
    reference: new Float64Array(n).fill(NaN),
    weighted: new Float64Array(n),
    present: new Float64Array(n),
  }
}

function leafSums(column: Float64Array | undefined, n: number, weight: number): Sums {
  const sums = emptySums(n)
  sums.total = weight
  for (let i = 0; i < n; i++) {
    const value = column?.[i] ?? NaN
    sums.reference[i] = value
    if (!Number.isNaN(value)) sums.present[i] = weight
  }
  return sums
}

function add(into: Sums, from: Sums, n: number): void {
  into.total += from.total
  for (let i = 0; i < n; i++) {
    const weight = from.present[i]
    const value = from.reference[i]
    if (Number.isNaN(value)) continue
    if (Number.isNaN(into.reference[i])) into.reference[i] = value
    into.weighted[i] = into.weighted[i] + from.weighted[i] + weight * (value - into.reference[i])
    into.present[i] += weight
  }
}

function settled(sums: Sums, n: number, minCoverage: number): RolledUp {
  const value = new Float64Array(n)
  const coverage = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const present = sums.present[i]
    coverage[i] = sums.total > 0 ? Math.min(1, present / sums.total) : 0
    const reference = sums.reference[i]
    // A leaf of weight 0 keeps its own value, though it counts for nothing above.
    if (minCoverage === 0) value[i] = present > 0 ? reference + sums.weighted[i] / present : reference
    else value[i] = covers(present, sums.total, minCoverage) ? reference + sums.weighted[i] / present : NaN
  }
  return { value, coverage }
}
