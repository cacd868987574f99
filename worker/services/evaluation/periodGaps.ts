/** Who falls short of which target in one period, worst first. Follows from the snapshot and the framework, so it is computed when read. */
import { gapList } from '../../engine/diagnose/gapList.ts'
import type { EvaluationNode, SnapshotPeriod, TargetGap } from '../../routes/evaluations/schema.ts'

export const MOST_GAPS = 5000

/** `people` is the area's population; gapShare is the shortfall over the target (1 where the target is 0). */
export function periodGaps(
  areas: readonly { readonly code: string }[],
  nodes: readonly EvaluationNode[],
  data: SnapshotPeriod,
): TargetGap[] {
  const targeted = nodes.flatMap((n) =>
    n.target === null || n.direction === null ? [] : [{ code: n.code, direction: n.direction, target: n.target }],
  )
  const targets = new Map(targeted.map((t) => [t.code, t.target]))
  const list = gapList({
    areas: areas.map((a) => a.code),
    indicators: targeted,
    values: Object.fromEntries(targeted.map((t) => [t.code, data.values[t.code] ?? areas.map(() => null)])),
    population: data.populations,
  })
  return list.map((g) => ({
    indicator: g.indicator,
    area: g.area,
    value: g.value,
    target: targets.get(g.indicator) ?? g.target,
    gap: g.shortfall,
    gapShare: g.relative ?? 1,
    people: g.people,
  }))
}
