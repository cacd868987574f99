/** What somebody has changed and not saved, as a layer over the saved tree: weights and targets by code. Because it is a layer, it can be
 * laid over a newer version too. Pure. */
import type { FrameworkBody, TreeNode } from '../../../worker/routes/frameworks/schema.ts'

export type TargetValue = number | readonly [number, number] | null

export interface NodeEdit {
  readonly weight?: number
  readonly target?: TargetValue
}
export type Edits = Readonly<Record<string, NodeEdit>>

export const targetOf = (node: TreeNode): TargetValue => node.indicator?.target ?? null

const sameTarget = (a: TargetValue, b: TargetValue): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The layer with one more change; a value put back to what is saved leaves it. */
export function withEdit(edits: Edits, node: TreeNode, change: NodeEdit): Edits {
  const next: { weight?: number; target?: TargetValue } = { ...edits[node.code], ...change }
  if (next.weight === node.weight) delete next.weight
  if (next.target !== undefined && sameTarget(next.target, targetOf(node))) delete next.target
  const { [node.code]: _, ...rest } = edits
  return Object.keys(next).length === 0 ? rest : { ...rest, [node.code]: next }
}

export function applyEdits(body: FrameworkBody, edits: Edits): FrameworkBody {
  return { ...body, root: applyTo(body.root, edits) }
}

function applyTo(node: TreeNode, edits: Edits): TreeNode {
  const edit = edits[node.code]
  const { indicator, children } = node
  const target: TargetValue | undefined = edit?.target
  return {
    ...node,
    weight: edit?.weight ?? node.weight,
    ...(indicator === undefined
      ? {}
      : {
          indicator:
            target === undefined
              ? indicator
              : {
                  ...indicator,
                  target: typeof target === 'object' && target !== null ? [target[0], target[1]] : target,
                },
        }),
    ...(children === undefined ? {} : { children: children.map((child) => applyTo(child, edits)) }),
  }
}

export interface Change {
  readonly node: TreeNode
  readonly field: 'weight' | 'target'
  readonly from: TargetValue
  readonly to: TargetValue
}

/** Every change that still means something on this tree, in the order of the tree. */
export function changesOf(root: TreeNode, edits: Edits): readonly Change[] {
  const changes: Change[] = []
  const visit = (node: TreeNode): void => {
    const edit = edits[node.code]
    if (edit?.weight !== undefined && edit.weight !== node.weight)
      changes.push({ node, field: 'weight', from: node.weight, to: edit.weight })
    if (edit?.target !== undefined && node.indicator !== undefined && !sameTarget(edit.target, targetOf(node)))
      changes.push({ node, field: 'target', from: targetOf(node), to: edit.target })
    for (const child of node.children ?? []) visit(child)
  }
  visit(root)
  return changes
}
