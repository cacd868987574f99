/** Effective against nominal weights: what a weight says, and how much the child really moves its parent's scores. */
import type { CompositeScores, CompositeTrace } from '../composite.types.ts'
import type { FrameworkNode } from '../types.ts'
import { correlationMatrix } from './correlationMatrix.ts'

export interface ChildImportance {
  readonly code: string
  /** Share among its siblings. */
  readonly nominal: number
  /** Pearson correlation of the child's scores with its parent's; null when either does not vary. */
  readonly correlation: number | null
  /** r²/Σ r² over the siblings; null when no sibling varies with the parent. */
  readonly importance: number | null
}

/** Idea: two indicators of equal weight do not count equally if one hardly varies or runs against the rest. Formula:
 * importance_j = r_j²/Σ_k r_k² with r the correlation of child and parent, the linear first-order measure.
 * Source: Becker, Saisana, Paruolo and Vandecasteele (2017), "Weights and importance in composite indicators".
 * Edge policy: areas where either is missing are left out pairwise; see the nulls above. O(nodes · n).
 * Example: of two equal weights, a constant child has importance 0 and the other 1. */
export function weightImportance(
  framework: FrameworkNode,
  result: Pick<CompositeScores, 'scores' | 'normalised'> & Pick<CompositeTrace, 'weights'>,
): Readonly<Record<string, readonly ChildImportance[]>> {
  const found: [string, ChildImportance[]][] = []
  const column = (code: string): Float64Array => {
    const scores = Object.hasOwn(result.scores, code) ? result.scores[code] : result.normalised[code]
    return Float64Array.from(scores ?? [], (x) => x ?? NaN)
  }
  const visit = (node: FrameworkNode): void => {
    if (node.children === undefined) return
    const parent = column(node.code)
    const rows = node.children.map(({ code }) => {
      const r = correlationMatrix([column(code), parent])[1]
      return { code, nominal: result.weights[code]?.local ?? 0, r: r === undefined || Number.isNaN(r) ? null : r }
    })
    const total = rows.reduce((sum, { r }) => sum + squareOf(r), 0)
    found.push([
      node.code,
      rows.map(({ code, nominal, r }) => ({
        code,
        nominal,
        correlation: r,
        importance: total > 0 ? squareOf(r) / total : null,
      })),
    ])
    node.children.forEach(visit)
  }
  visit(framework)
  return Object.fromEntries(found)
}

const squareOf = (r: number | null): number => (r ?? 0) * (r ?? 0)
