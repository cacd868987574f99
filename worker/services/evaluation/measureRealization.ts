/** 实现度 in one period: weighted attainment of the indicators that have a standard or planned target, by area and for the city, with the
 * share of the weight that they cover. An estimated target attains nothing: nobody has promised it. */
import { columnMean } from './nodeIndices.ts'
import { Column } from '../../engine/numeric/column.ts'
import { attainment } from '../../engine/realization/attainment.ts'
import { rollUp } from '../../engine/tree/rollUp.ts'
import type { EvaluationNode, RealizationColumns, SnapshotPeriod } from '../../contract/evaluations.ts'

/** Is it bound by a document? */
export const isBinding = ({ targetSource }: EvaluationNode): boolean =>
  targetSource !== null && (targetSource.kind === 'standard' || targetSource.kind === 'plan')

/** Nodes with children, and indicators with a binding target. `weights`: populations, or null for areas alike. */
export function measureRealization(
  data: SnapshotPeriod,
  nodes: readonly EvaluationNode[],
  weights: Float64Array | null,
  minCoverage: number,
): Record<string, RealizationColumns> {
  const n = data.populations.length
  const columns = new Map<string, Float64Array>()
  for (const node of nodes) {
    const { code, target, direction } = node
    if (target === null || direction === null || !isBinding(node)) continue
    const values = data.values[code] ?? []
    columns.set(
      code,
      Float64Array.from(values, (x) => 100 * attainment(x ?? Number.NaN, target, direction)),
    )
  }
  const flat = nodes.map(({ code, parent, effectiveWeight }) => ({ code, parent, weight: effectiveWeight }))
  const rolled = rollUp(flat, columns, n, minCoverage)
  const out: Record<string, RealizationColumns> = {}
  for (const { code, kind } of nodes) {
    const found = rolled.get(code)
    if (found === undefined || (kind === 'indicator' && !columns.has(code))) continue
    out[code] = {
      areas: Array.from(found.value, (x) => (Number.isNaN(x) ? null : x)),
      coverage: Array.from(found.coverage),
      city: columnMean(new Column(found.value, weights ?? undefined)),
      cityCoverage: columnMean(new Column(found.coverage, weights ?? undefined)) ?? 0,
    }
  }
  return out
}
