/** How full the newest period is, by domain of the framework. Indicators outside any domain stand under the root. */
import { walkTree } from '../framework/body.ts'
import type { NewestRow } from '../../../db/region/queries/overview.ts'
import type { TreeNode } from '../../contract/frameworks.ts'
import type { Overview } from '../../contract/overview.ts'

type Completeness = NonNullable<Overview['completeness']>

/** Null when nothing has been collected for this framework. */
export function completenessOf(root: TreeNode, newest: readonly NewestRow[], areaCount: number): Completeness | null {
  const found = new Map(newest.map((n) => [n.code, n]))
  const domainOf = new Map<string, TreeNode>()
  const domains = new Map<string, Completeness['domains'][number]>()
  let period = ''
  walkTree(root, (node, parent) => {
    const above = parent === null ? node : (domainOf.get(parent.code) ?? root)
    domainOf.set(node.code, node.kind === 'domain' ? node : above)
    if (node.kind !== 'indicator') return
    const latest = found.get(node.code)?.period ?? ''
    if (latest > period) period = latest
  })
  if (period === '') return null
  walkTree(root, (node) => {
    if (node.kind !== 'indicator') return
    const { code, name, nameEn } = domainOf.get(node.code) ?? root
    const line = domains.get(code) ?? { code, name, nameEn, filled: 0, expected: 0 }
    const here = found.get(node.code)
    line.filled += here?.period === period ? here.filled : 0
    line.expected += areaCount
    domains.set(code, line)
  })
  return { period, domains: [...domains.values()] }
}
