/** Sentences about how areas move apart or together, and which parts make the whole uneven. */
import type { Words } from '../../i18n/area.ts'
import type zh from '../zh-CN/movement.ts'

export default {
  notComparable: 'Scores of different periods are not comparable',
  notComparableText:
    'This evaluation scales every period by its own highest and lowest values, so scores compare within one period only: no trend is drawn or tested. To see change, choose an indicator to read raw values, or evaluate again with bounds shared by all periods (pooled or standards).',
  fewAreas: 'Too few areas for dispersion',
  fewAreasText: 'Every period has values of fewer than three areas; movement of dispersion would say nothing.',
  movement: 'Are areas moving together or apart',
  movementLead: (weighted) => (weighted ? 'Weighted by population.' : 'Every area counts the same.'),
  dispersionOf: (name, isScore) =>
    isScore ? `${name} · dispersion of scores (CV)` : `${name} · coefficient of variation`,
  scoreNote:
    'Scores have no true zero: their dispersion shows change within one set of scores and is not the degree of equality.',
  sigma: 'σ-convergence',
  sigmaTitle: (from, to, first, last, way) =>
    `From ${from} to ${to} dispersion ${{ up: 'rose', down: 'fell' }[way] ?? 'went'} from ${first} to ${last}`,
  sigmaNone: 'No dispersion to compare',
  segmentFew: (from, to) => `${from} to ${to}: fewer than two periods have a value, so there is no change to tell.`,
  segmentShort: (from, to, first, last, steady, n) =>
    `${from} to ${to}: from ${first} to ${last}${steady ? ', steadily' : ', with turns'}; ${n} periods are fewer than five, so this is described and not tested.`,
  segmentTested: (from, to, verdict, p, slope, interval) =>
    `${from} to ${to}: ${{ up: 'a significant rise', down: 'a significant fall', none: 'no significant trend' }[verdict]} (p ${p}); about ${slope} a year, 95% interval ${interval}.`,
  noInterval: 'none',
  breakAt: (period, note) => `Definition changed from ${period}: ${note}. Before and after are not compared.`,
  kendall: 'Mann–Kendall test',
  sen: 'Sen’s slope',
  tested: 'Test and slope: ',
  beta: 'β-convergence',
  betaNone: 'The latest stretch under one definition has fewer than two periods.',
  betaReason: (reason) =>
    `No result: ${{ 'non-positive-value': 'an area is zero or negative', 'too-few-areas': 'fewer than three areas have both values', constant: 'all areas start at one level' }[reason] ?? reason}.`,
  betaCatchUp: (from, to) => `From ${from} to ${to} areas that started lower grew faster.`,
  betaDrift: (from, to) => `From ${from} to ${to} areas that started higher grew faster: they drift apart.`,
  betaUnclear: (from, to) => `From ${from} to ${to} growth shows no relation with the starting level.`,
  betaHalf: (years) => ` At this speed half the distance goes in about ${years} years.`,
  betaFigures: (beta, p, n) => `β = ${beta}, p ${p}, n = ${n}`,
  markov: 'Moves between grades',
  markovTitle: 'Markov transition matrix',
  markovMoves: (n, stayed, up, down) =>
    `${n} moves from one period to the next: ${stayed} kept their grade, ${up} rose, ${down} fell.`,
  markovNone: 'No area has scores in two periods in a row.',
  markovFrom: 'Grade before',
  markovCount: 'Moves',
  markovNever: 'no area',
  density: 'Shape of the distribution',
  densityName: (name) => `${name} · kernel density`,
  densityTitle: (from, to, first, last) => `The distribution peaks at ${first} in ${from} and at ${last} in ${to}`,
  densityNone: 'No period has a distribution to draw: fewer than three areas, or all the same.',
  densityAt: 'Value',
  sources: 'Which parts make the dispersion',
  sourcesLead: (name) =>
    `Splits the dispersion of “${name}” scores among areas by its children. A negative share offsets differences elsewhere.`,
  sourcesTitle: (part, share) => `${share} of the dispersion of scores comes from “${part}”`,
  sourcesCaption: (name, period) => `Sources of the dispersion of ${name} scores, ${period}`,
  part: 'Part',
  weight: 'Weight',
  shapley: 'Share of the CV',
  shapleySub: 'Shapley',
  giniShare: 'Share of the Gini',
  giniSub: 'Lerman–Yitzhaki',
  partGini: 'Own Gini',
  correlation: 'Gini correlation',
  sourcesOne: 'An indicator has no parts: choose a domain or the composite above.',
  sourcesNone: (reason) =>
    (
      {
        'too-few-areas': 'Fewer than three areas have scores for every part, so nothing is split.',
        'not-additive':
          'This evaluation does not combine by the weighted arithmetic mean: scores are no sum of parts and cannot be split.',
        'too-many-sources': 'More than 16 parts: no Shapley shares.',
        constant: 'All areas have the same score: there is no dispersion to split.',
      } as Readonly<Record<string, string>>
    )[reason] ?? 'Scores are outside the domain of the index (for example a mean of zero), so nothing is split.',
  sourcesMissing: (n, missing, weighted) =>
    `${weighted ? 'Weighted by population' : 'Every area counts the same'}; ${n} areas have every part${missing > 0 ? `; ${missing} lack some and are left out` : ''}.`,
} satisfies Words<typeof zh>
