/** The tree as the flat list of nodes that results are keyed by, depth first. */
import { walkTree } from '../framework/body.ts'
import type { NodeWeight } from '../../engine/composite.types.ts'
import type { EvaluationNode } from '../../routes/evaluations/schema.ts'
import type { TreeNode } from '../../routes/frameworks/schema.ts'

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
      target: indicator?.target ?? null,
    })
  })
  return nodes
}
