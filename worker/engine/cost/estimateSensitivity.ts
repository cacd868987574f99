/** What a sensitivity run will cost in CPU, and one replicate of it. Idea: the builds of every variant, then replicates ×
 * (nodes + areas · (1 + log areas) + cells), then the bootstrap of the drivers. O(nodes).
 * Example: ASEM's size (51 × 49), 1,000 runs with three drivers of 512 rows, comes to about 0.6 s. */
import { normalisationFacts } from '../normalise/catalogue.ts'
import { ln } from '../numeric/ln.ts'
import type { SensitivityRequest } from '../uncertainty/sensitivity.types.ts'
import { shapeOf, estimateComposite } from './estimateComposite.ts'
import { NS } from './nanoseconds.ts'

const BOOTSTRAPS = 1000

export function estimateSensitivity(request: SensitivityRequest): number {
  const { perturb, runs } = request
  const { n, leaves } = shapeOf(request)
  const driverRuns = request.driverRuns ?? Math.min(runs, 512)
  const choices = Object.values(perturb).filter((choice) => choice !== undefined && choice !== false).length
  const variants = Math.max(1, perturb.treatment?.length ?? 0) * Math.max(1, perturb.normalisation?.length ?? 0)
  const replicates = Math.max(runs, driverRuns) + driverRuns * (choices + 1)
  return (
    estimateComposite(request) +
    replicates * estimateReplicate(request) +
    (variants * n * leaves * NS.variant +
      n * (n + 1) * NS.rankCount +
      (driverRuns === 0 ? 0 : BOOTSTRAPS * driverRuns * choices * NS.bootstrap)) /
      1e6
  )
}

export function estimateReplicate({ areas, framework, method, perturb }: SensitivityRequest): number {
  const { n, leaves, nodes } = shapeOf({ areas, framework })
  const levels = ln(n + 1) / Math.LN2
  const cells = n * leaves
  const named = [method.normalisation, ...(perturb.normalisation ?? [])]
  const isRanked = named.some(
    (one) => normalisationFacts(typeof one === 'string' ? one : one.normalisation).fit === 'ranks',
  )
  const hasTopsis = method.aggregation === 'topsis' || perturb.aggregation?.includes('topsis') === true
  const perCell =
    NS.runCell +
    (hasTopsis ? NS.runTopsis : 0) +
    (perturb.noise === undefined ? 0 : NS.runNoise + (isRanked ? NS.runNoiseRank * levels : 0))
  return ((leaves + nodes) * NS.runNode + n * (NS.runArea + NS.runSort * levels) + cells * perCell) / 1e6
}
