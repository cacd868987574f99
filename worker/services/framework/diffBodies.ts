/** What differs between two bodies, node by node (matched by code) and option by option. Pure. */
import { walkTree } from './body.ts'
import type { FrameworkBody, FrameworkDiff, TreeNode } from '../../contract/frameworks.ts'

interface Placed {
  readonly node: TreeNode
  readonly parent: string | null
}

/** `from` is the older or the template. Fields are named as in the body: `weight`, `indicator.target`, `parent`, `method.bounds`. */
export function diffBodies(from: FrameworkBody, to: FrameworkBody): FrameworkDiff {
  const before = placed(from)
  const after = placed(to)
  const diff: FrameworkDiff = { added: [], removed: [], changed: [] }
  for (const [code, { node }] of before) if (!after.has(code)) diff.removed.push({ code, name: node.name })
  for (const [code, here] of after) {
    const there = before.get(code)
    if (there === undefined) diff.added.push({ code, name: here.node.name })
    else
      for (const [field, was, is] of changes(there, here))
        diff.changed.push({ code, name: here.node.name, field, from: was, to: is })
  }
  for (const [field, was, is] of differing(from.method, to.method))
    diff.changed.push({ code: to.root.code, name: to.root.name, field: `method.${field}`, from: was, to: is })
  return diff
}

function placed(body: FrameworkBody): Map<string, Placed> {
  const nodes = new Map<string, Placed>()
  walkTree(body.root, (node, parent) => nodes.set(node.code, { node, parent: parent?.code ?? null }))
  return nodes
}

function changes(a: Placed, b: Placed): [string, unknown, unknown][] {
  const own = ({ node, parent }: Placed) => ({
    name: node.name,
    nameEn: node.nameEn,
    kind: node.kind,
    weight: node.weight,
    parent,
  })
  const facts = differing(a.node.indicator ?? {}, b.node.indicator ?? {}).map(
    ([field, was, is]): [string, unknown, unknown] => [`indicator.${field}`, was, is],
  )
  return [...differing(own(a), own(b)), ...facts]
}

function differing(a: object, b: object): [string, unknown, unknown][] {
  const was = new Map<string, unknown>(Object.entries(a))
  const is = new Map<string, unknown>(Object.entries(b))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): [string, unknown, unknown][] => {
    const [x, y] = [was.get(key) ?? null, is.get(key) ?? null]
    return JSON.stringify(x) === JSON.stringify(y) ? [] : [[key, x, y]]
  })
}
