/** What a request for indices will cost in CPU, told from its shape alone. Idea: values × what each index does with one,
 * plus groups × values for the decomposition and links × permutations for Moran's I. O(groups + links lists).
 * Example: a million values with every scalar index come to a little under a second. */
import { isDecomposed } from '../computeIndices.ts'
import { MOST_ROUNDS } from '../space/canonicalOrder.ts'
import type { IndicesRequest } from '../indices.types.ts'
import { NS } from './nanoseconds.ts'

const PERMUTATIONS = 1000

const several = (list: number | readonly number[] | undefined): number => (Array.isArray(list) ? list.length : 1)

export function estimateIndices(request: IndicesRequest): number {
  const { values, indices, groups, neighbours, options = {} } = request
  const n = values.length
  const powers = (has('ge') ? several(options.ge) : 0) + (has('atkinson') ? several(options.atkinson) : 0)
  let ns = NS.request + n * (NS.value + (indices?.length ?? 15) * NS.index + powers * NS.power)
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
    if (has('moran')) {
      // Only tied values need more than one round.
      const rounds = new Set(Array.from(values)).size < n ? MOST_ROUNDS : 1
      ns += PERMUTATIONS * (n * NS.shuffle + links * NS.link) + rounds * (n * NS.refine + links * NS.refineLink)
    }
  }
  if (indices?.includes('lorenz') === true) ns += 2 * n * NS.written
  return ns / 1e6

  function has(key: 'ge' | 'atkinson' | 'moran'): boolean {
    return indices === undefined || indices.includes(key)
  }
}
