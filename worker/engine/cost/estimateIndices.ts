/** What a request for indices will cost in CPU, told from its shape alone. Idea: values × what each index does with one,
 * plus groups × values for the decomposition and links × permutations for Moran's I. O(groups + links lists).
 * Example: a million values with every scalar index come to a little under a second. */
import { isDecomposed } from '../computeIndices.ts'
import { factsOf, INDEX_KEYS, PARAMETER_KEYS, type IndexKey } from '../indexCatalogue.ts'
import { MOST_ROUNDS } from '../space/canonicalOrder.ts'
import type { IndicesRequest } from '../indices.types.ts'
import { NS } from './nanoseconds.ts'

const PERMUTATIONS = 1000
/** How many are given when none is named, and groups are. */
const USUAL = INDEX_KEYS.filter((key) => !['neighbours', 'asking'].includes(factsOf(key).needs ?? '')).length

const several = (list: number | readonly number[] | undefined): number => (Array.isArray(list) ? list.length : 1)

export function estimateIndices(request: IndicesRequest): number {
  const { values, indices, groups, neighbours, options = {} } = request
  const n = values.length
  const powers = PARAMETER_KEYS.reduce((all, key) => all + (has(key) ? several(options[key]) : 0), 0)
  let ns = NS.request + n * (NS.value + (indices?.length ?? USUAL) * NS.index + powers * NS.power)
  if (request.weights !== undefined) ns += n * NS.value
  if (groups !== undefined) ns += n * NS.label
  if (isDecomposed(request)) {
    const distinct = new Set(groups).size
    ns += n * (NS.partition + distinct * NS.pairValue) + (distinct * distinct * NS.pair) / 2
  }
  if (neighbours !== undefined) {
    let links = 0
    for (const list of neighbours) links += list.length
    ns += (n + links) * NS.neighbour
    if (INDEX_KEYS.some((key) => factsOf(key).needs === 'neighbours' && has(key))) {
      // Only tied values need more than one round.
      const rounds = new Set(Array.from(values)).size < n ? MOST_ROUNDS : 1
      ns += PERMUTATIONS * (n * NS.shuffle + links * NS.link) + rounds * (n * NS.refine + links * NS.refineLink)
    }
  }
  if (indices?.some((key) => factsOf(key).needs === 'asking') === true) ns += 2 * n * NS.written
  return ns / 1e6

  function has(key: IndexKey): boolean {
    return indices === undefined || indices.includes(key)
  }
}
