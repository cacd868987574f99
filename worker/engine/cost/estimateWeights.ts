/** What weights will cost in CPU: judgements by their cube, experts by their scores, data by pairs of columns and, for
 * pca and scatter, the cube of their number. O(columns).
 * Example: scatter over 200 indicators comes to a quarter of a second. */
import type { WeightsRequest } from '../composite.types.ts'
import { isGappy, weightingCost } from './estimateComposite.ts'
import { NS } from './nanoseconds.ts'

export function estimateWeights(request: WeightsRequest): number {
  return (NS.request + own(request)) / 1e6
}

function own(request: WeightsRequest): number {
  if (request.method === 'ahp') {
    const m = request.matrix.length
    return m * m * (m * NS.judgement + NS.value)
  }
  if (request.method === 'combined') return Object.keys(request.weights[0]).length * NS.value * 4
  if (request.method === 'delphi') {
    let scores = 0
    for (const round of request.rounds) for (const row of round) scores += row.length
    return scores * NS.score
  }
  const columns = Object.values(request.values)
  let cells = 0
  let rows = 0
  let hasGaps = false
  for (const column of columns) {
    let length = 0
    for (let i = 0; i < column.length; i += 1) {
      const item: unknown = column[i]
      length += Array.isArray(item) ? item.length : 1
      hasGaps ||= item === null || (Array.isArray(item) && isGappy(item))
    }
    cells += length
    rows = Math.max(rows, length)
  }
  return cells * NS.value * 2 + weightingCost({ weighting: request.method }, columns.length, rows, hasGaps)
}
