/** The standard index set of one column or of many (indicators × periods), for evaluation runs: data that were checked
 * when they were entered are not checked again, and each column is prepared and sorted once for all its indices.
 * Every number equals what `computeIndices` gives for the same column alone. O(n log n) per column at worst. */
import type { IndexOptions } from './indexCatalogue.ts'
import { INDEX_KEYS } from './indexCatalogue.ts'
import type { ColumnKey } from './computeIndex.ts'
import { columnIndex, isColumnKey } from './computeIndex.ts'
import type { ParameterResult } from './indices.types.ts'
import { Column } from './numeric/column.ts'

const COLUMN_KEYS: readonly ColumnKey[] = INDEX_KEYS.filter(isColumnKey)

export interface ColumnSummary {
  readonly n: number
  readonly missing: number
  readonly mean: number | null
  readonly indices: { readonly [key in ColumnKey]: ParameterResult }
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
    indices: summaryOf(column, options),
  }
}

function summaryOf(column: Column, options: IndexOptions): ColumnSummary['indices'] {
  const found: Partial<Record<ColumnKey, ParameterResult>> = {}
  for (const key of COLUMN_KEYS) found[key] = columnIndex(key, column, options)
  // Guarantee: one entry for every key of COLUMN_KEYS.
  return found as ColumnSummary['indices']
}

/** All columns over the same areas, hence with the same weights. */
export function summariseColumns(
  columns: readonly Float64Array[],
  weights?: Float64Array,
  options: IndexOptions = {},
): ColumnSummary[] {
  return columns.map((values) => summariseColumn(values, weights, options))
}
