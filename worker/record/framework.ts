/** `junheng/framework@1`: the tree of a framework version and its method. The first releases stored it without a tag and with fewer method
 * options; its digest covers `root` and `method` alone. */
import { FrameworkBody, type MethodOptions, type TreeNode } from '../contract/frameworks.ts'
import { canonicalJson } from '../engine/digest/canonicalJson.ts'
import { digestOf } from '../engine/digest/digestOf.ts'
import { untagged, type RecordFormat } from './format.ts'

export const FRAMEWORK = {
  tag: 'junheng/framework@1',
  schema: FrameworkBody,
  text: canonicalJson,
  digest: digestOf,
} as const satisfies RecordFormat<FrameworkBody>

export const taggedBody = (body: FrameworkBody): FrameworkBody & { readonly format: string } => ({
  format: FRAMEWORK.tag,
  ...body,
})

/** Guarantee: bodies enter the databases through checkBody or the seed alone, so a stored one has this shape, or that of an
 * earlier release, which storedMethod brings up to date. */
export function storedBody(json: string): FrameworkBody {
  const { root, method } = untagged(JSON.parse(json) as FrameworkBody, FRAMEWORK.tag)
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
