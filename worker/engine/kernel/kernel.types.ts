/** What Monte Carlo runs on: a composite made ready once, then run many times without allocating.
 * Nodes are numbered in pre-order (root = 0, a child after its parent), leaves and areas in the order of the request.
 * One prepared composite serves one caller at a time: runs share its scratch. */
import type { TopsisColumns } from '../aggregate/topsisTree.ts'
import type { AggregateScratch, CoveragePolicy } from '../aggregate/aggregation.types.ts'
import type { CellChange, CompositeMethod, Mean, Normalisation, Treatment } from '../composite.types.ts'
import type { ColumnRule } from '../normalise/columnRule.ts'
import type { LeafSpec } from '../tree/indexTree.ts'
import type { TreeIndex } from '../tree/treeIndex.types.ts'
import type { Warning } from '../types.ts'

/** One treatment and normalisation of the same data; matrices are leaf-major (leaf·n + area), NaN = missing. */
export interface Variant {
  readonly normalisation: Normalisation
  /** Scores on the shown scale. */
  readonly matrix: Float64Array
  /** Treated raw values that the scores come from; variants of the same treatment share one array. */
  readonly raw: Float64Array
  /** What geometric and harmonic means raise smaller scores to; NaN when they cannot run on this variant. */
  readonly floor: number
  /** Per leaf, fitted; renormalise refits the ones that look at the sample. */
  readonly rules: readonly ColumnRule[]
  /** What TOPSIS measures distances in; null unless TOPSIS was asked for. */
  readonly topsis: TopsisColumns | null
}

/** What differs from the request; what is left out is as in the request. */
export interface VariantSpec {
  readonly normalisation: Normalisation
  readonly options?: NonNullable<CompositeMethod['normalisationOptions']>
  readonly scale?: number | readonly [number, number]
  readonly treatment?: Treatment
  readonly treatmentOptions?: NonNullable<CompositeMethod['treatmentOptions']>
}

export interface PreparedComposite {
  readonly areas: readonly string[]
  /** Areas, leaves, nodes. */
  readonly n: number
  readonly m: number
  readonly size: number
  readonly tree: TreeIndex
  readonly leaves: readonly LeafSpec[]
  /** Imputed and treated raw values of the request's own treatment. */
  readonly raw: Float64Array
  /** variants[0] is the request's own; more follow the `variants` argument. */
  readonly variants: readonly Variant[]
  /** The request's weight of every node (need not sum to 1 among siblings). */
  readonly weights: Float64Array
  /** Per node: 0 arithmetic, 1 geometric, 2 harmonic, 3 TOPSIS; and the same four everywhere, for runs that choose. */
  readonly plan: Uint8Array
  readonly uniformPlans: Readonly<Record<Mean | 'topsis', Uint8Array>>
  readonly policy: CoveragePolicy
  readonly topsisOn: 'vector' | 'normalised'
  /** Closeness is shown as base + span·closeness. */
  readonly shown: { readonly base: number; readonly span: number }
  readonly scratch: AggregateScratch
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
