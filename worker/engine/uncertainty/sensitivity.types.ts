/** Request and answer of the sensitivity analysis: a composite request plus what to question, and how often. */
import type { Aggregation, CompositeMethod, CompositeRequest, Normalisation, Treatment } from '../composite.types.ts'
import type { Warning } from '../types.ts'

/** In the order in which drivers are listed. */
export const choices = ['weights', 'treatment', 'normalisation', 'aggregation', 'leaveOneOut', 'noise'] as const
export type Choice = (typeof choices)[number]

export interface NormalisationAlternative {
  readonly normalisation: Normalisation
  /** In place of the request's `normalisationOptions` and `scale`. */
  readonly options?: NonNullable<CompositeMethod['normalisationOptions']>
  readonly scale?: number | readonly [number, number]
}

export interface TreatmentAlternative {
  readonly treatment: Treatment
  readonly options?: NonNullable<CompositeMethod['treatmentOptions']>
}

/** Alternatives are exactly the ones a run draws from, each equally often: list the nominal one too if it should be. */
export interface Perturbation {
  /** `range`: each weight × (1 + range·u), u uniform on [−1, 1), then shared among siblings again; 0 < range ≤ 1.
   * `dirichlet`: siblings' shares are Dirichlet with mean the nominal shares; the larger the concentration c, the closer
   * (parameters c·K·share for K siblings with weight: c = 1 over equal weights is uniform over all weightings). */
  readonly weights?: { readonly range: number } | { readonly dirichlet: number }
  readonly treatment?: readonly (Treatment | TreatmentAlternative)[]
  readonly normalisation?: readonly (Normalisation | NormalisationAlternative)[]
  readonly aggregation?: readonly Aggregation[]
  /** Every run leaves out one indicator, each equally often; its siblings share its weight. */
  readonly leaveOneOut?: boolean
  /** Error in the treated data. `range`: each value × (1 + range·u), u uniform on [−1, 1). `sd`: each value + sd·s·N(0, 1)
   * with s the indicator's sample s.d.; an indicator without negative values gets none. */
  readonly noise?: { readonly range: number } | { readonly sd: number }
}

export interface SensitivityRequest extends CompositeRequest {
  readonly seed: number
  /** Replicates behind the rank distributions, 1 to 100,000. */
  readonly runs: number
  readonly perturb: Perturbation
  /** The k of `topShare` (3). */
  readonly topK?: number
  /** Rows of the Sobol design: min(runs, 512) unless told; they cost (choices + 1) further runs each. 0 leaves drivers out. */
  readonly driverRuns?: number
}

export interface AreaRanks {
  readonly area: string
  /** null: the nominal index has no score for the area. */
  readonly nominal: number | null
  readonly median: number | null
  readonly p05: number | null
  readonly p95: number | null
  /** Share of the runs that ranked the area in which it was among the first k. */
  readonly topShare: number | null
  readonly missingShare: number
}

export interface Driver {
  readonly choice: Choice
  readonly firstOrder: number | null
  readonly total: number | null
  /** 5–95 % of 1,000 seeded bootstrap resamples. */
  readonly firstOrderInterval: readonly [number, number] | null
  readonly totalInterval: readonly [number, number] | null
  readonly reason?: 'too-few-runs' | 'constant'
}

export interface Spread {
  readonly median: number
  readonly p05: number
  readonly p95: number
}

export interface SensitivityResult {
  readonly ranks: readonly AreaRanks[]
  readonly drivers: readonly Driver[]
  /** Mean absolute rank shift of a run from the nominal ranking: the output that the drivers explain. */
  readonly shift: Spread
  /** Spearman's rank correlation of a run with the nominal ranking; null when no run has one. */
  readonly correlation: Spread | null
  readonly seed: number
  readonly runs: number
  readonly topK: number
  readonly driverRuns: number
  /** Runs of the composite in all. */
  readonly evaluations: number
  readonly warnings: readonly Warning[]
}

export interface Progress {
  readonly done: number
  readonly total: number
}
