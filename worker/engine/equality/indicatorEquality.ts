/** 均等化程度 of one indicator: how equally its raw values are spread over the areas, on the scale that they really have.
 *
 * Idea: a share between two bounds says the same whether it is told as coverage or as shortfall, so its dispersion is
 * measured against the width of the scale and not against the mean. Formulas: ratio scale: I = s/μ (CV) or μG/μ (Gini), μG half
 * the mean absolute difference; bounded scale [a, b]: I = 2s/(b − a), or 4μG/(b − a); degree D = 100·max(0, 1 − I). s is the
 * population s.d.; `sampleSd` (n − 1) stands beside it when areas weigh the same.
 * Source: docs/methods.md §9; Erreygers (2009) for the bounded forms, both 1 when half of the population stands at either bound.
 * Edge policy: areas without a value or weight are left out; fewer than `fewest` areas, a mean ≤ 0 on a ratio scale, a
 * negative value for Gini, a value outside [a, b]: null with the reason. I > 1 is clipped to degree 0 and says so.
 * O(n), O(n log n) for Gini. Example: 3.91 and 6.36 on a ratio scale: CV 0.2386, degree 76.1. */
import { outsideDomain } from '../indices/domain.ts'
import { Column } from '../numeric/column.ts'
import { meanSquaredDeviation } from '../numeric/deviations.ts'
import { halfMeanDifference } from '../numeric/meanDifference.ts'
import type { Reason, Values, Weights } from '../types.ts'

export type MeasuringScale =
  | { readonly kind: 'ratio' }
  | { readonly kind: 'bounded'; readonly low: number; readonly high: number }

export type EqualityFamily = 'cv' | 'gini'

export interface IndicatorEquality {
  /** Areas with a value and a weight. */
  readonly n: number
  /** In the indicator's unit, weighted when weights are given; null without areas. */
  readonly mean: number | null
  /** Population s.d. in the indicator's unit. */
  readonly sd: number | null
  /** With n − 1; null under weights, where it has no one definition. */
  readonly sampleSd: number | null
  /** μG, in the indicator's unit. */
  readonly meanDifference: number | null
  /** I of the family asked for, before clipping. */
  readonly index: number | null
  /** 0 … 100. */
  readonly degree: number | null
  readonly clipped: boolean
  readonly reason?: Reason
}

export interface EqualityOptions {
  readonly scale: MeasuringScale
  readonly family: EqualityFamily
  readonly weights?: Weights
  /** Areas below which there is no degree (2; what is published needs 3). */
  readonly fewest?: number
}

export function indicatorEquality(values: Values, options: EqualityOptions): IndicatorEquality {
  const { scale, family, weights, fewest = 2 } = options
  const column = new Column(values, weights)
  const n = column.x.length
  const sd = n === 0 ? null : Math.sqrt(meanSquaredDeviation(column)) * column.unit
  const meanDifference = n === 0 ? null : halfMeanDifference(column) * column.unit
  const facts = {
    n,
    mean: n === 0 ? null : column.meanValue,
    sd,
    sampleSd: sd === null || n < 2 || weights !== undefined ? null : sd * Math.sqrt(n / (n - 1)),
    meanDifference,
  }
  const reason = reasonOf(column, scale, family, Math.max(2, fewest))
  if (reason !== undefined || sd === null || meanDifference === null)
    return { ...facts, index: null, degree: null, clipped: false, reason: reason ?? 'too-few-areas' }
  const spread = family === 'cv' ? sd : meanDifference
  const index =
    scale.kind === 'ratio' ? spread / column.meanValue : ((family === 'cv' ? 2 : 4) * spread) / (scale.high - scale.low)
  if (!Number.isFinite(index)) return { ...facts, index: null, degree: null, clipped: false, reason: 'overflow' }
  // Half at either bound is exactly 1; rounding of the square root may not call that clipped.
  const clipped = index > 1 + 1e-12
  return { ...facts, index, degree: 100 * Math.max(0, 1 - index), clipped }
}

function reasonOf(column: Column, scale: MeasuringScale, family: EqualityFamily, fewest: number): Reason | undefined {
  if (column.fault !== undefined) return column.fault
  if (column.x.length < fewest) return 'too-few-areas'
  if (scale.kind === 'ratio') return outsideDomain(column, family === 'cv' ? 'positive-mean' : 'non-negative')
  const slack = 1e-9 * (scale.high - scale.low)
  const outside = column.min * column.unit < scale.low - slack || column.max * column.unit > scale.high + slack
  return outside ? 'outside-scale' : undefined
}
