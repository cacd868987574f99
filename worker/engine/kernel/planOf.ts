/** The mean of every node, from a key or a plan by code and depth. */
import { ARITHMETIC, GEOMETRIC, HARMONIC, TOPSIS } from '../aggregate/aggregation.types.ts'
import type { Aggregation, CompositeMethod } from '../composite.types.ts'
import type { TreeIndex } from '../tree/treeIndex.types.ts'

export const AGGREGATION_CODES: Readonly<Record<Aggregation, number>> = {
  arithmetic: ARITHMETIC,
  geometric: GEOMETRIC,
  harmonic: HARMONIC,
  topsis: TOPSIS,
}

/** `byCode` wins over `byDepth`, which wins over `default`. O(nodes). Example: `planOf(tree, 'geometric')` is all 1. */
export function planOf(tree: TreeIndex, aggregation: CompositeMethod['aggregation']): Uint8Array {
  if (typeof aggregation === 'string') return new Uint8Array(tree.parent.length).fill(AGGREGATION_CODES[aggregation])
  const { default: usual, byDepth = {}, byCode = {} } = aggregation
  return Uint8Array.from(
    tree.codes,
    (code, v) => AGGREGATION_CODES[own(byCode, code) ?? own(byDepth, String(tree.depth[v])) ?? usual],
  )
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
