/** The tree as rows: depth, shares among siblings and of the total, and which rows a search or a folded branch leaves. Pure. */
import type { MethodOptions, TreeNode } from '../../../worker/contract/frameworks.ts'

export interface TreeRow {
  readonly node: TreeNode
  readonly depth: number
  readonly parent: TreeNode | null
  /** Share among its siblings, 0–1; null where the siblings’ weights are all 0. */
  readonly local: number | null
  /** Product of the shares down its path. */
  readonly effective: number | null
}

export function treeRows(root: TreeNode, weighting: MethodOptions['weighting']): readonly TreeRow[] {
  const rows: TreeRow[] = []
  const visit = (
    node: TreeNode,
    depth: number,
    parent: TreeNode | null,
    local: number | null,
    effective: number | null,
  ): void => {
    rows.push({ node, depth, parent, local, effective })
    const children = node.children ?? []
    const weights = children.map((child) => (weighting === 'equal' ? 1 : child.weight))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    for (const [i, child] of children.entries()) {
      const share = total > 0 ? (weights[i] ?? 0) / total : null
      visit(child, depth + 1, node, share, share === null || effective === null ? null : share * effective)
    }
  }
  visit(root, 0, null, 1, 1)
  return rows
}

export const isIndicator = (row: TreeRow): boolean => row.node.indicator !== undefined

/** Codes of the indicators that match and of everything above them; null when nothing is asked. */
export function matching(rows: readonly TreeRow[], query: string): ReadonlySet<string> | null {
  const needle = query.normalize('NFKC').trim().toLowerCase()
  if (needle === '') return null
  const parents = new Map(rows.map((row) => [row.node.code, row.parent]))
  const kept = new Set<string>()
  for (const row of rows) {
    const { indicator, code, name, nameEn } = row.node
    if (
      indicator === undefined ||
      ![code, name, nameEn, indicator.department, indicator.layer].some((text) => text.toLowerCase().includes(needle))
    )
      continue
    for (let at: TreeNode | null = row.node; at !== null; at = parents.get(at.code) ?? null) kept.add(at.code)
  }
  return kept
}

/** Rows whose every ancestor is unfolded. */
export function unfolded(rows: readonly TreeRow[], folded: ReadonlySet<string>): readonly TreeRow[] {
  const hidden = new Set<string>()
  return rows.filter(({ node, parent }) => {
    const under = parent !== null && (hidden.has(parent.code) || folded.has(parent.code))
    if (under) hidden.add(node.code)
    return !under
  })
}
