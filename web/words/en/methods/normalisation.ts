/** From a raw value to a score between 0 and 1, shown × 100. */
import type { MethodWords } from '../../../features/methods/MethodText.ts'
import type zh from '../../zh-CN/methods/normalisation.ts'

export default {
  anchors: {
    name: 'Anchors: target and floor',
    say: 'Scores are read between two anchors: the target scores 100, the floor 60. Each states its kind (standard, plan, estimate), document and year.',
    limits:
      'Where both are estimates, the score says so; a result states what share of its weight rests on such indicators.',
    source: 'platform convention',
  },
  efficacy: {
    name: 'Efficacy coefficient (default)',
    say: 'The floor scores 60, the target 100, in proportion between; below the floor the same line goes on down to 0, above the target 100 is the cap.',
    formula: 'u = 60 + 40 (x − floor) ÷ (target − floor), kept within 0–100; one formula for benefits and costs',
    limits:
      'An area that meets every target scores 100, one at every floor 60. Sample extremes may stand in for anchors; scores of periods are then not comparable.',
    source: 'efficacy coefficient method; platform convention',
    hint: 'The floor scores 60, the target 100, in proportion between; by default between the two anchors.',
  },
  realization: {
    name: 'Realization',
    say: 'How far indicators with a standard or planned target attain it, combined by weight; 100% means that all of these are met.',
    formula: 'Σ wⱼ · min(xⱼ ÷ Tⱼ, 1) ÷ Σ wⱼ; for costs min(Tⱼ ÷ xⱼ, 1); 1 inside a range',
    limits:
      'Estimated targets do not count. The weight covered (such a target and a value) stands beside it; below what the framework asks for (50% by default) none is stated. Haiyan and Zhejiang publish realization degrees without the full formula; this is the platform’s definition.',
    source: 'platform convention',
  },
  minmax: {
    name: 'Min–max',
    say: 'Rescales to 0–1 between a lowest and a highest value: of the period, of all periods, given bounds or the two anchors.',
    formula: 'u = (x − lo) ÷ (hi − lo); for costs u = (hi − x) ÷ (hi − lo)',
    limits:
      'With limits of one period, scores are not comparable over time. A constant indicator scores 0.5 with a warning.',
    hint: 'Scales highest and lowest to 0–100: clear relative positions, no absolute standard.',
  },
  zscore: {
    name: 'z-score',
    say: 'How many standard deviations from the mean; positive is better than average.',
    formula: 'u = (x − x̄) ÷ s, s with n − 1; negated for costs',
    hint: 'Standard deviations from the mean: not bound to 0–100, so the dispersion of scores may have no value; the degree of equality comes from raw values and is untouched.',
  },
  target: {
    name: 'Attainment of a target',
    say: 'The ratio to the standard or planned value; reaching it is full score, and over-achievement does not count by default.',
    formula: 'benefit u = min(x ÷ T, 1); cost 1 if x ≤ T, else T ÷ x; 1 inside a range [a, b]',
    hint: 'Value ÷ target, capped at 100: how far the standard is. Indicators without a target cannot be used.',
  },
  rank: {
    name: 'Rank',
    say: 'Uses the order only, not the distance; ranks rescaled to 0–1, ties share the average.',
    hint: 'Order only, not distance: insensitive to outliers.',
  },
  winsorise: {
    name: 'Winsorising',
    say: 'When skew and kurtosis are too large, at most 5 extreme values are set to the next one; each is listed.',
    formula: 'done when |skew| > 2 and kurtosis > 3.5',
  },
  impute: {
    name: 'Imputation',
    say: 'Missing stays missing by default; values are filled only when asked for, and every filled cell is listed.',
    formula: 'none · period median · last value carried forward',
  },
} satisfies MethodWords<typeof zh>
