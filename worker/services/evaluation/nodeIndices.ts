/** The stored indices of one column (an indicator's raw values, or a node's scores), unweighted and weighted. All of them come from the engine. */
import type { NodeIndices } from '../../contract/evaluations.ts'
import { KEPT_INDICES } from '../../engine/indexCatalogue.ts'
import { plainIndex } from '../../engine/computeIndex.ts'
import { Column } from '../../engine/numeric/column.ts'
import type { Measure, Values, Weights } from '../../engine/types.ts'

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
  for (const key of KEPT_INDICES) out[key] = plainIndex(key, column)
  return out
}
