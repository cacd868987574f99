/** A publication as the guard sees it: what its numbers were made of, and which of them are public. */
import { normalisationFacts } from '../../engine/normalise/catalogue.ts'
import { computePanel } from '../../engine/computePanel.ts'
import { leavesOf, type Leaf } from '../framework/body.ts'
import { engineFramework, engineMethod } from '../evaluation/engineInput.ts'
import { flattenNodes } from '../evaluation/flattenNodes.ts'
import { equalityConvention } from '../evaluation/measureEquality.ts'
import { periodWeights } from '../evaluation/periodWeights.ts'
import { fixedPosts, type Extremes } from './cellMaps.ts'
import type { EqualityConvention, EvaluationNode, Snapshot } from '../../contract/evaluations.ts'
import type { MethodOptions, TreeNode } from '../../contract/frameworks.ts'

/** What of one period is public, by node code. An indicator in `means` has its unweighted mean; one in `degrees` its degree. */
export interface Cut {
  readonly areaScores: readonly string[]
  readonly areaRealization: readonly string[]
  readonly cityScores: readonly string[]
  readonly cityRealization: readonly string[]
  readonly means: readonly string[]
  readonly degrees: readonly string[]
}

export interface Source {
  /** Evaluation id; '' is the one being prepared. */
  readonly id: string
  readonly snapshot: Snapshot
  readonly root: TreeNode
  readonly method: MethodOptions
  readonly nodes: readonly EvaluationNode[]
  readonly leaves: readonly Leaf[]
  readonly convention: EqualityConvention
  /** Indicators whose values are public. */
  readonly open: ReadonlySet<string>
  /** By period and indicator: what scores are measured against where that is the sample. */
  readonly extremes: ReadonlyMap<string, Extremes>
  /** Null: scores can be followed cell by cell. */
  readonly opaque: 'normalisation' | 'treatment' | 'imputation' | null
}

export function sourceOf(
  id: string,
  snapshot: Snapshot,
  root: TreeNode,
  method: MethodOptions,
  open: ReadonlySet<string>,
): Source {
  const leaves = leavesOf(root)
  const weighted = Object.fromEntries(snapshot.periods.map((p) => [p.period, periodWeights(p) !== null]))
  const { weights } = computePanel({
    areas: snapshot.areas.slice(0, 1).map((a) => a.code),
    periods: ['0'],
    framework: engineFramework(root, method),
    values: Object.fromEntries(leaves.map(({ code }) => [code, [[null]]])),
    method: engineMethod({
      ...method,
      treatment: 'none',
      imputation: 'none',
      bounds: method.bounds === 'pooled' ? 'sample' : method.bounds,
    }),
  })
  return {
    id,
    snapshot,
    root,
    method,
    nodes: flattenNodes(root, weights),
    leaves,
    convention: equalityConvention(method, weighted),
    open,
    extremes: extremesOf(snapshot, leaves, method),
    opaque: opacityOf(snapshot, leaves, method),
  }
}

export const extremeKey = (period: string, code: string): string => `${period}\n${code}`

function extremesOf(snapshot: Snapshot, leaves: readonly Leaf[], method: MethodOptions): Map<string, Extremes> {
  const found = new Map<string, Extremes>()
  for (const leaf of leaves) {
    if (fixedPosts(leaf, method) !== undefined) continue
    const columns = snapshot.periods.map((p) => (p.values[leaf.code] ?? []).filter((v) => v !== null))
    const pool = columns.flat()
    columns.forEach((column, t) => {
      const cells = method.bounds === 'sample' ? column : pool
      if (cells.length > 0)
        found.set(extremeKey(snapshot.periods[t]?.period ?? '', leaf.code), {
          low: Math.min(...cells),
          high: Math.max(...cells),
        })
    })
  }
  return found
}

function opacityOf({ periods }: Snapshot, leaves: readonly Leaf[], method: MethodOptions): Source['opaque'] {
  const { fit } = normalisationFacts(method.normalisation)
  if (fit === 'moments' || fit === 'ranks') return 'normalisation'
  if (method.treatment !== 'none') return 'treatment'
  const gaps = periods.some((p) => leaves.some(({ code }) => (p.values[code] ?? []).includes(null)))
  return method.imputation !== 'none' && gaps ? 'imputation' : null
}

/** Children of every node, and its leaves. */
export function familyOf(nodes: readonly EvaluationNode[]): {
  readonly children: ReadonlyMap<string, readonly EvaluationNode[]>
  readonly leavesBelow: ReadonlyMap<string, readonly EvaluationNode[]>
} {
  const children = new Map<string, EvaluationNode[]>()
  const leavesBelow = new Map<string, EvaluationNode[]>()
  const parent = new Map(nodes.map((n) => [n.code, n.parent]))
  for (const node of nodes) {
    if (node.parent !== null) children.set(node.parent, [...(children.get(node.parent) ?? []), node])
    if (node.kind !== 'indicator') continue
    for (let up: string | null = node.code; up !== null; up = parent.get(up) ?? null)
      leavesBelow.set(up, [...(leavesBelow.get(up) ?? []), node])
  }
  return { children, leavesBelow }
}
