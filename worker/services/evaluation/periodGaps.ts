/** Who falls short of which target in one period, the worst within its anchor range first. Follows from the snapshot and the framework, so it is
 * computed when read. */
import { gapList } from '../../engine/diagnose/gapList.ts'
import type { EvaluationNode, SnapshotPeriod, TargetGap } from '../../contract/evaluations.ts'

export const MOST_GAPS = 5000

/** Denominators that are the residents themselves, whose number is known. */
const RESIDENTS = new Set(['常住人口', '总人口'])

/** A share of the residents says how many it does not reach; of any other group nobody has told us the size. */
const reachesResidents = ({ scale, denominator }: EvaluationNode): boolean =>
  scale?.kind === 'bounded' && denominator !== null && RESIDENTS.has(denominator)

/** gapShare is the shortfall over the target (1 where the target is 0). */
export function periodGaps(
  areas: readonly { readonly code: string }[],
  nodes: readonly EvaluationNode[],
  data: SnapshotPeriod,
): TargetGap[] {
  const byCode = new Map(nodes.map((node) => [node.code, node]))
  const indicators = nodes.flatMap((node) => {
    const { code, target, direction, floor, effectiveWeight, scale } = node
    if (target === null || direction === null) return []
    return [
      {
        code,
        direction,
        target,
        weight: effectiveWeight,
        ...(floor === null || floor === target ? {} : { floor }),
        ...(reachesResidents(node) && scale?.kind === 'bounded' ? { coverageOf: scale.high - scale.low } : {}),
      },
    ]
  })
  const list = gapList({
    areas: areas.map((a) => a.code),
    indicators,
    values: Object.fromEntries(indicators.map(({ code }) => [code, data.values[code] ?? areas.map(() => null)])),
    population: data.populations,
  })
  return list.map((g) => {
    const node = byCode.get(g.indicator)
    return {
      indicator: g.indicator,
      area: g.area,
      value: g.value,
      target: node?.target ?? g.target,
      targetKind: node?.targetSource?.kind ?? 'estimated',
      gap: g.shortfall,
      gapShare: g.relative ?? 1,
      inRange: g.inRange,
      priority: g.priority,
      people: g.people,
      peopleBasis:
        g.people === null
          ? null
          : node !== undefined && reachesResidents(node)
            ? 'target-population'
            : 'area-population',
    }
  })
}
