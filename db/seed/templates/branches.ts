/** Branches that the seed templates share. Weights: domains weigh the same, a category weighs as many items as the national standard
 * puts into it, indicators of a category weigh the same. Official weights are not known to us; a city sets its own. */
import { DOMAINS_2021 } from '../../../worker/reference/catalogue/edition2021.ts'
import { INDICATORS, type SeedIndicator } from '../indicators/indicators.ts'
import { indicatorNode } from './indicatorNode.ts'
import type { MethodOptions, TreeNode } from '../../../worker/contract/frameworks.ts'

/** The efficacy form between fixed anchors: meeting a target scores 100, standing at the floor 60, and a score depends on no other area,
 * city or period. Coverage of realization is stated by each template: it can be no more than the weight of the indicators that have a
 * standard or planned target. */
export const anchoredMethod = (realizationCoverage: number): MethodOptions => ({
  treatment: 'none',
  imputation: 'none',
  normalisation: 'efficacy',
  bounds: 'anchors',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
  minCoverage: 2 / 3,
  equalityFamily: 'cv',
  equalityWeighting: 'population',
  realizationCoverage,
})

/** Nine domains → 22 categories → 56 indicators of supply. */
export function nationalDomains(): TreeNode[] {
  return DOMAINS_2021.map((domain) => ({
    code: domain.code,
    name: domain.name,
    nameEn: domain.nameEn,
    kind: 'domain',
    weight: 1,
    children: domain.categories.map((category) => ({
      code: category.code,
      name: category.name,
      nameEn: category.nameEn,
      kind: 'category',
      weight: category.items.length,
      children: leaves((i) => i.dimension === 'supply' && i.category === category.code),
    })),
  }))
}

/** Indicators in the order of the seed list, equal in weight. */
export function leaves(wanted: (indicator: SeedIndicator) => boolean): TreeNode[] {
  return INDICATORS.filter(wanted).map((indicator) => indicatorNode(indicator, 1))
}
