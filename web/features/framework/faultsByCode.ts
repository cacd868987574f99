/** The server's faults by the node they speak of: paths name a node by its place (…children.2.children.0.indicator.floor). Pure. */
import type { TreeNode } from '../../../worker/contract/frameworks.ts'
import type { FieldFault } from '../../api/problem.ts'

export function faultsByCode(
  root: TreeNode,
  faults: readonly FieldFault[],
): ReadonlyMap<string, readonly FieldFault[]> {
  const found = new Map<string, FieldFault[]>()
  for (const fault of faults) {
    if (!/(^|\.)root\b/.test(fault.path)) continue
    let node: TreeNode | undefined = root
    for (const [, place] of fault.path.matchAll(/children[.[](\d+)/g)) node = node?.children?.[Number(place)]
    if (node !== undefined) found.set(node.code, [...(found.get(node.code) ?? []), fault])
  }
  return found
}
