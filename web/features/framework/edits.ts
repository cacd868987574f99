/** What somebody has changed and not saved, as a layer over the saved tree: weights, targets and facts of indicators by code, and under a key
 * of its own the method's choices. Because it is a layer, it can be
 * laid over a newer version too. Pure. */
import type { FrameworkBody, IndicatorFacts, MethodOptions, TreeNode } from '../../../worker/contract/frameworks.ts'

export type TargetValue = number | readonly [number, number] | null

/** Anchors, scale, caution and breaks of an indicator. An empty caution or list takes it away. */
export type FactsEdit = Partial<
  Pick<IndicatorFacts, 'targetSource' | 'floor' | 'floorSource' | 'scale' | 'caution' | 'breaks'>
>
export type MethodEdit = Partial<Pick<MethodOptions, 'equalityFamily' | 'equalityWeighting' | 'realizationCoverage'>>
export const FACTS = ['targetSource', 'floor', 'floorSource', 'scale', 'caution', 'breaks'] as const
export const METHOD_CHOICES = ['equalityFamily', 'equalityWeighting', 'realizationCoverage'] as const

/** No code of a node: codes have no “#”. */
export const METHOD_KEY = '#method'

export interface NodeEdit {
  readonly weight?: number
  readonly target?: TargetValue
  readonly facts?: FactsEdit
  readonly method?: MethodEdit
}
export type Edits = Readonly<Record<string, NodeEdit>>

export const targetOf = (node: TreeNode): TargetValue => node.indicator?.target ?? null

const sameTarget = (a: TargetValue, b: TargetValue): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The layer with one more change; a value put back to what is saved leaves it. */
export function withEdit(edits: Edits, node: TreeNode, change: NodeEdit): Edits {
  const facts = changedFacts(node.indicator, { ...edits[node.code]?.facts, ...change.facts })
  const next: { weight?: number; target?: TargetValue; facts?: FactsEdit } = { ...edits[node.code], ...change, facts }
  if (Object.keys(facts).length === 0) delete next.facts
  if (next.weight === node.weight) delete next.weight
  if (next.target !== undefined && sameTarget(next.target, targetOf(node))) delete next.target
  const { [node.code]: _, ...rest } = edits
  return Object.keys(next).length === 0 ? rest : { ...rest, [node.code]: next }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const blank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

function changedFacts(saved: IndicatorFacts | undefined, facts: FactsEdit): FactsEdit {
  return Object.fromEntries(
    Object.entries(facts).filter(([key, value]) => {
      const was = saved?.[key as keyof FactsEdit]
      return !same(was, value) && !(blank(was) && blank(value))
    }),
  )
}

export function withMethodEdit(edits: Edits, saved: MethodOptions, change: MethodEdit): Edits {
  const next = Object.fromEntries(
    Object.entries({ ...edits[METHOD_KEY]?.method, ...change }).filter(
      ([key, value]) => saved[key as keyof MethodEdit] !== value,
    ),
  )
  const { [METHOD_KEY]: _, ...rest } = edits
  return Object.keys(next).length === 0 ? rest : { ...rest, [METHOD_KEY]: { method: next } }
}

export function applyEdits(body: FrameworkBody, edits: Edits): FrameworkBody {
  return { method: { ...body.method, ...edits[METHOD_KEY]?.method }, root: applyTo(body.root, edits) }
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
          indicator: {
            ...indicator,
            ...edit?.facts,
            ...(target === undefined
              ? {}
              : {
                  target:
                    typeof target === 'object' && target !== null
                      ? ([target[0], target[1]] as [number, number])
                      : target,
                }),
          },
        }),
    ...(children === undefined ? {} : { children: children.map((child) => applyTo(child, edits)) }),
  }
}

export interface Change {
  /** null: of the method. */
  readonly node: TreeNode | null
  readonly field: 'weight' | 'target' | (typeof FACTS)[number] | (typeof METHOD_CHOICES)[number]
  readonly from: unknown
  readonly to: unknown
}

/** Every change that still means something on this tree, in the order of the tree. */
export function changesOf({ root, method }: FrameworkBody, edits: Edits): readonly Change[] {
  const changes: Change[] = []
  const visit = (node: TreeNode): void => {
    const edit = edits[node.code]
    if (edit?.weight !== undefined && edit.weight !== node.weight)
      changes.push({ node, field: 'weight', from: node.weight, to: edit.weight })
    if (edit?.target !== undefined && node.indicator !== undefined && !sameTarget(edit.target, targetOf(node)))
      changes.push({ node, field: 'target', from: targetOf(node), to: edit.target })
    if (node.indicator !== undefined)
      for (const [key, to] of Object.entries(changedFacts(node.indicator, edit?.facts ?? {})))
        changes.push({ node, field: key as keyof FactsEdit, from: node.indicator[key as keyof FactsEdit], to })
    for (const child of node.children ?? []) visit(child)
  }
  visit(root)
  for (const key of METHOD_CHOICES) {
    const to = edits[METHOD_KEY]?.method?.[key]
    if (to !== undefined && to !== method[key]) changes.push({ node: null, field: key, from: method[key], to })
  }
  return changes
}
