/** Every normalisation, weighting and aggregation together, every treatment, imputation, bound and missing policy, weights alone, sensitivity. */
import {
  AGGREGATIONS,
  IMPUTATIONS,
  SIMPLE_WEIGHTINGS,
  TREATMENTS,
  WEIGHTINGS,
} from '../../worker/engine/compositeKeys.ts'
import { NORMALISATIONS } from '../../worker/engine/normalise/catalogue.ts'
import type { CompositeMethod, Weighting } from '../../worker/engine/composite.types.ts'
import { computeComposite } from '../../worker/engine/computeComposite.ts'
import { computePanel } from '../../worker/engine/computePanel.ts'
import { computeSensitivity } from '../../worker/engine/computeSensitivity.ts'
import { computeWeights } from '../../worker/engine/computeWeights.ts'
import { cv } from '../../worker/engine/indices/cv.ts'
import { gapEffects } from '../../worker/engine/diagnose/gapEffects.ts'
import { gapList } from '../../worker/engine/diagnose/gapList.ts'
import { obstacleDegree } from '../../worker/engine/diagnose/obstacleDegree.ts'
import { EngineInputError } from '../../worker/engine/types.ts'
import type { choices } from '../../worker/engine/uncertainty/sensitivity.types.ts'
import type { Perturbation } from '../../worker/engine/uncertainty/sensitivity.types.ts'
import { weightImportance } from '../../worker/engine/weights/weightImportance.ts'
import { column, compositeOf, FRAMEWORK, LEAVES, panelOf, population, type Scenarios } from './data.ts'

type Method = Partial<CompositeMethod>
type Named = readonly (readonly [string, () => unknown])[]

const combined = (weighting: Weighting): Method =>
  weighting === 'combined'
    ? { weighting, weightingOptions: { of: ['given', 'entropy'], rule: 'convex', alpha: 0.4 } }
    : { weighting }

/** One digest for each normalisation and weighting, over all aggregations. */
export function aggregationsOf(): Scenarios {
  return Object.fromEntries(
    NORMALISATIONS.flatMap((normalisation) =>
      WEIGHTINGS.map((weighting) => [
        `composite/${normalisation}/${weighting}`,
        () => AGGREGATIONS.map((aggregation) => allowed({ normalisation, aggregation, ...combined(weighting) })),
      ]),
    ),
  )
}

/** z-scores take an arithmetic mean alone, and so on: what is refused is part of the answer, what is computed stands beside it. */
function allowed(method: Method): unknown {
  try {
    return computeComposite(compositeOf(method))
  } catch (error) {
    if (!(error instanceof EngineInputError)) throw error
    return { refused: error.faults.map(({ code, path }) => [code, path]) }
  }
}

export function panelScenarios(): Scenarios {
  const methods: Readonly<Record<string, Method>> = {
    ...Object.fromEntries(TREATMENTS.map((treatment) => [`treatment/${treatment}`, { treatment }])),
    ...Object.fromEntries(IMPUTATIONS.map((imputation) => [`imputation/${imputation}`, { imputation }])),
    ...Object.fromEntries(NORMALISATIONS.map((normalisation) => [`normalisation/${normalisation}`, { normalisation }])),
    ...Object.fromEntries(WEIGHTINGS.map((weighting) => [`weighting/${weighting}`, combined(weighting)])),
    ...Object.fromEntries(
      SIMPLE_WEIGHTINGS.map((weighting) => [
        `siblings/${weighting}`,
        { weighting, weightingOptions: { scope: 'siblings' } },
      ]),
    ),
    ...Object.fromEntries(AGGREGATIONS.map((aggregation) => [`aggregation/${aggregation}`, { aggregation }])),
    'bounds/pooled': { bounds: 'pooled' },
    'bounds/goalposts': { bounds: 'goalposts' },
    'bounds/explicit': { bounds: Object.fromEntries(LEAVES.map((code, j) => [code, [j, 90 + j] as const])) },
    'bounds/anchors': { bounds: 'anchors', normalisation: 'efficacy' },
    'bounds/anchors, not clipped': {
      bounds: 'anchors',
      normalisation: 'efficacy',
      normalisationOptions: { clip: false },
    },
    'scale/60 to 100, geometric': { scale: [60, 100], aggregation: 'geometric' },
    'ties/min': { normalisation: 'rank', normalisationOptions: { ties: 'min' } },
    'combined/multiplicative': {
      weighting: 'combined',
      weightingOptions: { of: ['critic', 'pca'], rule: 'multiplicative' },
    },
    'pca/absolute': { weighting: 'pca', weightingOptions: { absolute: true } },
    'entropy/shifted': { weighting: 'entropy', weightingOptions: { shift: 0.01 } },
    'plan/by depth and code': {
      aggregation: { default: 'arithmetic', byDepth: { '1': 'geometric' }, byCode: { D22: 'harmonic' } },
      bounds: 'goalposts',
    },
    'topsis/normalised': { aggregation: 'topsis', topsisOptions: { on: 'normalised' } },
    'missing/strict': { missing: 'strict' },
    'coverage/count': { coverageBy: 'count' },
    'coverage/leaves': { coverageBy: 'leaves', minCoverage: 0.9 },
  }
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [`panel/${name}`, () => computePanel(panelOf(method))]),
  )
}

