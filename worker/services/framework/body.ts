/** The tree inside a framework version: how it is walked and counted; how it is stored and named: worker/record/framework.ts. Pure. */
import type { IndicatorFacts, TreeNode } from '../../contract/frameworks.ts'

export interface Leaf extends TreeNode {
  readonly indicator: IndicatorFacts
}

/** Depth first, parents before children; `path` is a JSON path from the body. */
export function walkTree(root: TreeNode, visit: (node: TreeNode, parent: TreeNode | null, path: string) => void): void {
  const go = (node: TreeNode, parent: TreeNode | null, path: string): void => {
    visit(node, parent, path)
    node.children?.forEach((child, i) => go(child, node, `${path}.children[${i}]`))
  }
  go(root, null, 'root')
}

export function leavesOf(root: TreeNode): Leaf[] {
  const leaves: Leaf[] = []
  walkTree(root, (node) => {
    if (isLeaf(node)) leaves.push(node)
  })
  return leaves
}

export const isLeaf = (node: TreeNode): node is Leaf => node.indicator !== undefined
