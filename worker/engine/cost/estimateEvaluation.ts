/** What a whole evaluation will cost in CPU, told from its shape. Idea: one cell carries its share of scores, indices, equality,
 * decompositions, digests and the answer's text. O(nodes + columns). Example: 16 areas × 56 indicators × 4 periods: about 60 ms. */
import { NS } from './nanoseconds.ts'

interface Tree {
  readonly children?: readonly Tree[] | undefined
}

export interface EvaluationShape {
  readonly snapshot: {
    readonly areas: readonly unknown[]
    readonly periods: readonly { readonly values: Readonly<Record<string, readonly unknown[]>> }[]
  }
  readonly framework: { readonly root: Tree }
}

export function estimateEvaluation({ snapshot, framework }: EvaluationShape): number {
  let nodes = 0
  const waiting: Tree[] = [framework.root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes += 1
    for (const child of node.children ?? []) waiting.push(child)
  }
  let given = 0
  for (const { values } of snapshot.periods) for (const column of Object.values(values)) given += column.length
  const periods = snapshot.periods.length
  const cells = Math.max(given, nodes * snapshot.areas.length * periods)
  return (NS.request + cells * NS.evaluatedCell + nodes * periods * NS.evaluatedNode) / 1e6
}
