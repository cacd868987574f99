/** Turns a framework into index arrays: nodes in pre-order, so walking down from the last number meets children before
 * their parent, and the leaves below any node are neighbours. Expects a framework that checkFramework accepts. */
import type { TreeIndex } from './treeIndex.types.ts'
import type { FrameworkNode } from '../types.ts'

export interface LeafSpec {
  readonly code: string
  /** −1 cost, 1 benefit; 0 when a target range stands in for a direction. */
  readonly sign: -1 | 0 | 1
  readonly target?: number | readonly [number, number]
  readonly goalposts?: readonly [number, number]
  readonly anchors?: readonly [number, number]
}

export interface IndexedFramework {
  readonly tree: TreeIndex
  readonly leaves: readonly LeafSpec[]
  /** The framework's own weight of each node, 1 where it gives none. */
  readonly given: Float64Array
}

/** Idea: one pre-order walk. Edge policy: a root without children is a tree of one leaf. O(nodes²) at worst, on
 * trees of hundreds.
 * Example: `indexTree({ code: 'R', children: [{ code: 'a', direction: 'benefit' }] }).tree.parent` is [−1, 0]. */
export function indexTree(root: FrameworkNode): IndexedFramework {
  const nodes: FrameworkNode[] = []
  const parents: number[] = []
  const depths: number[] = []
  const visit = (node: FrameworkNode, parent: number, depth: number): void => {
    const me = nodes.push(node) - 1
    parents.push(parent)
    depths.push(depth)
    for (const child of node.children ?? []) visit(child, me, depth + 1)
  }
  visit(root, -1, 0)

  const size = nodes.length
  const parent = Int32Array.from(parents)
  const childStart = new Int32Array(size + 1)
  const leafOf = new Int32Array(size).fill(-1)
  const leafNodes: number[] = []
  const leaves: LeafSpec[] = []
  const children = new Int32Array(size - 1)
  const given = new Float64Array(size)
  let filled = 0
  for (let v = 0; v < size; v++) {
    const node = nodes[v] as FrameworkNode
    given[v] = node.weight ?? 1
    childStart[v] = filled
    if (node.children === undefined) {
      leafOf[v] = leaves.push(leafSpec(node)) - 1
      leafNodes.push(v)
    }
    for (let c = v + 1; c < size; c++) if (parent[c] === v) children[filled++] = c
  }
  childStart[size] = filled
  const codes = nodes.map((node) => node.code)
  const nodeOfLeaf = Int32Array.from(leafNodes)
  return {
    tree: { codes, parent, depth: Int32Array.from(depths), childStart, children, leafOf, nodeOfLeaf },
    leaves,
    given,
  }
}

function leafSpec(node: FrameworkNode): LeafSpec {
  return {
    code: node.code,
    sign: node.direction === undefined ? 0 : node.direction === 'cost' ? -1 : 1,
    ...(node.target === undefined ? {} : { target: node.target }),
    ...(node.goalposts === undefined ? {} : { goalposts: node.goalposts }),
    ...(node.anchors === undefined ? {} : { anchors: node.anchors }),
  }
}
