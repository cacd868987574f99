/** The city's framework and method in the engine's words. Targets and goalposts are handed over only where the method reads them:
 * a cost target of 0 is a fine goal for a gap list but no divisor. */
import { normalisationFacts } from '../../engine/normalise/catalogue.ts'
import type { CompositeMethod } from '../../engine/composite.types.ts'
import type { FrameworkNode } from '../../engine/types.ts'
import type { MethodOptions, TreeNode } from '../../contract/frameworks.ts'

export function engineFramework(node: TreeNode, method: MethodOptions): FrameworkNode {
  const { code, name, weight, indicator, children } = node
  if (indicator === undefined)
    return { code, name, weight, children: (children ?? []).map((c) => engineFramework(c, method)) }
  return {
    code,
    name,
    weight,
    direction: indicator.direction,
    ...(normalisationFacts(method.normalisation).target !== undefined && indicator.target !== null
      ? { target: indicator.target }
      : {}),
    ...(method.bounds === 'goalposts' && indicator.goalposts !== null ? { goalposts: indicator.goalposts } : {}),
    ...(method.bounds === 'anchors' && indicator.floor !== null && typeof indicator.target === 'number'
      ? { anchors: [indicator.floor, indicator.target] as const }
      : {}),
  }
}

export function engineMethod(method: MethodOptions): CompositeMethod {
  const { treatment, imputation, normalisation, bounds, weighting, aggregation, missing, minCoverage } = method
  return {
    treatment,
    imputation: imputation === 'median' ? 'periodMedian' : imputation,
    normalisation,
    bounds,
    weighting,
    aggregation,
    missing,
    minCoverage,
    coverageBy: 'leaves',
    scale: 100,
  }
}
