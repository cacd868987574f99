/** The standard index set of one column or of many (indicators × periods), for evaluation runs: data that were checked
 * when they were entered are not checked again, and each column is prepared and sorted once for all its indices.
 * Every number equals what `computeIndices` gives for the same column alone. O(n log n) per column at worst. */
import type { IndexOptions, ParameterResult, ScalarKey } from './indices.types.ts'
import { Column } from './numeric/column.ts'
import { parameterIndex, SCALAR_INDICES } from './scalarIndices.ts'
import type { Measure } from './types.ts'

export type SummaryIndices = { readonly [key in ScalarKey]: Measure } & {
  readonly ge: ParameterResult
  readonly atkinson: ParameterResult
}

export interface ColumnSummary {
  readonly n: number
  readonly missing: number
  readonly mean: number | null
  readonly indices: SummaryIndices
}

/** NaN in `values` means missing. Example: `summariseColumn(Float64Array.of(1, 3)).indices.gini.value` is 0.25. */
export function summariseColumn(
  values: Float64Array,
  weights?: Float64Array,
  options: IndexOptions = {},
): ColumnSummary {
  const column = new Column(values, weights)
  return {
    n: column.n,
    missing: column.missing,
    mean: column.x.length === 0 ? null : column.meanValue,
    indices: {
      cv: SCALAR_INDICES.cv(column, options),
      gini: SCALAR_INDICES.gini(column, options),
      theilT: SCALAR_INDICES.theilT(column, options),
      theilL: SCALAR_INDICES.theilL(column, options),
      ge: parameterIndex('ge', column, options),
      atkinson: parameterIndex('atkinson', column, options),
      hoover: SCALAR_INDICES.hoover(column, options),
      ratioMaxMin: SCALAR_INDICES.ratioMaxMin(column, options),
      range: SCALAR_INDICES.range(column, options),
      relativeRange: SCALAR_INDICES.relativeRange(column, options),
      p90p10: SCALAR_INDICES.p90p10(column, options),
      palma: SCALAR_INDICES.palma(column, options),
      quintileRatio: SCALAR_INDICES.quintileRatio(column, options),
    },
  }
}

/** All columns over the same areas, hence with the same weights. */
export function summariseColumns(
  columns: readonly Float64Array[],
  weights?: Float64Array,
  options: IndexOptions = {},
): ColumnSummary[] {
  return columns.map((values) => summariseColumn(values, weights, options))
}
