/** The sensitivity request behind "how sure are the ranks". It starts from the normalised scores, so that any node of any
 * evaluation can be tested: weights, mean and the leaving-out of one indicator are questioned, the normalisation is not. */
import type { SensitivityRequest } from '../../../worker/engine/uncertainty/sensitivity.types.ts'
import type { FrameworkNode } from '../../../worker/engine/types.ts'
import type { Evaluation, EvaluationNode, PeriodResult } from '../../../worker/contract/evaluations.ts'
import { childrenOf, leavesUnder } from './model.ts'

const RUNS = 1000
const SEED = 20_240_901

export function doubtRequest(
  evaluation: Pick<Evaluation, 'areas' | 'nodes' | 'method'>,
  result: Pick<PeriodResult, 'normalised'>,
  code: string,
): SensitivityRequest {
  const { areas, nodes, method } = evaluation
  const values: Record<string, readonly (number | null)[]> = {}
  for (const leaf of leavesUnder(nodes, code)) values[leaf] = result.normalised[leaf] ?? areas.map(() => null)
  const top = nodes.find((node) => node.code === code)
  return {
    areas: areas.map((area) => area.code),
    framework: top ? subtree(nodes, top) : { code },
    values,
    method: {
      treatment: 'none',
      normalisation: 'minmax',
      bounds: 'goalposts',
      weighting: 'given',
      aggregation: method.aggregation,
      missing: method.missing,
      minCoverage: method.minCoverage,
      scale: 100,
    },
    seed: SEED,
    runs: RUNS,
    driverRuns: 0,
    perturb: {
      weights: { range: 0.25 },
      aggregation: ['arithmetic', 'geometric', 'harmonic'],
      leaveOneOut: Object.keys(values).length > 1,
    },
  }
}

function subtree(nodes: readonly EvaluationNode[], node: EvaluationNode): FrameworkNode {
  const children = childrenOf(nodes, node.code).map((child) => subtree(nodes, child))
  const weight = node.localWeight
  return children.length === 0
    ? { code: node.code, weight, direction: 'benefit', goalposts: [0, 100] }
    : { code: node.code, weight, children }
}
