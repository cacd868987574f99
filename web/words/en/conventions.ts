/** How each index is computed, in one line. */
import type { Words } from '../../i18n/area.ts'
import type zh from '../zh-CN/conventions.ts'

export default {
  cv: 'population s.d. ÷ mean',
  gini: 'mean difference between any two areas ÷ twice the mean',
  theilT: 'Σ p (x/μ) ln(x/μ)',
  theilL: 'Σ p ln(μ/x)',
  atkinson: 'ε = 0.5',
  hoover: 'half the sum of absolute deviations from the mean ÷ total',
  ratioMaxMin: 'highest ÷ lowest',
  range: 'highest − lowest',
  relativeRange: '(highest − lowest) ÷ mean',
  weighted: 'weighted by population',
  unweighted: 'every area counts the same',
} satisfies Words<typeof zh>
