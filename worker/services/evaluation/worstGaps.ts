/** The few gaps a dashboard shows: the worst by weight × shortfall within the anchor range, and no indicator more than twice. */
import type { EvaluationArea, EvaluationNode, TargetGap } from '../../contract/evaluations.ts'
import type { WorstGap } from '../../contract/overview.ts'

const MOST = 8
const MOST_PER_INDICATOR = 2

/** `gaps` in the order of periodGaps. */
export function worstGaps(
  gaps: readonly TargetGap[],
  areas: readonly EvaluationArea[],
  nodes: readonly EvaluationNode[],
): WorstGap[] {
  const area = new Map(areas.map((a) => [a.code, a]))
  const node = new Map(nodes.map((n) => [n.code, n]))
  const worst: WorstGap[] = []
  const used = new Map<string, number>()
  for (const g of gaps) {
    const times = used.get(g.indicator) ?? 0
    const [a, n] = [area.get(g.area), node.get(g.indicator)]
    if (times >= MOST_PER_INDICATOR || a === undefined || n === undefined) continue
    used.set(g.indicator, times + 1)
    worst.push({
      ...g,
      indicatorName: n.name,
      indicatorNameEn: n.nameEn,
      unit: n.unit ?? '',
      targetSource: n.targetSource,
      areaName: a.name,
      areaNameEn: a.nameEn,
    })
    if (worst.length === MOST) break
  }
  return worst
}
