/** Requests and answers of the composite index: computeComposite, computePanel and computeWeights.
 * Scores, `normalised` and grades share one scale (`method.scale`, 100 unless told otherwise); null means missing. */
import type { Normalisation } from './normalise/catalogue.ts'
import type { FrameworkNode, Values, Warning } from './types.ts'
import type { DataWeighting, WeightsRequest, WeightsResult } from './weights.types.ts'

export type { Normalisation }
export type * from './weights.types.ts'

export type Imputation = 'none' | 'periodMedian' | 'locf'
export type Treatment = 'none' | 'winsorise' | 'tukey'
/** Reference of minmax and efficacy (lo, hi), zscore (mean, s.d.), rank and borda (the areas ranked):
 * each period by itself, all periods together, the framework's goalposts, its anchors (floor and target), or explicit
 * [lo, hi] per indicator. */
export type Bounds = 'sample' | 'pooled' | 'goalposts' | 'anchors' | Readonly<Record<string, readonly [number, number]>>
export type SimpleWeighting = 'equal' | 'given' | DataWeighting
export type Weighting = SimpleWeighting | 'combined'
export type Mean = 'arithmetic' | 'geometric' | 'harmonic'
export type Aggregation = Mean | 'topsis'
export type MissingPolicy = 'renormalise' | 'strict'

/** A different mean for some parents: `byCode` wins over `byDepth` (root = 0), which wins over `default`. */
export interface AggregationPlan {
  readonly default: Mean
  readonly byDepth?: Readonly<Record<string, Mean>>
  readonly byCode?: Readonly<Record<string, Mean>>
}

export interface WeightingOptions {
  /** Entropy: added to u before shares are taken, so that no share is 0 (0 unless told otherwise). */
  readonly shift?: number
  /** PCA: |v|/Σ|v| in place of v². */
  readonly absolute?: boolean
  /** Data weights over all leaves at once (a parent's weight is the sum below it), or only among the leaves of one
   * parent, the rest as given. */
  readonly scope?: 'leaves' | 'siblings'
  /** Combined: which two, by which rule; alpha is the share of the first in the convex rule. */
  readonly of?: readonly [SimpleWeighting, SimpleWeighting]
  readonly rule?: 'multiplicative' | 'convex'
  readonly alpha?: number
}

export interface CompositeMethod {
  readonly imputation?: Imputation
  /** `maxCarry`: periods a value may be carried forward (no limit unless given). */
  readonly imputationOptions?: { readonly maxCarry?: number }
  readonly treatment: Treatment
  /** Winsorising: |skewness| and excess kurtosis thresholds (2, 3.5) and points at most (5). Tukey: fences at k·IQR (1.5). */
  readonly treatmentOptions?: {
    readonly skewness?: number
    readonly kurtosis?: number
    readonly maxPoints?: number
    readonly k?: number
  }
  readonly normalisation: Normalisation
  readonly normalisationOptions?: {
    /** target, distanceToTarget: false keeps over-achievement (true). */
    readonly cap?: boolean
    /** goalposts, anchors and explicit bounds: false keeps what lies outside the shown scale (true). Efficacy goes on below
     * its floor along the same line down to 0. */
    readonly clip?: boolean
    /** rank, borda: what ties share ('average'). */
    readonly ties?: 'average' | 'min'
    /** zscore: mean and s.d. of the result (0, 1); `scale` does not apply to z-scores nor to borda. */
    readonly mean?: number
    readonly sd?: number
    /** efficacy: the score of lo, as a share of the scale (0.6). */
    readonly floor?: number
  }
  readonly bounds?: Bounds
  readonly weighting: Weighting
  readonly weightingOptions?: WeightingOptions
  /** `topsis`: closeness of the leaves below each node, with their weights, so the root's score is the classic one. */
  readonly aggregation: Aggregation | AggregationPlan
  /** What TOPSIS measures distances in: treated raw values by vector norm (Hwang–Yoon), or the normalised scores. */
  readonly topsisOptions?: { readonly on?: 'vector' | 'normalised' }
  readonly missing: MissingPolicy
  /** Share of the weight (see `coverageBy`) that must be available under `renormalise` (2/3; exactly that share is kept). */
  readonly minCoverage?: number
  /** Coverage counts the weight of the children present ('weight'), their number ('count', COINr's), or the effective weight of the
   * observed leaves below the node, whatever happened on the levels between ('leaves', docs/methods.md §9). */
  readonly coverageBy?: 'weight' | 'count' | 'leaves'
  /** u in [0, 1] is shown as scale·u, or lo + (hi − lo)u for [lo, hi] with 0 ≤ lo < hi. 100 unless told otherwise. */
  readonly scale?: number | readonly [number, number]
}

export interface CompositeRequest {
  readonly areas: readonly string[]
  readonly framework: FrameworkNode
  readonly values: Readonly<Record<string, Values>>
  readonly method: CompositeMethod
}

export interface PanelRequest {
  readonly areas: readonly string[]
  readonly periods: readonly string[]
  readonly framework: FrameworkNode
  /** Indexed by period, then by area. */
  readonly values: Readonly<Record<string, readonly Values[]>>
  readonly method: CompositeMethod
}

export type CellAction =
  | 'winsorised-high'
  | 'winsorised-low'
  | 'fence-high'
  | 'fence-low'
  | 'clipped-high'
  | 'clipped-low'
  | 'median'
  | 'carried-forward'

/** One adjusted cell. For `clipped-*` before and after are scores; otherwise they are raw values. */
export interface CellChange {
  readonly indicator: string
  readonly area: string
  readonly period?: string
  readonly before: number | null
  readonly after: number
  readonly action: CellAction
}

export type Column = readonly (number | null)[]

export interface NodeWeight {
  /** Share among its siblings (the root's is 1). */
  readonly local: number
  /** Product of the local shares down its path. */
  readonly effective: number
}

export interface CompositeScores {
  /** By code of every node with children (and of the root). A leaf's score is its `normalised` column. */
  readonly scores: Readonly<Record<string, Column>>
  readonly normalised: Readonly<Record<string, Column>>
  /** By the same codes as `scores`; 1 = highest, ties share the smallest rank, ties judged at 12 significant digits. */
  readonly ranks: Readonly<Record<string, Column>>
}

export interface CompositeTrace {
  readonly weights: Readonly<Record<string, NodeWeight>>
  readonly imputed: readonly CellChange[]
  readonly treated: readonly CellChange[]
  readonly clipped: readonly CellChange[]
  readonly warnings: readonly Warning[]
}

export interface CompositeResult extends CompositeScores, CompositeTrace {}

export interface PanelPeriod extends CompositeScores {
  readonly period: string
}

export interface PanelResult extends CompositeTrace {
  /** Where weights from data came from: all periods together, so that scores can be compared over time. */
  readonly weightsFrom: 'framework' | 'all-periods'
  readonly periods: readonly PanelPeriod[]
}

/** Signatures, each in the file of its name:
 *  computeComposite(request: CompositeRequest): CompositeResult
 *  computePanel(request: PanelRequest): PanelResult
 *  computeWeights<R extends WeightsRequest>(request: R): WeightsResult<R>
 * All throw EngineInputError with the path of every fault in the request. */
export type ComputeComposite = (request: CompositeRequest) => CompositeResult
export type ComputePanel = (request: PanelRequest) => PanelResult
export type ComputeWeights = <R extends WeightsRequest>(request: R) => WeightsResult<R>
