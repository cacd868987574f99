/** The stored indices of one column (an indicator's raw values, or a node's scores), unweighted and weighted. All of them come from the engine. */
import { atkinson } from '../../engine/indices/atkinson.ts'
import { cv } from '../../engine/indices/cv.ts'
import { gini } from '../../engine/indices/gini.ts'
import { hoover } from '../../engine/indices/hoover.ts'
import { range } from '../../engine/indices/range.ts'
import { ratioMaxMin } from '../../engine/indices/ratioMaxMin.ts'
import { relativeRange } from '../../engine/indices/relativeRange.ts'
import { theilL } from '../../engine/indices/theilL.ts'
import { theilT } from '../../engine/indices/theilT.ts'
import { Column } from '../../engine/numeric/column.ts'
import { STORED_INDICES, type NodeIndices } from '../../contract/evaluations.ts'
import type { Measure, Values, Weights } from '../../engine/types.ts'

type Key = (typeof STORED_INDICES)[number]
const INDEX: Readonly<Record<Key, (column: Column) => Measure>> = {
  cv,
  gini,
  theilT,
  theilL,
  atkinson,
  hoover,
  ratioMaxMin,
  range,
  relativeRange,
}

/** `weights` null = the period lacks a population somewhere. */
export function nodeIndices(values: Values, weights: Weights | null): NodeIndices {
  const plain = new Column(values)
  const weighing = weights === null ? null : new Column(values, weights)
  return {
    n: plain.n,
    missing: plain.missing,
    mean: columnMean(weighing ?? plain),
    unweighted: measure(plain),
    weighted: weighing === null ? null : measure(weighing),
  }
}

/** The mean of a column, weighted when it is; null when nothing carries weight. */
export function columnMean(column: Column): number | null {
  return column.x.length === 0 ? null : column.meanValue
}

/** The basis people read first: weighted where there are populations. */
export const primary = (indices: NodeIndices): NodeIndices['unweighted'] => indices.weighted ?? indices.unweighted

function measure(column: Column): Record<string, Measure> {
  const out: Record<string, Measure> = {}
  for (const key of STORED_INDICES) out[key] = INDEX[key](column)
  return out
}
