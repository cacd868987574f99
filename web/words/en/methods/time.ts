/** Change over periods. */
import type { MethodWords } from '../../../features/methods/MethodText.ts'
import type zh from '../../zh-CN/methods/time.ts'

export default {
  sigmaConvergence: {
    name: 'σ-convergence',
    say: 'Whether the dispersion among areas shrinks over the periods; tested by Mann–Kendall’s exact test from five periods on, described only before that.',
  },
  mannKendall: {
    name: 'Mann–Kendall test',
    say: 'Tests for a trend by the order of values only; needs no straight line.',
    formula: 'S = Σ_{s<t} sgn(xₜ − xₛ); p = the share of orderings with |S| at least as large',
    limits:
      'Exact p up to 50 periods, ties kept; the normal approximation beyond. Fewer than five periods can never be significant and are not tested.',
  },
  senSlope: {
    name: 'Sen’s slope',
    say: 'The median of the slopes between any two periods, per year, with its 90% and 95% intervals.',
    limits: 'Time is true to time: each period stands at its middle, and missing periods are not closed up.',
  },
  betaConvergence: {
    name: 'β-convergence',
    say: 'Whether areas that start low grow faster, and how long half the distance takes.',
    formula: 'ln(xₜ ÷ x₀) ÷ T = a + b ln x₀ + e; half-life = ln 2 ÷ speed, speed = −ln(1 + bT) ÷ T',
    limits: 'At least 3 areas with values above 0; no half-life unless b is negative.',
  },
  markov: {
    name: 'Markov transition matrix',
    say: 'The shares of areas in a grade that rise, stay or fall by the next period.',
  },
  kernelDensity: {
    name: 'Kernel density',
    say: 'A smooth picture of the distribution: whether it moves up, narrows or splits in two.',
    formula: 'Gaussian kernel, Silverman’s bandwidth',
  },
  levelDispersion: {
    name: 'Level and dispersion',
    say: 'How much of a year-on-year change of the Gini of scores comes from the level and how much from the spread; it is dispersion of scores and no degree of equality.',
  },
  scoresOverTime: {
    name: 'Scores over time',
    say: 'Scores between anchors, given bounds or pooled extremes compare over time; within each period’s own sample they do not: then no trend is drawn and nothing is said of the period before.',
    source: 'platform convention',
  },
  seriesBreak: {
    name: 'Series break',
    say: 'After a change of definition before and after are not comparable: a trend is cut there, each stretch described and tested alone.',
  },
} satisfies MethodWords<typeof zh>
