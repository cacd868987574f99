/** Why a result is as it is: decompositions, obstacles and gaps. */
import type { MethodWords } from '../../../features/methods/MethodText.ts'
import type zh from '../../zh-CN/methods/diagnosis.ts'

export default {
  shortBoard: {
    name: 'Short board',
    say: 'Ordered by weight × shortfall as a share of the anchor range, the worst first; never by the size of a district.',
    formula: 'effective weight × |target − x| ÷ |target − floor|',
    limits: 'Without a floor there is no such share; those stand last.',
    source: 'platform convention',
  },
  gap: {
    name: 'Gap list',
    say: 'For each area and indicator: the distance to the target, the target’s kind and document, and its share of the anchor range. Percentages differ by percentage points.',
    formula: 'gap = |x − T|, where the target is missed',
  },
  peopleAffected: {
    name: 'People behind a gap',
    say: 'Where the indicator is a share of the residents: the residents not reached. Otherwise only the residents of the area, which are not the people affected.',
    formula: 'residents × gap ÷ width of the scale',
    source: 'platform convention',
  },
  theilDecomposition: {
    name: 'Theil decomposition',
    say: 'Splits inequality into between groups (urban and rural, say) and within groups; the parts add up to the total.',
    limits:
      'Splits raw values of ratio-scale indicators by default; a split of scores is labelled so and is no part of a degree of equality.',
  },
  dagum: {
    name: 'Dagum’s Gini decomposition',
    say: 'Splits the Gini into within, net between and overlap.',
  },
  lermanYitzhaki: {
    name: 'Lerman–Yitzhaki decomposition',
    say: 'Which domains make the total unequal: share × the domain’s Gini × its correlation with the total.',
  },
  shapley: {
    name: 'Shapley decomposition',
    say: 'Shares the CV among domains fairly: the mean over all orders of joining.',
    limits:
      'Only for scores that are weighted means; at least 3 areas, at most 16 parts. A part may be negative: it offsets differences elsewhere.',
  },
  obstacle: {
    name: 'Obstacle degree',
    say: 'The share of an area’s lost points that comes from one indicator.',
  },
  coupling: {
    name: 'Coupling coordination degree',
    say: 'Whether several dimensions are both high and balanced with each other; ten classes.',
  },
} satisfies MethodWords<typeof zh>
