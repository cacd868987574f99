/** CPU milliseconds that a stateless computation will take, before it starts. Pure: the same request has the same estimate
 * everywhere, whatever the machine does at the moment. The constants stand in nanoseconds.ts, `npm run bench cost` measures
 * them. Requests must have passed their schema; a fault of meaning only makes them cheaper than estimated. */
import type { CouplingRequest } from '../computeCoupling.ts'
import type { GroupsRequest } from '../subgroups/groups.types.ts'
import { estimateComposite } from './estimateComposite.ts'
import { estimateEvaluation } from './estimateEvaluation.ts'
import { estimateIndices } from './estimateIndices.ts'
import { estimateSensitivity } from './estimateSensitivity.ts'
import { estimateWeights } from './estimateWeights.ts'
import { NS } from './nanoseconds.ts'

export const estimateCost = {
  indices: estimateIndices,
  composite: estimateComposite,
  weights: estimateWeights,
  sensitivity: estimateSensitivity,
  evaluation: estimateEvaluation,
  groups: ({ subgroups }: GroupsRequest): number => (NS.request + subgroups.length * NS.subgroup) / 1e6,
  coupling({ systems }: CouplingRequest): number {
    let cells = 0
    let areas = 0
    for (const column of Object.values(systems)) {
      cells += column.length
      areas = Math.max(areas, column.length)
    }
    return (NS.request + cells * NS.couplingCell + areas * NS.couplingArea) / 1e6
  },
} as const
