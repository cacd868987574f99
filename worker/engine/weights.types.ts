/** Requests and answers of computeWeights. Imported by everybody through composite.types.ts. */
import type { Direction, Values, Warning } from './types.ts'

export type DataWeighting = 'entropy' | 'critic' | 'pca' | 'scatter'

/** Judgements a_ij of item i over item j: positive, a_ji = 1/a_ij, ones on the diagonal. */
export interface AhpRequest {
  readonly method: 'ahp'
  readonly matrix: readonly (readonly number[])[]
}

/** Columns by indicator over areas, or one column per period when pooled. */
export interface DataWeightsRequest {
  readonly method: DataWeighting
  readonly values: Readonly<Record<string, Values | readonly Values[]>>
  readonly directions: Readonly<Record<string, Direction>>
  readonly options?: {
    readonly shift?: number
    readonly absolute?: boolean
    /** Entropy of the raw columns, direction ignored (x ≥ 0). */
    readonly raw?: boolean
    /** Scatter: the columns are scores in [0, 1] already. */
    readonly normalised?: boolean
  }
}

/** rounds[r][expert][item]: scores ≥ 0, every expert over every item. */
export interface DelphiRequest {
  readonly method: 'delphi'
  readonly rounds: readonly (readonly (readonly number[])[])[]
  /** false: Kendall's W without the correction for ties. */
  readonly tieCorrected?: boolean
}

export interface CombinedRequest {
  readonly method: 'combined'
  readonly weights: readonly [Readonly<Record<string, number>>, Readonly<Record<string, number>>]
  readonly rule: 'multiplicative' | 'convex'
  readonly alpha?: number
}

export type WeightsRequest = AhpRequest | DataWeightsRequest | DelphiRequest | CombinedRequest

export interface AhpResult {
  readonly weights: readonly number[]
  readonly lambdaMax: number
  readonly ci: number
  /** null when the matrix is larger than Saaty's table of random indices (15). */
  readonly cr: number | null
  /** CR ≤ 0.1. */
  readonly consistent: boolean
  /** The judgement that departs most from the weights' own ratio; null when every judgement agrees. */
  readonly worst: {
    readonly row: number
    readonly column: number
    readonly value: number
    /** w_row/w_column after the other judgements alone have been heard, on Saaty's scale 1/9…9. */
    readonly suggested: number
    /** CR with the suggestion in place of the judgement. */
    readonly crAfter: number | null
  } | null
}

export interface DataWeightsResult {
  readonly weights: Readonly<Record<string, number>>
  readonly detail: {
    /** Entropy: e of each indicator. */
    readonly entropy?: Readonly<Record<string, number>>
    /** CRITIC: information s_j Σ(1 − r_jk). */
    readonly information?: Readonly<Record<string, number>>
    /** PCA: unit first eigenvector with positive sum. */
    readonly loading?: Readonly<Record<string, number>>
    /** PCA, scatter: largest eigenvalue; PCA: its share of the variance. */
    readonly eigenvalue?: number
    readonly explained?: number
  }
  readonly warnings: readonly Warning[]
}

export interface KendallResult {
  /** null when no expert distinguishes any item. */
  readonly kendallW: number | null
  readonly chi2: number | null
  readonly df: number
  readonly p: number | null
}

export interface DelphiRound extends KendallResult {
  /** Mean score of each item. */
  readonly mean: readonly number[]
  /** Sample s.d. over mean; null when the mean is 0 or there is one expert. */
  readonly cv: readonly (number | null)[]
}

/** The last round decides; `rounds` shows how opinions drew together. */
export interface DelphiResult extends DelphiRound {
  readonly weights: readonly number[]
  readonly rounds: readonly DelphiRound[]
}

export interface CombinedResult {
  readonly weights: Readonly<Record<string, number>>
}

/** What each method of computeWeights answers. */
export type WeightsResult<R extends WeightsRequest = WeightsRequest> = R extends AhpRequest
  ? AhpResult
  : R extends DelphiRequest
    ? DelphiResult
    : R extends CombinedRequest
      ? CombinedResult
      : DataWeightsResult
