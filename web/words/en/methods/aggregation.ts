/** From indicator scores to domains, dimensions and the whole. */
import type { MethodWords } from '../../../features/methods/MethodText.ts'
import type zh from '../../zh-CN/methods/aggregation.ts'

export default {
  score: {
    name: 'Overall score',
    say: 'How good: indicator scores combined by weight, level by level. It tells the level and nothing about equality.',
    limits:
      'Scores have no true zero, so no degree of equality is read from them; their spread over areas is called dispersion of scores.',
    source: 'platform convention',
  },
  arithmetic: {
    name: 'Arithmetic mean',
    say: 'Strengths fully make up for weaknesses.',
  },
  geometric: {
    name: 'Geometric mean',
    say: 'Strengths make up for weaknesses only in part.',
    limits:
      'A score below one hundredth of the scale, 0 included, counts as that hundredth with a warning; it is never dropped.',
  },
  harmonic: {
    name: 'Harmonic mean',
    say: 'The strictest towards weak points.',
    limits: 'A score below one hundredth of the scale, 0 included, counts as that hundredth with a warning.',
  },
  topsis: {
    name: 'TOPSIS',
    say: 'The nearer to the best and the farther from the worst, the higher.',
  },
  minCoverage: {
    name: 'Minimum coverage',
    say: 'A node has no score when the effective weight of the indicators below it that have a value is under this share, counting leaves and not levels; two thirds by default.',
    limits: '“Renormalise” scales up the available weights; “strict” gives no score when anything is missing.',
  },
  grade: {
    name: 'Grade',
    say: 'By score: excellent ≥ 90, good ≥ 80, fair ≥ 70, pass ≥ 60, below that fail.',
  },
} satisfies MethodWords<typeof zh>
