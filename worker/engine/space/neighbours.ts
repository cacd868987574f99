/**
 * Checks a neighbour list and reduces it to the areas that have a value.
 *
 * Idea: neighbours[i] holds the positions of area i's neighbours. Links to areas without a value go away with them;
 * an area left without neighbours stays in n with an empty row, as esda keeps it. Edge policy: a list of the wrong
 * length, a position that is not an area, an area beside itself and a repeated link are faults of the request
 * (EngineInputError); one-way links are allowed (k nearest neighbours). Complexity: O(n + links).
 *
 * @example requireNeighbours([[1], [0]], 2) // passes
 */
import { EngineInputError } from '../types.ts'
import type { InputFault } from '../types.ts'

export type Neighbours = readonly (readonly number[])[]

export function requireNeighbours(neighbours: Neighbours, n: number): void {
  const faults: InputFault[] = []
  const fault = (path: string, message: string) => faults.push({ path, code: 'bad-neighbours', message })
  if (neighbours.length !== n) fault('neighbours', `${neighbours.length} neighbour lists for ${n} areas`)
  neighbours.forEach((list, i) => {
    const seen = new Set<number>()
    list.forEach((j, k) => {
      const path = `neighbours[${i}][${k}]`
      if (!Number.isInteger(j) || j < 0 || j >= n) fault(path, `${j} is not the position of an area (0 to ${n - 1})`)
      else if (j === i) fault(path, 'an area is not its own neighbour')
      else if (seen.has(j)) fault(path, `${j} is listed twice`)
      seen.add(j)
    })
  })
  if (faults.length > 0) throw new EngineInputError(faults)
}

/** The lists over `kept` only (positions in the full list), renumbered to positions within `kept` and ascending. */
export function keepNeighbours(neighbours: Neighbours, kept: readonly number[]): number[][] {
  const position = new Map(kept.map((area, at) => [area, at]))
  return kept.map((area) => (neighbours[area] ?? []).flatMap((j) => position.get(j) ?? []).sort((a, b) => a - b))
}
