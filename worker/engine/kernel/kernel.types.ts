/** What Monte Carlo runs on: a composite made ready once, then run many times without allocating.
 * Nodes are numbered in pre-order (root = 0, a child after its parent), leaves and areas in the order of the request. */
import type { CellChange, CompositeMethod, Mean, Normalisation } from '../composite.types.ts'
import type { Warning } from '../types.ts'

export interface TreeIndex {
  readonly codes: readonly string[]
  /** −1 for the root. */
  readonly parent: Int32Array
  readonly depth: Int32Array
  /** Children of node v are children[childStart[v]] … children[childStart[v + 1] − 1]. */
  readonly childStart: Int32Array
  readonly children: Int32Array
  /** Leaf number of a node, −1 when it has children. */
  readonly leafOf: Int32Array
  readonly nodeOfLeaf: Int32Array
}

/** One normalisation of the same data: leaf-major matrix u[leaf·n + area] on the shown scale, NaN = missing. */
export interface Variant {
  readonly normalisation: Normalisation
  readonly matrix: Float64Array
  /** What geometric and harmonic means raise smaller scores to; NaN when they cannot run on this variant. */
  readonly floor: number
}

export interface VariantSpec {
  readonly normalisation: Normalisation
  readonly options?: CompositeMethod['normalisationOptions']
  readonly scale?: number | readonly [number, number]
}

export interface PreparedComposite {
  readonly areas: readonly string[]
  /** Areas, leaves, nodes. */
  readonly n: number
  readonly m: number
  readonly size: number
  readonly tree: TreeIndex
  /** Imputed and treated raw values, leaf-major raw[leaf·n + area], NaN = missing. */
  readonly raw: Float64Array
  /** variants[0] is the request's own normalisation; more follow the `variants` argument. */
  readonly variants: readonly Variant[]
  /** The request's weight of every node (need not sum to 1 among siblings). */
  readonly weights: Float64Array
  /** Per node: 0 arithmetic, 1 geometric, 2 harmonic, 3 TOPSIS. */
  readonly plan: Uint8Array
  readonly treated: readonly CellChange[]
  readonly imputed: readonly CellChange[]
  readonly warnings: readonly Warning[]
}

export interface RunChoices {
  /** One non-negative number per node, normalised among siblings as it is used; the root's is ignored. */
  weights: Float64Array
  /** Index into `variants`. */
  variant: number
  /** null: as the request says. */
  aggregation: Mean | 'topsis' | null
  /** Leaf number left out, −1 for none. Its siblings share its weight; a parent left with nothing is left out too. */
  omit: number
}

/** Signatures, each in kernel/<name>.ts:
 *  prepareComposite(request: CompositeRequest, variants?: readonly VariantSpec[]): PreparedComposite
 *  runComposite(prepared, choices, out)   out[node·n + area] for nodes with children; leaf rows are left alone
 *  renormalise(prepared, variant, raw)    overwrites variants[variant].matrix from perturbed raw values
 *  rankInto(scores, offset, n, order, out)  ranks 1…n (0 = missing) with no allocation; `order` is Int32Array(n) scratch */
export type RunComposite = (prepared: PreparedComposite, choices: RunChoices, out: Float64Array) => void
