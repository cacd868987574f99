/** What keeps a changed tree from being saved, by node: the same rules as the server's, said beside the field. Pure. */
import { normalisationFacts } from '../../../worker/engine/normalise/catalogue.ts'
import type { MethodOptions } from '../../../worker/contract/frameworks.ts'
import type { WordsOf } from '../../i18n/area.ts'
import type { frameworkWords } from '../../words/frameworks.ts'
import { targetOf } from './edits.ts'
import type { TreeRow } from './treeRows.ts'

export interface NodeFaults {
  readonly weight?: string
  readonly target?: string
  readonly node?: string
}

export function treeFaults(
  rows: readonly TreeRow[],
  method: MethodOptions,
  unreadable: ReadonlySet<string>,
  words: WordsOf<typeof frameworkWords>,
): ReadonlyMap<string, NodeFaults> {
  const faults = new Map<string, NodeFaults>()
  for (const { node } of rows) {
    const { code, indicator, children } = node
    const target = targetOf(node)
    const low = typeof target === 'number' ? target : (target?.[1] ?? 0)
    const found: NodeFaults = {
      ...(unreadable.has(`${code}.weight`) ? { weight: words.badWeight } : {}),
      ...(unreadable.has(`${code}.target`)
        ? { target: words.badTarget }
        : indicator !== undefined && normalisationFacts(method.normalisation).target !== undefined && low <= 0
          ? { target: words.needsTarget }
          : {}),
      ...(children !== undefined && children.every((child) => child.weight === 0)
        ? { node: words.allZero(node.name) }
        : {}),
    }
    if (Object.keys(found).length > 0) faults.set(code, found)
  }
  return faults
}
