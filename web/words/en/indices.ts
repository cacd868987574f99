/** Names of the dispersion indices that evaluations store. */
import type { Words } from '../../i18n/area.ts'
import type zh from '../zh-CN/indices.ts'

export default {
  cv: 'Coefficient of variation',
  gini: 'Gini coefficient',
  theilT: 'Theil T',
  theilL: 'Theil L',
  atkinson: 'Atkinson index',
  hoover: 'Hoover index',
  ratioMaxMin: 'Max/min ratio',
  range: 'Range',
  relativeRange: 'Relative range',
  degree: 'Degree of equality',
  score: 'Score',
} satisfies Words<typeof zh>
