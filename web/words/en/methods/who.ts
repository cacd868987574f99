/** WHO's summary measures, in WHO's own scaling. Ordered groups: income, education; unordered: area, ethnicity. */
import type { MethodWords } from '../../../features/methods/MethodText.ts'
import type zh from '../../zh-CN/methods/who.ts'

export default {
  D: {
    name: 'Difference D',
    say: 'The difference between two groups: ordered, the most and the least advantaged; unordered, the reference and the worst group, or the highest and the lowest without a reference.',
    limits: 'No value when the reference group has none; no other pair takes its place.',
  },
  R: {
    name: 'Ratio R',
    say: 'The ratio of two groups, the same pair as for D.',
  },
  ACI: {
    name: 'Absolute concentration index',
    say: 'How far the service leans to the advantaged end, in absolute terms.',
    formula: 'ACI = 2 Σ pⱼ (yⱼ − μ)(Xⱼ − ½), Xⱼ the mid-point rank of cumulated population',
  },
  RCI: {
    name: 'Relative concentration index',
    say: 'ACI relative to the mean; as healthequal scales it, not times 100.',
    limits: 'Needs a positive mean.',
  },
  SII: {
    name: 'Slope index of inequality',
    say: 'The regression difference between the most and least advantaged.',
    limits:
      'Linear regression by default; logit when asked (needs the full scale, values strictly inside it). Both weigh by population once; healthequal’s logit does so twice.',
  },
  RII: {
    name: 'Relative index of inequality',
    say: 'The regression ratio of the most and least advantaged.',
    limits: 'Fitted as SII; no value when v₀ is not above 0.',
  },
  BGV: {
    name: 'Between-group variance',
    say: 'The weighted mean squared distance from the average.',
  },
  BGSD: {
    name: 'Between-group standard deviation',
    say: 'The square root of BGV, in the indicator’s unit.',
  },
  COV: {
    name: 'Between-group coefficient of variation',
    say: 'BGSD as a percentage of the mean.',
  },
  MDBU: {
    name: 'Mean difference from best, unweighted',
    say: 'The plain mean distance from the best group.',
  },
  MDBW: {
    name: 'Mean difference from best, weighted',
    say: 'The population-weighted mean distance from the best group.',
  },
  MDMU: {
    name: 'Mean difference from mean, unweighted',
    say: 'The plain mean distance from the average.',
  },
  MDMW: {
    name: 'Mean difference from mean, weighted',
    say: 'The population-weighted mean distance from the average.',
  },
  MDRU: {
    name: 'Mean difference from reference, unweighted',
    say: 'The plain mean distance from a chosen reference group.',
  },
  MDRW: {
    name: 'Mean difference from reference, weighted',
    say: 'The population-weighted mean distance from a chosen reference group.',
  },
  IDISU: {
    name: 'Index of disparity, unweighted',
    say: 'The plain mean distance from the average, in percent of it.',
  },
  IDISW: {
    name: 'Index of disparity, weighted',
    say: 'The weighted mean distance from the average, in percent of it.',
  },
  TI: {
    name: 'Theil index',
    say: 'Theil’s index between groups, times 1,000 as WHO prints it.',
  },
  MLD: {
    name: 'Mean log deviation',
    say: 'Mean log deviation between groups, times 1,000 as WHO prints it.',
  },
  PAR: {
    name: 'Population attributable risk',
    say: 'How much the average would improve if all groups reached the reference.',
  },
  PAF: {
    name: 'Population attributable fraction',
    say: 'That improvement in percent of the average.',
  },
} satisfies MethodWords<typeof zh>
