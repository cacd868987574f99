/** The wire words of `POST /api/v1/compute/indices`, as plain types. Field for field the public contract; fields beyond it
 * (`valueShare`, `affluence`, Moran's tests …) only add detail. */
import type { GiniDecomposition } from './decompose/decomposeGini.ts'
import type { TheilDecomposition } from './decompose/decomposeTheil.ts'
import type { LorenzResult } from './indices/lorenz.ts'
import type { MoranOutcome } from './space/moran.ts'
import type { Measure, Values } from './types.ts'

/** Indices of one column that are a single number whatever the options. */
export type ScalarKey =
  | 'cv'
  | 'gini'
  | 'theilT'
  | 'theilL'
  | 'hoover'
  | 'ratioMaxMin'
  | 'range'
  | 'relativeRange'
  | 'p90p10'
  | 'palma'
  | 'quintileRatio'

export type IndexKey = ScalarKey | 'ge' | 'atkinson' | 'urbanRuralRatio' | 'urbanRuralGap' | 'lorenz' | 'moran'

export interface IndexOptions {
  /** CV with n − 1. */
  readonly sample?: boolean
  /** Gini × n/(n − 1). */
  readonly unbiased?: boolean
  /** ε of Atkinson's index: one number (default 0.5) or several. */
  readonly atkinson?: number | readonly number[]
  /** α of generalised entropy: one number (default 2) or several. */
  readonly ge?: number | readonly number[]
}

export interface IndicesRequest {
  readonly values: Values
  readonly weights?: readonly number[]
  readonly groups?: readonly string[]
  /** Zero-based positions of each area's neighbours. */
  readonly neighbours?: readonly (readonly number[])[]
  readonly indices?: readonly IndexKey[]
  /** Split by group, or not. Absent: with `groups`, when no index is named or one of Theil's is. */
  readonly decompose?: boolean
  readonly options?: IndexOptions
}

/** One parameter asked for: a measure. Several: one measure per parameter, keyed by the number as text ("0.5", "-1"). */
export type ParameterResult = Measure | { readonly [parameter: string]: Measure }

export type IndexResults = { readonly [key in ScalarKey | 'urbanRuralRatio' | 'urbanRuralGap']?: Measure } & {
  readonly ge?: ParameterResult
  readonly atkinson?: ParameterResult
  readonly lorenz?: LorenzResult
  readonly moran?: MoranOutcome
}

export interface IndicesResponse {
  /** Areas with a value, and without one. */
  readonly n: number
  readonly missing: number
  /** Weighted when weights are given; null when no area has value and weight. */
  readonly mean: number | null
  readonly weighted: boolean
  readonly indices: IndexResults
  /** With `groups` only, see `decompose`. Its parts are null, with a reason, outside the index's domain. */
  readonly decomposition?: TheilDecomposition & { readonly gini: GiniDecomposition }
  readonly convention: string
}
