/**
 * An order of the areas that follows from the map itself, not from how somebody listed it.
 *
 * Idea: a permutation test draws orders of the areas; if it drew over the caller's order, listing the areas otherwise
 * would change the p-value. So areas are sorted by value, and ties by what lies around them: colours are refined by
 * the sorted colours of the neighbours, out and in, until nothing separates further (Weisfeiler and Leman 1968).
 * Areas still tied have the same value and surroundings that refinement cannot tell apart, and keep the caller's order.
 * Complexity: O(rounds · links · log n), in practice two or three rounds, one when all values differ. A long chain of equal
 * values would take as many rounds as it has links: after MOST_ROUNDS, what lies farther away separates no more.
 *
 * @example canonicalOrder([3, 1, 2], [[1], [0], []]) // [1, 2, 0]
 */
import type { Neighbours } from './neighbours.ts'

/** Links between two areas that still tell them apart. */
export const MOST_ROUNDS = 32

export function canonicalOrder(values: ArrayLike<number>, neighbours: Neighbours): number[] {
  const n = values.length
  const order = Array.from({ length: n }, (_, i) => i)
  const backward: number[][] = order.map(() => [])
  neighbours.forEach((list, i) => list.forEach((j) => backward[j]?.push(i)))
  let keys = order.map((i) => [values[i]])
  let colours = colour(order, keys)
  let count = new Set(colours).size
  for (let round = 0; count < n && round < MOST_ROUNDS; round += 1) {
    const now = colours
    const around = (list: readonly number[]) => list.map((j) => now[j]).sort((a, b) => a - b)
    keys = order.map((i) => [now[i], -1, ...around(neighbours[i] ?? []), -1, ...around(backward[i] ?? [])])
    colours = colour(order, keys)
    const refined = new Set(colours).size
    if (refined === count) break
    count = refined
  }
  const final = colours
  return order.sort((a, b) => final[a] - final[b] || a - b)
}

/** Each area's colour: how many distinct keys sort before its own. */
function colour(order: readonly number[], keys: readonly (readonly number[])[]): number[] {
  const sorted = order.toSorted((a, b) => compare(keys[a] ?? [], keys[b] ?? []))
  const colours = Array.from({ length: order.length }, () => 0)
  let current = 0
  sorted.forEach((area, at) => {
    const before = sorted[at - 1]
    if (before !== undefined && compare(keys[before] ?? [], keys[area] ?? []) !== 0) current += 1
    colours[area] = current
  })
  return colours
}

function compare(a: readonly number[], b: readonly number[]): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i += 1) {
    const x = a[i]
    const y = b[i]
    if (x !== y) return x < y ? -1 : 1
  }
  return a.length - b.length
}
