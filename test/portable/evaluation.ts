/** Whole evaluations, as they are published: scores, indices of every node, decompositions, series, worst gaps. */
import { evaluateSnapshot } from '../../worker/services/evaluation/evaluateSnapshot.ts'
import { EQUALITY_DEFAULTS } from '../support/evaluationNode.ts'
import { AREAS, column, panelOf, PERIODS, population, type Scenarios } from './data.ts'

type Snapshot = Parameters<typeof evaluateSnapshot>[0]
type TreeNode = Parameters<typeof evaluateSnapshot>[1]
type Method = Parameters<typeof evaluateSnapshot>[2]
type Leaf = NonNullable<TreeNode['indicator']>

const METHOD: Method = {
  treatment: 'winsorise',
  imputation: 'locf',
  normalisation: 'minmax',
  bounds: 'pooled',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
  minCoverage: 2 / 3,
  ...EQUALITY_DEFAULTS,
}

const named = (code: string) => ({ code, name: code, nameEn: code })

const leaf = (j: number, more: Partial<Leaf>): TreeNode => ({
  ...named(`I${j}`),
  kind: 'indicator',
  weight: 1 + (j % 3),
  indicator: {
    unit: '%',
    direction: j % 3 === 2 ? 'cost' : 'benefit',
    target: j % 3 === 2 ? 20 : 80,
    goalposts: null,
    floor: j % 3 === 2 ? 70 : 30,
    layer: '',
    department: '',
    numerator: '',
    denominator: '',
    source: '',
    plausibleLow: null,
    plausibleHigh: null,
    ...more,
  },
})

const tree = (): TreeNode => ({
  ...named('root'),
  kind: 'root',
  weight: 1,
  children: [0, 1, 2].map((d) => ({
    ...named(`D${d}`),
    kind: 'domain',
    weight: d + 1,
    children: [0, 1, 2].map((k) => leaf(3 * d + k, d === 1 ? { goalposts: [0, 110] } : {})),
  })),
})

const snapshot = (): Snapshot => ({
  areas: AREAS.map((code, i) => ({
    ...named(code),
    setting: i % 3 === 0 ? 'rural' : 'urban',
    grouping: ['中心', '近郊', '远郊'][i % 3] ?? '',
  })),
  periods: PERIODS.map((period, t) => ({
    period,
    populations: population(20 + t),
    values: Object.fromEntries(
      Object.entries(panelOf({}).values).map(([code, columns]) => [code, Array.from(columns[t] ?? column(17, t))]),
    ),
  })),
})

export function evaluationScenarios(): Scenarios {
  const methods: Readonly<Record<string, Partial<Method>>> = {
    pooled: {},
    geometric: { aggregation: 'geometric', normalisation: 'efficacy', bounds: 'anchors' },
    'harmonic, tukey, gini': { aggregation: 'harmonic', treatment: 'tukey', equalityFamily: 'gini' },
    'targets, medians': { normalisation: 'target', imputation: 'median', equalityWeighting: 'none' },
    'z-scores': { normalisation: 'zscore', weighting: 'equal' },
    ranks: { normalisation: 'rank', missing: 'strict' },
  }
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [
      `evaluation/${name}`,
      () => inFirstWords(evaluateSnapshot(snapshot(), tree(), { ...METHOD, ...method })),
    ]),
  )
}

/** The kept digests are over the names of the first release, so that a renamed key does not look like a moved number. */
function inFirstWords({ panel, board, ...results }: ReturnType<typeof evaluateSnapshot>): unknown {
  const [{ adjusted, ...shared }, { worstGaps, ...shown }] = [panel, board]
  return { ...results, panel: { ...shared, touched: adjusted }, board: { ...shown, shortBoards: worstGaps } }
}
