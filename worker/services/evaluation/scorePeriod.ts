/** One period of a run: the city's own scores, equality and realization, the indices of every node and indicator, and the decompositions of root, domains and indicators. */
import { Column } from '../../engine/numeric/column.ts'
import { decomposeColumn, type Attribute } from './decomposeColumns.ts'
import { measureEquality } from './measureEquality.ts'
import { measureRealization } from './measureRealization.ts'
import { columnMean, nodeIndices } from './nodeIndices.ts'
import type { CompositeScores } from '../../engine/composite.types.ts'
import type { Values } from '../../engine/types.ts'
import type { EqualityConvention, EvaluationNode, SnapshotPeriod } from '../../contract/evaluations.ts'
import type { MethodOptions } from '../../contract/frameworks.ts'
import type { StoredPeriod } from './results.types.ts'

const mutable = (columns: CompositeScores['scores']): Record<string, (number | null)[]> =>
  columns as Record<string, (number | null)[]>

export function scorePeriod(
  data: SnapshotPeriod,
  scored: CompositeScores,
  nodes: readonly EvaluationNode[],
  weights: Float64Array | null,
  attributes: readonly Attribute[],
  convention: EqualityConvention,
  method: MethodOptions,
): StoredPeriod {
  const cityScores: StoredPeriod['cityScores'] = {}
  const indices: StoredPeriod['indices'] = {}
  const decompositions: StoredPeriod['decompositions'] = []
  for (const { code, kind } of nodes) {
    const isIndicator = kind === 'indicator'
    const scores = (isIndicator ? scored.normalised[code] : scored.scores[code]) ?? []
    const scored64 = typed(scores)
    const column = isIndicator ? typed(data.values[code] ?? []) : scored64
    cityScores[code] = columnMean(new Column(scored64, weights ?? undefined))
    indices[code] = nodeIndices(column, weights)
    if (isIndicator || kind === 'root' || kind === 'domain')
      for (const attribute of attributes) decompositions.push(decomposeColumn(code, column, weights, attribute))
  }
  return {
    period: data.period,
    normalised: mutable(scored.normalised),
    scores: mutable(scored.scores),
    ranks: mutable(scored.ranks),
    cityScores,
    indices,
    equality: measureEquality(data, nodes, convention, weights, method.minCoverage),
    realization: measureRealization(data, nodes, weights, method.realizationCoverage),
    decompositions,
  }
}

/** Doubles with NaN for missing: the engine takes them as they are, once for all indices of a column. */
function typed(values: Values): Float64Array {
  const column = new Float64Array(values.length)
  for (let i = 0; i < values.length; i += 1) column[i] = values[i] ?? Number.NaN
  return column
}
