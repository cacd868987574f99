/** The tree as the flat list of nodes that results are keyed by, depth first. */
import { walkTree } from '../framework/body.ts'
import type { NodeWeight } from '../../engine/composite.types.ts'
import type { EvaluationNode } from '../../contract/evaluations.ts'
import type { AnchorSource, IndicatorFacts, TreeNode } from '../../contract/frameworks.ts'

export function flattenNodes(root: TreeNode, weights: Readonly<Record<string, NodeWeight>>): EvaluationNode[] {
  const nodes: EvaluationNode[] = []
  walkTree(root, (node, parent) => {
    const { code, kind, name, nameEn, indicator } = node
    nodes.push({
      code,
      parent: parent?.code ?? null,
      kind,
      name,
      nameEn,
      localWeight: weights[code]?.local ?? 0,
      effectiveWeight: weights[code]?.effective ?? 0,
      unit: indicator?.unit ?? null,
      direction: indicator?.direction ?? null,
      ...anchorsOf(indicator),
      scale: indicator === undefined ? null : (indicator.scale ?? { kind: 'ratio' }),
      denominator: indicator?.denominator ?? null,
      caution: indicator?.caution ?? null,
      breaks: indicator?.breaks ?? [],
      estimatedShare: indicator === undefined || !allEstimated(indicator) ? 0 : 1,
    })
  })
  return withEstimatedShares(nodes)
}

/** A source that nobody gave is nobody's standard. */
const UNKNOWN: AnchorSource = { kind: 'estimated', document: '', year: null }

function anchorsOf(
  indicator: IndicatorFacts | undefined,
): Pick<EvaluationNode, 'target' | 'targetSource' | 'floor' | 'floorSource'> {
  const target = indicator?.target ?? null
  const floor = indicator?.floor ?? null
  return {
    target,
    targetSource: target === null ? null : (indicator?.targetSource ?? UNKNOWN),
    floor,
    floorSource: floor === null ? null : (indicator?.floorSource ?? UNKNOWN),
  }
}

const isBinding = (source: AnchorSource | undefined): boolean => source !== undefined && source.kind !== 'estimated'

function allEstimated({ target, targetSource, floor, floorSource }: IndicatorFacts): boolean {
  return !(target !== null && isBinding(targetSource)) && !(floor !== null && isBinding(floorSource))
}

function withEstimatedShares(nodes: readonly EvaluationNode[]): EvaluationNode[] {
  const all = new Map<string, number>()
  const estimated = new Map<string, number>()
  for (const node of nodes.toReversed()) {
    const own = node.kind === 'indicator'
    const weight = own ? node.effectiveWeight : (all.get(node.code) ?? 0)
    const share = own ? node.effectiveWeight * node.estimatedShare : (estimated.get(node.code) ?? 0)
    all.set(node.code, weight)
    estimated.set(node.code, share)
    if (node.parent === null) continue
    all.set(node.parent, (all.get(node.parent) ?? 0) + weight)
    estimated.set(node.parent, (estimated.get(node.parent) ?? 0) + share)
  }
  return nodes.map((node) => {
    if (node.kind === 'indicator') return node
    const weight = all.get(node.code) ?? 0
    return { ...node, estimatedShare: weight > 0 ? Math.min(1, (estimated.get(node.code) ?? 0) / weight) : 0 }
  })
}
