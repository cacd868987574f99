/** The wire words of `POST /api/v1/compute/indices`, as plain types. Field for field the public contract; fields beyond it
 * (`valueShare`, `affluence`, Moran's tests …) only add detail. */
import type { GiniDecomposition } from './decompose/decomposeGini.ts'
import type { TheilDecomposition } from './decompose/decomposeTheil.ts'
import type { IndexKey, IndexOptions, OTHER_INDICES, ParameterKey, ScalarKey } from './indexCatalogue.ts'
import type { Measure, Values } from './types.ts'

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

type OtherKey = keyof typeof OTHER_INDICES
export type IndexResults = { readonly [key in ScalarKey]?: Measure } & {
  readonly [key in ParameterKey]?: ParameterResult
} & { readonly [key in OtherKey]?: ReturnType<(typeof OTHER_INDICES)[key]> }

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
