/** Gini coefficient 基尼系数: the expected gap between two people's (areas') values, as a share of twice the mean.
 * Formula: (1/2μ) Σ_i Σ_k p_i p_k |x_i − x_k|, computed over ascending values (numeric/meanDifference.ts);
 * `unbiased: true` multiplies by n/(n − 1), n = areas that carry weight. Source: Gini (1914); R ineq `Gini`; PySAL.
 * Domain: x ≥ 0, μ > 0, else null. O(n log n) at worst. Example: `gini([1, 2, 3])` is 2/9. */
import type { Column } from '../numeric/column.ts'
import { columnOf } from '../numeric/column.ts'
import { halfMeanDifference } from '../numeric/meanDifference.ts'
import { measured, without } from '../numeric/measure.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'

export interface GiniOptions {
  /** Multiply by n/(n − 1), so that one area holding everything gives 1. Default false. */
  readonly unbiased?: boolean
}

export function gini(values: Values | Column, weights?: Weights, options: GiniOptions = {}): Measure {
  const column = columnOf(values, weights)
  const reason = outsideDomain(column, 'non-negative')
  if (reason !== undefined) return without(reason)
  const n = column.x.length
  const correction = options.unbiased === true ? n / (n - 1) : 1
  return measured((halfMeanDifference(column) * correction) / column.mean)
}
