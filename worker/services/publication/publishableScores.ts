/** Which area scores may be published without giving away an indicator's value. With public goalposts a normalised value is as good as the
 * raw one, so a node that rests on one indicator stays home; and because a parent is a known mean of its children, so do its published
 * siblings whenever it would be the only unknown left. Decided area by area: a missing value can leave a node with one indicator. */
import type { EvaluationNode } from '../../routes/evaluations/schema.ts'

type Columns = Readonly<Record<string, readonly (number | null)[]>>

export interface Publishable {
  readonly scores: Record<string, (number | null)[]>
  readonly ranks: Record<string, (number | null)[]>
  /** By node: how many areas' scores were kept back. Nodes with none are absent. */
  readonly withheld: Record<string, number>
}

/** `nodes` depth-first, parents before children; columns run along the areas; `normalised` by indicator. O(areas · nodes). */
export function publishableScores(
  nodes: readonly EvaluationNode[],
  scores: Columns,
  ranks: Columns,
  normalised: Columns,
): Publishable {
  const children = new Map<string, EvaluationNode[]>()
  for (const node of nodes)
    if (node.parent !== null) children.set(node.parent, [...(children.get(node.parent) ?? []), node])
  const areaCount = Object.values(scores)[0]?.length ?? 0
  const open = (columns: Columns): Record<string, (number | null)[]> =>
    Object.fromEntries(
      Object.keys(columns).map((code) => [code, Array.from<number | null>({ length: areaCount }).fill(null)]),
    )
  const out: Publishable = { scores: open(scores), ranks: open(ranks), withheld: {} }

  for (let area = 0; area < areaCount; area += 1) {
    const counts = leafCounts(nodes, normalised, area)
    const publish = (node: EvaluationNode): void => {
      const own = out.scores[node.code]
      if (own !== undefined) own[area] = scores[node.code]?.[area] ?? null
      const rank = out.ranks[node.code]
      if (rank !== undefined) rank[area] = ranks[node.code]?.[area] ?? null
      const weighing = (children.get(node.code) ?? []).filter((c) => c.localWeight > 0 && (counts.get(c.code) ?? 0) > 0)
      const shown = weighing.filter((c) => children.has(c.code) && (counts.get(c.code) ?? 0) > 1)
      if (weighing.length - shown.length === 1) return
      for (const child of shown) publish(child)
    }
    for (const root of nodes) if (root.parent === null && (counts.get(root.code) ?? 0) > 1) publish(root)
    for (const code of Object.keys(scores)) {
      if ((scores[code]?.[area] ?? null) !== null && out.scores[code]?.[area] === null)
        out.withheld[code] = (out.withheld[code] ?? 0) + 1
    }
  }
  return out
}

/** How many indicators with a value and a weight stand below each node in this area. */
function leafCounts(nodes: readonly EvaluationNode[], normalised: Columns, area: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = nodes.length - 1; i >= 0; i -= 1) {
    const node = nodes[i]
    if (node === undefined) continue
    const own =
      node.kind === 'indicator'
        ? (normalised[node.code]?.[area] ?? null) === null
          ? 0
          : 1
        : (counts.get(node.code) ?? 0)
    counts.set(node.code, own)
    if (node.parent !== null && node.localWeight > 0) counts.set(node.parent, (counts.get(node.parent) ?? 0) + own)
  }
  return counts
}
