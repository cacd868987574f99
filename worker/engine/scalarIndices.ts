/** The table key → function for the indices that are one number per column, in the order results are printed. */
import { atkinson } from './indices/atkinson.ts'
import { cv } from './indices/cv.ts'
import { ge } from './indices/ge.ts'
import { gini } from './indices/gini.ts'
import { hoover } from './indices/hoover.ts'
import { p90p10 } from './indices/p90p10.ts'
import { palma } from './indices/palma.ts'
import { quintileRatio } from './indices/quintileRatio.ts'
import { range } from './indices/range.ts'
import { ratioMaxMin } from './indices/ratioMaxMin.ts'
import { relativeRange } from './indices/relativeRange.ts'
import { theilL } from './indices/theilL.ts'
import { theilT } from './indices/theilT.ts'
import type { IndexOptions, ParameterResult, ScalarKey } from './indices.types.ts'
import type { Column } from './numeric/column.ts'
import type { Measure } from './types.ts'

export const SCALAR_INDICES: { readonly [key in ScalarKey]: (column: Column, options: IndexOptions) => Measure } = {
  cv: (column, { sample = false }) => cv(column, undefined, { sample }),
  gini: (column, { unbiased = false }) => gini(column, undefined, { unbiased }),
  theilT: (column) => theilT(column),
  theilL: (column) => theilL(column),
  hoover: (column) => hoover(column),
  ratioMaxMin: (column) => ratioMaxMin(column),
  range: (column) => range(column),
  relativeRange: (column) => relativeRange(column),
  p90p10: (column) => p90p10(column),
  palma: (column) => palma(column),
  quintileRatio: (column) => quintileRatio(column),
}

export const DEFAULT_EPSILON = 0.5
export const DEFAULT_ALPHA = 2

/** A measure for one parameter, an object of measures for a list of them. */
export function parameterIndex(
  key: 'ge' | 'atkinson',
  column: Column,
  { [key]: asked }: IndexOptions,
): ParameterResult {
  const one = (parameter: number): Measure =>
    key === 'ge' ? ge(column, undefined, { alpha: parameter }) : atkinson(column, undefined, { epsilon: parameter })
  if (asked === undefined) return one(key === 'ge' ? DEFAULT_ALPHA : DEFAULT_EPSILON)
  return typeof asked === 'number'
    ? one(asked)
    : Object.fromEntries(asked.map((parameter) => [String(parameter), one(parameter)]))
}
