/** What a composite will cost in CPU, told from its shape. Idea: cells, plus nodes × areas, plus what the weighting needs of
 * its leaves: their pairs (critic, pca, scatter) and the cube of their number (pca, scatter). O(nodes).
 * Example: 1,000 areas × 100 indicators come to about 0.2 s. */
import type { CompositeRequest, CompositeMethod } from '../composite.types.ts'
import type { FrameworkNode } from '../types.ts'
import { NS } from './nanoseconds.ts'

export interface CompositeShape {
  readonly n: number
  readonly leaves: number
  readonly nodes: number
}

export function shapeOf(request: Pick<CompositeRequest, 'areas' | 'framework'>): CompositeShape {
  let leaves = 0
  let nodes = 0
  const waiting: FrameworkNode[] = [request.framework]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.children === undefined) leaves += 1
    else {
      nodes += 1
      for (const child of node.children) waiting.push(child)
    }
  }
  return { n: request.areas.length, leaves, nodes }
}

export function estimateComposite(request: CompositeRequest): number {
  const { method } = request
  const { n, leaves, nodes } = shapeOf(request)
  let given = 0
  let hasGaps = false
  for (const column of Object.values(request.values)) {
    given += column.length
    hasGaps ||= isGappy(column)
  }
  const cells = Math.max(given, n * leaves)
  // A cell outside its bounds is listed in the answer; within the sample's own bounds none can be.
  const mayClip = method.bounds !== undefined && method.bounds !== 'sample' && method.bounds !== 'pooled'
  const perCell = NS.cell + (method.treatment === 'none' ? 0 : NS.treated) + (mayClip ? NS.clipped : 0)
  return (
    (NS.request +
      cells * perCell +
      n * nodes * NS.nodeCell +
      n * NS.nodeCell +
      leaves * NS.leaf +
      nodes * NS.node +
      weightingCost(method, leaves, n, hasGaps)) /
    1e6
  )
}

/** Correlations of columns with gaps are taken anew for every pair. */
export function weightingCost(
  method: Pick<CompositeMethod, 'weighting' | 'weightingOptions'>,
  leaves: number,
  n: number,
  hasGaps: boolean,
): number {
  const perRow = hasGaps ? NS.gappyPairRow : NS.pairRow
  const used = method.weighting === 'combined' ? (method.weightingOptions?.of ?? []) : [method.weighting]
  let ns = 0
  for (const key of used) {
    if (key === 'entropy') ns += leaves * n * NS.value
    if (key === 'critic' || key === 'pca') ns += (leaves * leaves * n * perRow) / 2
    if (key === 'scatter') ns += leaves * leaves * n * NS.pairRow
    if (key === 'pca' || key === 'scatter') ns += leaves * leaves * leaves * NS.eigen
  }
  return ns
}

export function isGappy(column: ArrayLike<unknown>): boolean {
  for (let i = 0; i < column.length; i += 1) if (column[i] === null) return true
  return false
}
