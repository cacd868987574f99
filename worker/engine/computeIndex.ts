/** One index of the catalogue for one column, whatever its kind. */
import type { IndexKey, IndexOptions, ParameterKey } from './indexCatalogue.ts'
import { INDICES, isParameterKey, OTHER_INDICES, PARAMETER_INDICES, SCALAR_INDICES } from './indexCatalogue.ts'
import type { IndexResults, IndicesRequest, ParameterResult } from './indices.types.ts'
import type { Column } from './numeric/column.ts'
import type { Measure } from './types.ts'

export function computeIndex(key: IndexKey, column: Column, request: IndicesRequest): IndexResults[IndexKey] {
  if (isOther(key)) return OTHER_INDICES[key](column, request)
  return columnIndex(key, column, request.options ?? {})
}

/** Those that need nothing but the column. */
export type ColumnKey = Exclude<IndexKey, keyof typeof OTHER_INDICES>
export const isColumnKey = (key: IndexKey): key is ColumnKey => !isOther(key)

export function columnIndex(key: ColumnKey, column: Column, options: IndexOptions): ParameterResult {
  return isParameterKey(key) ? parameterIndex(key, column, options) : SCALAR_INDICES[key](column, options)
}

/** The value that an evaluation keeps: every option as it stands unless asked for. */
export function plainIndex(key: ColumnKey, column: Column): Measure {
  return isParameterKey(key)
    ? PARAMETER_INDICES[key](column, INDICES[key].parameter.default)
    : SCALAR_INDICES[key](column, {})
}

/** A measure for one parameter, an object of measures for a list of them. */
function parameterIndex(key: ParameterKey, column: Column, { [key]: asked }: IndexOptions): ParameterResult {
  const one = (parameter: number): Measure => PARAMETER_INDICES[key](column, parameter)
  if (asked === undefined) return one(INDICES[key].parameter.default)
  return typeof asked === 'number'
    ? one(asked)
    : Object.fromEntries(asked.map((parameter) => [String(parameter), one(parameter)]))
}

function isOther(key: IndexKey): key is keyof typeof OTHER_INDICES {
  return Object.hasOwn(OTHER_INDICES, key)
}
