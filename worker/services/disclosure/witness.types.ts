/** What the public knows, as facts about unknown cells; see findWitness.ts. */
import type { EqualityFamily, MeasuringScale } from '../../engine/equality/indicatorEquality.ts'

/** One cell's way into a number: a score, an attainment, or the value itself. */
export interface CellMap {
  readonly value: (x: number) => number
  readonly slope: (x: number) => number
  /** Set where the map is base + steep·(x − origin), held between 0 and 100 where `clip`: then it is read without a call. */
  readonly line?: { readonly base: number; readonly steep: number; readonly origin: number; readonly clip: boolean }
}

/** What a fact is about, so that it can be left out of a publication. `source` names the publication; '' is the one being prepared. */
export interface FactTag {
  readonly source: string
  readonly what: 'area-score' | 'area-realization' | 'city-score' | 'city-realization' | 'mean' | 'spread' | 'degree'
  readonly node: string
}

/** Σ coef · map(x) lies in [low, high]. */
export interface SumFact extends FactTag {
  readonly kind: 'sum'
  readonly at: Int32Array
  readonly coef: Float64Array
  readonly maps: readonly CellMap[]
  readonly low: number
  readonly high: number
}

/** The dispersion index I of a column lies in [low, high]. */
export interface SpreadFact extends FactTag {
  readonly kind: 'spread'
  readonly at: Int32Array
  readonly weights: Float64Array | null
  readonly family: EqualityFamily
  readonly scale: MeasuringScale
  readonly low: number
  readonly high: number
}

/** A node's degree: the weighted mean of 100·max(0, 1 − I) over leaves prints as `value`. Followed by keeping every I, checked at the end. */
export interface DegreeFact extends FactTag {
  readonly kind: 'degree'
  readonly of: readonly SpreadFact[]
  readonly weights: readonly number[]
  /** Weight and weighted degrees of leaves that everybody knows. */
  readonly knownWeight: number
  readonly knownSum: number
  readonly value: number
}

export type Fact = SumFact | SpreadFact | DegreeFact

/** The cells of one period. Two publications that hold the same value of a cell share its variable; a corrected value is a second one. */
export interface Cells {
  /** `indicator`, `area` by variable. */
  readonly indicator: readonly string[]
  readonly area: readonly string[]
  readonly value: Float64Array
  /** Raw published: known to everybody. */
  readonly open: Uint8Array
  readonly low: Float64Array
  readonly high: Float64Array
  /** Variables that may change, by indicator. */
  readonly columns: readonly Int32Array[]
  /** Centre and s.d. of the cell's column; the interval that protects it is two s.d. wide. */
  readonly centre: Float64Array
  readonly sd: Float64Array
  /** Columns scored against their own extremes: these cells (by indicator) share them, and some cell must stand at either end. */
  readonly relative: readonly { readonly at: Int32Array; readonly low: number | null; readonly high: number | null }[]
}
