import type { comparison as first } from '../zh-CN/comparison.ts'

export const comparison: typeof first = {
  'wrong-count': ({ fewest, most }) => `Choose ${fewest} to ${most} publications`,
  'no-such': ({ ids }) => `No such publications: ${ids.join(', ')}`,
  'different-framework':
    'The cities were evaluated by different frameworks; overall and domain scores cannot be compared',
  'different-framework-version':
    'The cities used different versions of one template, or adapted it (other indicators or weights); part of a difference in scores may come from that',
  'different-normalisation': 'Scores were normalised by different methods and are not on one scale',
  'different-preparation': 'The cities treated outliers, filled gaps or chose the reference of the scores differently',
  'relative-scores':
    'Scores are relative to each city’s own areas: they show differences within a city, not levels between cities. Inequality indices of an indicator’s raw values can be compared',
  'different-yardsticks':
    'Targets or goalposts differ between the cities; each score is relative to its own standard and levels cannot be compared',
  'different-aggregation': 'Scores were aggregated by different means or rules for missing values',
  'different-equality':
    'Degrees of equality follow different conventions (dispersion, weighting, or an earlier release) and are not put side by side; evaluate again under one convention first',
  'different-targets': 'The cities have different standard or planned targets; their realization cannot be compared',
  'different-unit-count': ({ counts }) =>
    `The cities were evaluated over numbers of areas that differ by more than half (${counts.join(', ')}); finer units usually show more dispersion, so read it with care`,
  'no-shared-period': 'The chosen results have no period in common',
  'different-periods': ({ shared }) => `Periods differ; those in common are ${shared.join(', ')}`,
  unweighted:
    'These results have periods that are not weighted by population (populations were incomplete); their means and indices give every area the same weight',
}
