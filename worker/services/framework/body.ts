/** The tree inside a framework version: how it is walked, counted, cleaned and named. Pure. */
import { digestOf } from '../../engine/digest/digestOf.ts'
import type { FrameworkBody, IndicatorFacts, MethodOptions, TreeNode } from '../../contract/frameworks.ts'

export interface Leaf extends TreeNode {
  readonly indicator: IndicatorFacts
}

/** Guarantee: bodies enter the databases through checkBody or the seed alone, so a stored one has this shape, or that of an
 * earlier release, which storedMethod brings up to date. */
export function storedBody(json: string): FrameworkBody {
  const { root, method } = JSON.parse(json) as FrameworkBody
  return { root, method: storedMethod(method) }
}

/** Method options as stored by any release. The first one named a single index that the degree was read from, over scores. */
export function storedMethod(
  method: MethodOptions | (Omit<MethodOptions, keyof typeof EQUALITY> & { headlineIndex?: string }),
): MethodOptions {
  const { headlineIndex, ...rest } = method as MethodOptions & { headlineIndex?: string }
  return { ...EQUALITY, ...(headlineIndex === 'gini' ? { equalityFamily: 'gini' as const } : {}), ...rest }
}

const EQUALITY = { equalityFamily: 'cv', equalityWeighting: 'population', realizationCoverage: 0.5 } as const

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

/** Without absent keys: what is stored, sent and digested is the same text. */
export function cleanBody(body: FrameworkBody): FrameworkBody {
  return { root: cleanNode(body.root), method: body.method }
}

function cleanNode(node: TreeNode): TreeNode {
  const { code, name, nameEn, kind, weight, indicator, children } = node
  return {
    code,
    name,
    nameEn,
    kind,
    weight,
    ...(indicator === undefined ? {} : { indicator }),
    ...(children === undefined ? {} : { children: children.map(cleanNode) }),
  }
}

/** The name of a version: equal bodies, equal digests. */
export const bodyDigest = (body: FrameworkBody): Promise<string> => digestOf(body)
