/** One raw weight per node of a framework, from its own numbers, from data, or from both combined. */
import type { CompositeMethod, SimpleWeighting, WeightingOptions } from '../composite.types.ts'
import type { TreeIndex } from '../tree/treeIndex.types.ts'
import { EngineInputError, type Warning } from '../types.ts'
import { shareWeights } from '../tree/shareWeights.ts'
import { combineWeights } from './combineWeights.ts'
import { type DirectedColumn, dataWeights } from './dataWeights.ts'

/** Idea: with scope `leaves` the data weigh all leaves at once, a parent weighs what lies below it, and so the effective
 * weights are the method's own; with scope `siblings` the data only share out what the leaves of one parent were given.
 * `given` holds the framework's weights, `column` a leaf's directed values over all periods.
 * Source: docs/methods.md §2. Edge policy: where nothing below a parent tells areas apart its children share equally, with a
 * warning; where nothing does anywhere the request is refused. O(leaves² · cells per leaf) for data weights.
 * Example: `weighting: 'equal'` gives every node 1. */
export function treeWeights(
  tree: TreeIndex,
  given: Float64Array,
  method: Pick<CompositeMethod, 'weighting' | 'weightingOptions'>,
  column: (leaf: number) => DirectedColumn,
  warnings: Warning[],
): Float64Array {
  const options = method.weightingOptions ?? {}
  const simple = (key: SimpleWeighting): Float64Array => simpleWeights(tree, given, key, options, column, warnings)
  if (method.weighting !== 'combined') return simple(method.weighting)
  const [first, second] = options.of ?? ['given', 'equal']
  return combine(tree, given, simple(first), simple(second), options, warnings)
}

function simpleWeights(
  tree: TreeIndex,
  given: Float64Array,
  key: SimpleWeighting,
  options: WeightingOptions,
  column: (leaf: number) => DirectedColumn,
  warnings: Warning[],
): Float64Array {
  const size = tree.parent.length
  if (key === 'equal') return new Float64Array(size).fill(1)
  if (key === 'given') return Float64Array.from(given)
  const { shift = 0, absolute = false, scope = 'leaves' } = options
  const weigh = (leaves: readonly number[]): Float64Array => {
    const found = dataWeights(key, leaves.map(column), { shift, absolute })
    warnings.push(...found.warnings)
    return found.weights
  }
  if (scope === 'siblings') return siblingWeights(tree, given, weigh, warnings)
  const weights = new Float64Array(size)
  const found = weigh(Array.from(tree.nodeOfLeaf.keys()))
  if (!found.some((w) => w > 0)) throw noVariation(key)
  found.forEach((w, leaf) => (weights[tree.nodeOfLeaf[leaf] as number] = w))
  return sumUpwards(tree, weights, warnings)
}

/** Leaves of one parent share what they were given together, in proportion to their data weights. */
function siblingWeights(
  tree: TreeIndex,
  given: Float64Array,
  weigh: (leaves: readonly number[]) => Float64Array,
  warnings: Warning[],
): Float64Array {
  const weights = Float64Array.from(given)
  for (let v = 0; v < tree.parent.length; v++) {
    const nodes = childrenOf(tree, v).filter((c) => (tree.leafOf[c] as number) >= 0)
    if (nodes.length < 2) continue
    const total = nodes.reduce((sum, c) => sum + (given[c] as number), 0)
    const found = weigh(nodes.map((c) => tree.leafOf[c] as number))
    const varied = found.some((w) => w > 0)
    if (!varied) warnings.push(sharedEqually(tree, v))
    nodes.forEach((c, k) => (weights[c] = varied ? total * (found[k] as number) : total / nodes.length))
  }
  return weights
}

function sumUpwards(tree: TreeIndex, weights: Float64Array, warnings: Warning[]): Float64Array {
  for (let v = tree.parent.length - 1; v > 0; v--) {
    const up = tree.parent[v] as number
    weights[up] = (weights[up] as number) + (weights[v] as number)
  }
  return replaceZeros(tree, weights, warnings)
}

/** Children that all weigh 0 would leave their parent without a score although its data exist. */
function replaceZeros(tree: TreeIndex, weights: Float64Array, warnings: Warning[]): Float64Array {
  for (let v = 0; v < tree.parent.length; v++) {
    const nodes = childrenOf(tree, v)
    if (nodes.length === 0 || nodes.some((c) => (weights[c] as number) > 0)) continue
    if (v > 0) warnings.push(sharedEqually(tree, v))
    for (const c of nodes) weights[c] = 1
  }
  return weights
}

/** As the single weights do, scope `siblings` combines leaves of one parent only; what parents were given stays. */
function combine(
  tree: TreeIndex,
  given: Float64Array,
  a: Float64Array,
  b: Float64Array,
  options: WeightingOptions,
  warnings: Warning[],
): Float64Array {
  const { rule = 'multiplicative', alpha = 0.5, scope = 'leaves' } = options
  if (scope === 'siblings') {
    const position = (leaf: number): number => tree.nodeOfLeaf[leaf] as number
    const pair = (leaves: readonly number[], raw: Float64Array): number[] =>
      leaves.map((leaf) => raw[position(leaf)] as number)
    return siblingWeights(
      tree,
      given,
      (leaves) => combineWeights(pair(leaves, a), pair(leaves, b), rule, alpha),
      warnings,
    )
  }
  const weights = new Float64Array(tree.parent.length)
  const pick = (raw: Float64Array): number[] => Array.from(effectiveOf(tree, raw))
  const found = combineWeights(pick(a), pick(b), rule, alpha)
  if (!found.some((w) => w > 0)) throw noVariation('combined')
  found.forEach((w, leaf) => (weights[tree.nodeOfLeaf[leaf] as number] = w))
  return sumUpwards(tree, weights, warnings)
}

function effectiveOf(tree: TreeIndex, raw: Float64Array): Float64Array {
  const { effective } = shareWeights(tree, raw)
  return Float64Array.from(tree.nodeOfLeaf, (v) => effective[v] as number)
}

function childrenOf(tree: TreeIndex, v: number): number[] {
  return Array.from(tree.children.subarray(tree.childStart[v], tree.childStart[v + 1]))
}

function sharedEqually(tree: TreeIndex, v: number): Warning {
  return {
    code: 'weights-shared-equally',
    path: tree.codes[v] as string,
    message: 'nothing below this node tells the areas apart, so its children share its weight equally',
  }
}

function noVariation(key: string): EngineInputError {
  return new EngineInputError([
    {
      path: 'method.weighting',
      code: 'no-variation',
      message: `${key} weights need at least one indicator that tells the areas apart`,
    },
  ])
}