export function weightScenarios(): Scenarios {
  const data = Object.fromEntries(LEAVES.map((code, j) => [code, column(40, 200 + j, 1, 100, j % 3)]))
  const directions = Object.fromEntries(
    LEAVES.map((code, j) => [code, j % 3 === 2 ? ('cost' as const) : ('benefit' as const)]),
  )
  const judgements = [1, 3, 5, 2, 7, 4].map((a, i, all) =>
    all.map((b, k) => (i === k ? 1 : (a + (i < k ? 0.5 : 0)) / (b + (k < i ? 0.5 : 0)))),
  )
  const rounds = [0, 1].map((round) =>
    Array.from({ length: 7 }, (_, expert) => column(5, 300 + 10 * round + expert, 1, 10).map(Math.round)),
  )
  const named: Named = [
    ...SIMPLE_WEIGHTINGS.flatMap((method) =>
      method === 'equal' || method === 'given'
        ? []
        : [[`weights/${method}`, () => computeWeights({ method, values: data, directions })] as const],
    ),
    ['weights/ahp', () => computeWeights({ method: 'ahp', matrix: judgements })],
    ['weights/delphi', () => computeWeights({ method: 'delphi', rounds })],
    ['weights/delphi, ties as they are', () => computeWeights({ method: 'delphi', rounds, tieCorrected: false })],
    ...(['multiplicative', 'convex'] as const).map(
      (rule) =>
        [
          `weights/combined ${rule}`,
          () =>
            computeWeights({
              method: 'combined',
              weights: [
                { a: 0.2, b: 0.3, c: 0.5 },
                { a: 0.6, b: 0.3, c: 0.1 },
              ],
              rule,
              alpha: 0.3,
            }),
        ] as const,
    ),
    ['weights/importance', () => weightImportance(FRAMEWORK, computeComposite(compositeOf({})))],
    ['diagnosis/obstacles', () => obstacleDegree(column(9, 410, 0, 1), column(9, 411, 0, 5))],
    ['diagnosis/gaps', () => gaps()],
    [
      'diagnosis/effects',
      () =>
        gapEffects(compositeOf({ aggregation: 'geometric', bounds: 'goalposts' }), gaps().slice(0, 6), { index: cv }),
    ],
    [
      'diagnosis/effects, weights from data',
      () => gapEffects(compositeOf({ weighting: 'entropy' }), gaps().slice(0, 3), { index: cv }),
    ],
  ]
  return Object.fromEntries(named)
}

function gaps(): ReturnType<typeof gapList> {
  const { areas, values } = compositeOf({})
  const indicators = LEAVES.map((code, j) => ({
    code,
    direction: j % 3 === 2 ? ('cost' as const) : ('benefit' as const),
    target: j % 3 === 2 ? 20 : 80,
    floor: j % 3 === 2 ? 70 : 30,
    weight: (1 + j) / 45,
  }))
  return gapList({ areas, indicators, values, population: population(0) })
}

export function sensitivityScenarios(): Scenarios {
  const alone: Readonly<Record<(typeof choices)[number], Perturbation>> = {
    weights: { weights: { range: 0.25 } },
    treatment: { treatment: TREATMENTS },
    normalisation: { normalisation: ['minmax', 'rank', 'borda', 'distanceToTarget', 'efficacy', 'target'] },
    aggregation: { aggregation: AGGREGATIONS },
    leaveOneOut: { leaveOneOut: true },
    noise: { noise: { sd: 0.1 } },
  }
  // Ranks start at 0, which a geometric mean does not take.
  const all: Perturbation = Object.assign({}, ...Object.values(alone), { normalisation: ['minmax', 'efficacy'] })
  const perturbations: Readonly<Record<string, Perturbation>> = {
    ...alone,
    'weights, dirichlet': { weights: { dirichlet: 3 } },
    'noise, range': { noise: { range: 0.1 } },
    'z-scores': { normalisation: ['zscore', 'minmax'], weights: { dirichlet: 40 } },
    all,
  }
  return Object.fromEntries(
    Object.entries(perturbations).map(([name, perturb]) => [
      `sensitivity/${name}`,
      () =>
        computeSensitivity({
          ...compositeOf({ bounds: 'sample', normalisationOptions: {} }),
          seed: 7,
          runs: 60,
          driverRuns: 24,
          perturb,
        }),
    ]),
  )
}
