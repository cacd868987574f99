/** Where weights come from. */
import type { MethodWords } from '../../../features/methods/MethodText.ts'
import type zh from '../../zh-CN/methods/weights.ts'

export default {
  equal: {
    name: 'Equal weights',
    say: 'All siblings weigh the same.',
  },
  given: {
    name: 'Given weights',
    say: 'Set by experts or by a document, normalised among siblings.',
  },
  effectiveWeight: {
    name: 'Effective weight',
    say: 'What an indicator weighs in the total: the product of the weights down its path.',
    formula: 'w = Π w(level)',
  },
  delphi: {
    name: 'Delphi',
    say: 'Mean of several rounds of expert scores, with how concentrated (CV) and how concordant (Kendall’s W) they are.',
    limits: 'Corrected for ties.',
  },
  ahp: {
    name: 'AHP',
    say: 'Weights from pairwise comparisons, with a check of consistency; CR above 0.1 is reported together with the judgement that contributes most.',
  },
  entropy: {
    name: 'Entropy weights',
    say: 'Indicators that differ more between areas weigh more; this reflects variation, not importance.',
  },
  critic: {
    name: 'CRITIC',
    say: 'Considers variation and overlap: indicators that vary much and repeat others little weigh more.',
  },
  pca: {
    name: 'Principal component',
    say: 'Squared loadings of the first component of the correlation matrix.',
    formula: 'wⱼ = vⱼ²; with `absolute` |vⱼ| ÷ Σ|v|',
  },
  scatter: {
    name: 'Scatter-degree',
    say: 'The weights that spread areas and periods as far apart as possible; for panels of several periods.',
    formula: 'w = principal eigenvector of Σₜ UₜᵀUₜ',
  },
  combined: {
    name: 'Combined weights',
    say: 'Two sets of weights, multiplied or mixed in proportion, then normalised.',
    formula: 'w ∝ wₐ · w_b or θ wₐ + (1 − θ) w_b',
  },
} satisfies MethodWords<typeof zh>
