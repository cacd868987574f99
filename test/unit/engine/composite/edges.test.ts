/** Every exported function of the composite half of the engine on every awkward column. The table is checked against the
 * folders themselves, so an export without an entry here fails. What must hold: nothing throws but EngineInputError, and no
 * answer holds NaN or an infinity (missing is null, or NaN only where a cell was missing). */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aggregateTree, markAbsent } from '../../../../worker/engine/aggregate/aggregateTree.ts'
import { aggregateScratch, covers } from '../../../../worker/engine/aggregate/aggregation.types.ts'
import { fitTopsis } from '../../../../worker/engine/aggregate/fitTopsis.ts'
import { gradeOf } from '../../../../worker/engine/aggregate/gradeOf.ts'
import { rankInto } from '../../../../worker/engine/aggregate/rankInto.ts'
import { topsisTree } from '../../../../worker/engine/aggregate/topsisTree.ts'
import { checkFramework } from '../../../../worker/engine/check/checkFramework.ts'
import { checkMethod } from '../../../../worker/engine/check/checkMethod.ts'
import { checkNormalisation } from '../../../../worker/engine/check/checkNormalisation.ts'
import { checkPanel } from '../../../../worker/engine/check/checkPanel.ts'
import { checkNames, checkValues } from '../../../../worker/engine/check/checkValues.ts'
import {
  checkAhp,
  checkCombined,
  checkDataWeights,
  checkDelphi,
  columnsOf,
} from '../../../../worker/engine/check/checkWeights.ts'
import { isFiniteNumber, isList, isRecord } from '../../../../worker/engine/check/shapes.ts'
import { Faults } from '../../../../worker/engine/check/faults.ts'
import type {
  CompositeMethod,
  CompositeRequest,
  DataWeighting,
  Normalisation,
} from '../../../../worker/engine/composite.types.ts'
import { computeComposite } from '../../../../worker/engine/computeComposite.ts'
import { computePanel, runPanel } from '../../../../worker/engine/computePanel.ts'
import { computeWeights } from '../../../../worker/engine/computeWeights.ts'
import { imputePanel } from '../../../../worker/engine/impute/imputePanel.ts'
import { cellPlace, imputedChanges, treatedChanges } from '../../../../worker/engine/kernel/cellChanges.ts'
import { directedColumn } from '../../../../worker/engine/kernel/directedColumn.ts'
import { fitPanel, gatherLeaf } from '../../../../worker/engine/kernel/fitPanel.ts'
import { listClipped, listUnscored } from '../../../../worker/engine/kernel/listCells.ts'
import { loadPanel } from '../../../../worker/engine/kernel/loadPanel.ts'
import { planOf } from '../../../../worker/engine/kernel/planOf.ts'
import { prepareComposite } from '../../../../worker/engine/kernel/prepareComposite.ts'
import { renormalise } from '../../../../worker/engine/kernel/renormalise.ts'
import { runComposite } from '../../../../worker/engine/kernel/runComposite.ts'
import { emptyTopsis, fillVector, refillTopsis } from '../../../../worker/engine/kernel/topsisColumns.ts'
import { columnRule } from '../../../../worker/engine/normalise/columnRule.ts'
import { countBelow } from '../../../../worker/engine/normalise/countBelow.ts'
import { fitRule } from '../../../../worker/engine/normalise/fitRule.ts'
import { normalisationFacts } from '../../../../worker/engine/normalise/catalogue.ts'
import { meanFloor } from '../../../../worker/engine/normalise/meanFloor.ts'
import { meanSd } from '../../../../worker/engine/normalise/meanSd.ts'
import { normaliseColumn } from '../../../../worker/engine/normalise/normaliseColumn.ts'
import { skewKurtosis } from '../../../../worker/engine/treat/skewKurtosis.ts'
import { treatPanel } from '../../../../worker/engine/treat/treatPanel.ts'
import { tukeyClip } from '../../../../worker/engine/treat/tukeyClip.ts'
import { winsorise } from '../../../../worker/engine/treat/winsorise.ts'
import { indexTree } from '../../../../worker/engine/tree/indexTree.ts'
import { rollUp } from '../../../../worker/engine/tree/rollUp.ts'
import { shareWeights } from '../../../../worker/engine/tree/shareWeights.ts'
import { EngineInputError, type FrameworkNode } from '../../../../worker/engine/types.ts'
import { ahpWeights } from '../../../../worker/engine/weights/ahpWeights.ts'
import { combineWeights } from '../../../../worker/engine/weights/combineWeights.ts'
import { correlationMatrix } from '../../../../worker/engine/weights/correlationMatrix.ts'
import { criticWeights } from '../../../../worker/engine/weights/criticWeights.ts'
import { dataWeights } from '../../../../worker/engine/weights/dataWeights.ts'
import { delphiWeights } from '../../../../worker/engine/weights/delphiWeights.ts'
import { entropyWeights } from '../../../../worker/engine/weights/entropyWeights.ts'
import { kendallW } from '../../../../worker/engine/weights/kendallW.ts'
import { nearestJudgement } from '../../../../worker/engine/weights/nearestJudgement.ts'
import { pcaWeights } from '../../../../worker/engine/weights/pcaWeights.ts'
import { principalVector } from '../../../../worker/engine/weights/principalVector.ts'
import { scatterWeights } from '../../../../worker/engine/weights/scatterWeights.ts'
import { toUnitSum } from '../../../../worker/engine/weights/toUnitSum.ts'
import { treeWeights } from '../../../../worker/engine/weights/treeWeights.ts'
import { unitColumn } from '../../../../worker/engine/weights/unitColumn.ts'
import { weightImportance } from '../../../../worker/engine/weights/weightImportance.ts'

const COLUMNS: Readonly<Record<string, readonly (number | null)[]>> = {
  'nothing but null': [null, null, null, null, null],
  'a gap': [1, null, 3, 4, 5],
  NaN: [1, NaN, 3, 4, 5],
  empty: [],
  'one area': [7],
  'all equal': [0.1, 0.1, 0.1, 0.1, 0.1],
  zeros: [0, 0, 0, 0, 0],
  'zero and minus zero': [0, -0, 0, -0, 1],
  negatives: [-5, -1, -3, 2, 0],
  '1e9 among units': [1, 2, 1e9, 3, 4],
  '1e-9': [1e-9, 2e-9, 3e-9, 5e-9, 8e-9],
  'near the largest double': [1.7e308, -1.7e308, 1e308, 0, 1],
  subnormal: [5e-324, 1e-323, 0, 2e-323, 5e-322],
}

const METHOD: CompositeMethod = {
  treatment: 'winsorise',
  normalisation: 'minmax',
  weighting: 'equal',
  aggregation: 'arithmetic',
  missing: 'renormalise',
}
const FRAMEWORK: FrameworkNode = {
  code: 'R',
  children: [
    {
      code: 'P',
      children: [
        { code: 'I', direction: 'benefit', target: 2, goalposts: [0, 4] },
        { code: 'J', direction: 'cost', target: 2, goalposts: [0, 4] },
      ],
    },
    { code: 'K', direction: 'benefit', target: 1, goalposts: [-1, 1] },
  ],
}
const { tree, leaves, given } = indexTree(FRAMEWORK)

function request(x: Float64Array, method: Partial<CompositeMethod> = {}): CompositeRequest {
  const areas = Array.from(x, (_, i) => `A${i}`)
  return {
    areas,
    framework: FRAMEWORK,
    values: { I: x, J: x.toReversed(), K: Array.from(x, (_, i) => i) },
    method: { ...METHOD, ...method },
  }
}
const KINDS: readonly Normalisation[] = ['minmax', 'zscore', 'target', 'efficacy', 'rank', 'borda', 'distanceToTarget']
const WEIGHINGS: readonly DataWeighting[] = ['entropy', 'critic', 'pca', 'scatter']
const plan = (aggregation: CompositeMethod['aggregation']) => planOf(tree, aggregation)
const policy = { strict: false, minCoverage: 0, byCount: false, byLeaves: false }
/** I, J and K leaf-major. */
const stack = (x: Float64Array): Float64Array => Float64Array.of(...x, ...x.toReversed(), ...x.map((_, i) => i))
const unit = (x: Float64Array): Float64Array[] => [
  unitColumn(x, 1),
  unitColumn(x.toReversed(), -1),
  unitColumn(
    x.map((_, i) => i),
    1,
  ),
]
const fit = () => ({ scale: 1, norm: 1, best: 0, worst: 0 })
function rule(kind: Normalisation, x: Float64Array) {
  const made = columnRule(leaves[0] ?? { code: 'I', sign: 1 }, kind, {}, 'sample', 100, x.length)
  fitRule(made, x, 0, x.length)
  return made
}
function scored(kind: Normalisation, x: Float64Array): Float64Array {
  const out = new Float64Array(x.length)
  normaliseColumn(rule(kind, x), x, out, 0, x.length)
  return out
}
function faults(task: (found: Faults) => void): string {
  const found = new Faults()
  task(found)
  return String(found.any)
}
/** NaN is right only where the cell was missing; the finite numbers of such answers come back, the rest must match. */
function withGaps(x: Float64Array, out: Float64Array): number[] {
  expect(Array.from(out, (v) => Number.isNaN(v))).toEqual(Array.from(x, (v) => Number.isNaN(v)))
  return Array.from(out.filter((v) => !Number.isNaN(v)))
}
const anyGaps = (out: Float64Array): number[] => Array.from(out.filter((v) => !Number.isNaN(v)))

type Entry = (x: Float64Array, given: readonly (number | null)[]) => unknown
const TABLE: Readonly<Record<string, Entry>> = {
  computeComposite: (x) => [
    ...KINDS.map((normalisation) => computeComposite(request(x, { normalisation }))),
    ...(['geometric', 'harmonic', 'topsis'] as const).map((aggregation) =>
      computeComposite(request(x, { aggregation })),
    ),
    ...(['none', 'tukey'] as const).map((treatment) =>
      computeComposite(request(x, { treatment, imputation: 'periodMedian', missing: 'strict' })),
    ),
    ...([false, true] as const).map((clip) =>
      computeComposite(request(x, { bounds: 'goalposts', normalisationOptions: { clip, cap: clip } })),
    ),
  ],
  computePanel: (x) =>
    computePanel({
      ...request(x),
      periods: ['1', '2'],
      values: { I: [x, x], J: [x, x], K: [x, x] },
      method: { ...METHOD, imputation: 'locf', bounds: 'pooled' },
    }),
  runPanel: (x) => runPanel({ ...request(x), periods: ['1'], values: { I: [x], J: [x], K: [x] } }, false),
  computeWeights: (x, given) =>
    WEIGHINGS.map((method) =>
      attempt(() =>
        computeWeights({
          method,
          values: { I: given, J: x.toReversed(), K: x },
          directions: { I: 'benefit', J: 'cost', K: 'benefit' },
        }),
      ),
    ),
  aggregateTree: (x) =>
    ['arithmetic', 'geometric', 'harmonic'].map((mean) => {
      const out = new Float64Array(tree.parent.length * x.length)
      aggregateTree(
        tree,
        stack(scored('minmax', x)),
        x.length,
        given,
        plan(mean as 'arithmetic'),
        1,
        policy,
        -1,
        aggregateScratch(x.length, tree.parent.length),
        out,
      )
      return anyGaps(out)
    }),
  markAbsent: (x) => {
    const absent = new Uint8Array(tree.parent.length)
    markAbsent(tree, x.length === 0 ? -1 : 2, absent)
    return absent
  },
  topsisTree: (x) => {
    const columns = emptyTopsis(3, x.length)
    refillTopsis(columns, leaves, x.length, 'vector', stack(x), fit())
    const out = new Float64Array(tree.parent.length * x.length)
    topsisTree(
      tree,
      columns,
      x.length,
      given,
      plan('topsis'),
      0,
      100,
      policy,
      aggregateScratch(x.length, tree.parent.length),
      out,
    )
    return anyGaps(out)
  },
  aggregateScratch: (x) => aggregateScratch(x.length, 3),
  covers: (x) => Array.from(x, (v) => covers(v, 1, 2 / 3)),
  fitTopsis: (x) => {
    const into = fit()
    fitTopsis(1, x, 0, x.length, into)
    return into
  },
  gradeOf: (_, given) => given.map((v) => gradeOf(v)?.zh ?? null),
  rankInto: (x) => {
    const ranks = new Int32Array(x.length)
    rankInto(x, 0, x.length, new Float64Array(x.length), ranks)
    return ranks
  },
  checkFramework: () => faults((found) => checkFramework(FRAMEWORK, found)),
  checkMethod: () => faults((found) => checkMethod(METHOD, indexTree(FRAMEWORK), 1, found)),
  checkNormalisation: () => faults((found) => checkNormalisation(METHOD, indexTree(FRAMEWORK), found)),
  checkPanel: (x) =>
    checkPanel({ ...request(x), periods: ['1'], values: { I: [x], J: [x], K: [x] } }, false).leaves.length,
  checkNames: (x) => faults((found) => checkNames(Array.from(x, String), 'areas', found)),
  checkValues: (x, given) => faults((found) => checkValues({ I: [given] }, ['I'], x.length, 1, true, found)),
  checkAhp: (x) => faults((found) => checkAhp({ method: 'ahp', matrix: Array.from(x, () => Array.from(x)) }, found)),
  checkDataWeights: (x, given) =>
    faults((found) =>
      checkDataWeights({ method: 'entropy', values: { I: given, J: x }, directions: { I: 'cost', J: 'cost' } }, found),
    ),
  checkDelphi: (x) => faults((found) => checkDelphi({ method: 'delphi', rounds: [[Array.from(x)]] }, found)),
  checkCombined: (x) =>
    faults((found) =>
      checkCombined({ method: 'combined', weights: [keyed(x), keyed(x)], rule: 'multiplicative' }, found),
    ),
  isList: (x) => String(isList(x)),
  isRecord: (x) => String(isRecord(x)),
  isFiniteNumber: (x) => Array.from(x, (v) => String(isFiniteNumber(v))),
  columnsOf: (x) => columnsOf(x).length + columnsOf([x, x]).length,
  imputePanel: (x) => [
    imputePanel(Float64Array.from(x), 1, 1, x.length, 'periodMedian'),
    imputePanel(Float64Array.of(...x, ...x), 2, 1, x.length, 'locf'),
  ],
  cellPlace: () => cellPlace({ leaf: 0, area: 0, period: 0 }, leaves, ['A'], null),
  imputedChanges: (x) =>
    imputedChanges(
      imputePanel(Float64Array.from(x), 1, 1, x.length, 'periodMedian'),
      leaves,
      Array.from(x, String),
      null,
    ),
  treatedChanges: (x) =>
    treatedChanges(treatPanel(Float64Array.from(x), 1, 1, x.length, 'winsorise'), leaves, Array.from(x, String), null),
  directedColumn: (x) => directedColumn(leaves, [], stack(x), 1, x.length, 1).sign,
  fitPanel: (x) =>
    fitPanel(leaves, { normalisation: 'minmax' }, stack(x), 1, x.length).rules.map(({ constant }) => constant),
  gatherLeaf: (x) => anyGaps(gatherLeaf(Float64Array.of(...stack(x), ...stack(x)), 2, 3, x.length, 0)),
  listClipped: (x) => {
    const cells: Parameters<typeof listClipped>[6] = []
    const fixed = columnRule(leaves[0] ?? { code: 'I', sign: 1 }, 'minmax', {}, 'goalposts', 100, 0)
    const out = new Float64Array(x.length)
    normaliseColumn(fixed, x, out, 0, x.length)
    listClipped(fixed, x, out, 0, x.length, { period: 0, leaves, areas: Array.from(x, String), names: null }, cells)
    return cells
  },
  listUnscored: (x) => {
    const out = new Float64Array(x.length).fill(1)
    listUnscored(x, out, 0, x.length, { period: 0, leaves, areas: Array.from(x, String), names: null }, [])
    return out
  },
  loadPanel: (x, given) =>
    withGaps(x, loadPanel({ ...request(x), periods: ['1'], values: { I: [given] } }, leaves.slice(0, 1))),
  planOf: () => [
    ...plan('topsis'),
    ...plan({ default: 'harmonic', byDepth: { 0: 'geometric' }, byCode: { P: 'arithmetic' } }),
  ],
  prepareComposite: (x) =>
    prepareComposite(request(x), [{ normalisation: 'rank' }, { normalisation: 'zscore' }]).variants.flatMap(
      ({ matrix }) => anyGaps(matrix),
    ),
  renormalise: (x) => {
    const prepared = prepareComposite(request(x))
    renormalise(
      prepared,
      0,
      prepared.raw.map((v) => v / 2),
    )
    return anyGaps(prepared.variants[0]?.matrix ?? x)
  },
  runComposite: (x) => {
    const prepared = prepareComposite(request(x))
    const out = new Float64Array(prepared.size * prepared.n)
    for (const omit of [-1, 0, 2])
      runComposite(prepared, { weights: prepared.weights, variant: 0, aggregation: 'geometric', omit }, out)
    return anyGaps(out)
  },
  emptyTopsis: (x) => emptyTopsis(3, x.length),
  fillVector: (x) => {
    const columns = emptyTopsis(1, x.length)
    fillVector(columns, 0, x.length, fit(), x, 0)
    return withGaps(x, columns.matrix)
  },
  refillTopsis: (x) => {
    const columns = emptyTopsis(3, x.length)
    refillTopsis(columns, leaves, x.length, 'vector', stack(x), fit())
    return [...anyGaps(columns.matrix), ...columns.best, ...columns.worst]
  },
  columnRule: (x) => KINDS.map((kind) => columnRule({ code: 'I', sign: 1 }, kind, {}, 'sample', 100, x.length).base),
  countBelow: (x) =>
    Array.from(
      x.filter((v) => !Number.isNaN(v)),
      (v) => countBelow(Float64Array.of(-1, 0, 0, 2), 4, v, true),
    ),
  fitRule: (x) => KINDS.map((kind) => rule(kind, x).constant),
  normalisationFacts: () => normalisationFacts('minmax'),
  meanFloor: () => meanFloor('minmax', {}, [0, 10]),
  meanSd: (x) => {
    const into = { mean: 0, sd: 0 }
    meanSd(x, 0, x.length, into)
    return x.some((v) => !Number.isNaN(v)) ? into : null
  },
  normaliseColumn: (x) => KINDS.map((kind) => withGaps(x, scored(kind, x))),
  skewKurtosis: (x) => Object.values(skewKurtosis(x, 0, x.length)).filter((v) => !Number.isNaN(v)),
  treatPanel: (x) =>
    (['winsorise', 'tukey', 'none'] as const).map((how) => treatPanel(Float64Array.from(x), 1, 1, x.length, how)),
  tukeyClip: (x) => {
    const copy = Float64Array.from(x)
    return [tukeyClip(copy, 0, x.length), withGaps(x, copy)]
  },
  winsorise: (x) => {
    const copy = Float64Array.from(x)
    return [winsorise(copy, 0, x.length).points, withGaps(x, copy)]
  },
  indexTree: () => indexTree(FRAMEWORK).tree.parent,
  rollUp: (x) => {
    const nodes = [
      { code: 'R', parent: null, weight: 1 },
      { code: 'I', parent: 'R', weight: 0.5 },
      { code: 'J', parent: 'R', weight: 0.5 },
    ]
    const up = rollUp(nodes, new Map([['I', x]]), x.length, 0.4).get('R')
    return [anyGaps(up?.value ?? x), up?.coverage]
  },
  shareWeights: () => [shareWeights(tree, given), shareWeights(tree, new Float64Array(5))],
  ahpWeights: (x) => ahpWeights(judgements(x)),
  combineWeights: (x) => [
    combineWeights(sizes(x), sizes(x), 'multiplicative'),
    combineWeights(sizes(x), sizes(x), 'convex', 0.3),
  ],
  correlationMatrix: (x) => anyGaps(correlationMatrix(unit(x))),
  criticWeights: (x) => criticWeights(unit(x)),
  dataWeights: (x) =>
    WEIGHINGS.map((method) =>
      dataWeights(method, [
        { code: 'I', values: x, sign: 1 },
        { code: 'J', values: x, sign: -1 },
      ]),
    ),
  delphiWeights: (x) => delphiWeights(x.length === 0 ? [] : [[Array.from(sizes(x))]]),
  entropyWeights: (x) => [entropyWeights(unit(x)), entropyWeights(unit(x), 0.01), entropyWeights([sizes(x)])],
  kendallW: (x) => kendallW([Array.from(sizes(x)), Array.from(sizes(x))]),
  nearestJudgement: (x) => Array.from(sizes(x), (v) => nearestJudgement(v + 1e-3)),
  pcaWeights: (x) => [pcaWeights(unit(x)), pcaWeights(unit(x), true)],
  principalVector: (x) => principalVector(judgements(x)),
  scatterWeights: (x) => scatterWeights(unit(x)),
  toUnitSum: (x) => toUnitSum(sizes(x)),
  treeWeights: (x) =>
    attempt(() => treeWeights(tree, given, { weighting: 'entropy' }, () => ({ code: 'I', values: x, sign: 1 }), [])),
  unitColumn: (x) => withGaps(x, unitColumn(x, -1)),
  weightImportance: (x) => weightImportance(FRAMEWORK, computeComposite(request(x))),
}

function keyed(x: Float64Array): Record<string, number> {
  return Object.fromEntries(Array.from(x, (v, i) => [`I${i}`, v]))
}
/** Non-negative and present, as weights and scores are. */
function sizes(x: Float64Array): Float64Array {
  return x.map((v) => (Number.isNaN(v) ? 0 : Math.min(Math.abs(v), 1e300)))
}
function judgements(x: Float64Array): number[][] {
  const w = Array.from(x, (_, i) => 1 + i)
  return w.map((a) => w.map((b) => a / b))
}
function attempt(task: () => unknown): unknown {
  try {
    return task()
  } catch (error) {
    if (error instanceof EngineInputError) return null
    throw error
  }
}
/** Every number anywhere in an answer must be finite. */
function numbersIn(answer: unknown): number[] {
  if (typeof answer === 'number') return [answer]
  if (ArrayBuffer.isView(answer)) return Array.from(answer as Float64Array)
  if (typeof answer !== 'object' || answer === null) return []
  return Object.values(answer).flatMap(numbersIn)
}

test('every exported function of these folders has its line in the table', async () => {
  const base = new URL('../../../../worker/engine/', import.meta.url)
  const folders = ['aggregate', 'check', 'impute', 'kernel', 'normalise', 'treat', 'tree', 'weights']
  const files = [
    ...folders.flatMap((folder) => readdirSync(new URL(`${folder}/`, base)).map((name) => `${folder}/${name}`)),
    'computeComposite.ts',
    'computePanel.ts',
    'computeWeights.ts',
    'compositeKeys.ts',
    'composite.types.ts',
  ]
  const found: string[] = []
  for (const file of files) {
    const module = (await import(new URL(file, base).href)) as Record<string, unknown>
    for (const [name, value] of Object.entries(module))
      if (typeof value === 'function' && !String(value).startsWith('class')) found.push(name)
  }
  expect(found.toSorted()).toEqual(Object.keys(TABLE).toSorted())
})

describe.each(Object.keys(COLUMNS))('%s', (name) => {
  const column = COLUMNS[name] ?? []
  test.each(Object.keys(TABLE))('%s', (entry) => {
    const x = Float64Array.from(column, (v) => v ?? NaN)
    const before = Float64Array.from(x)
    const answer = attempt(() => TABLE[entry]?.(x, column))
    expect(numbersIn(answer).filter((v) => !Number.isFinite(v))).toEqual([])
    expect(x).toEqual(before)
  })
})
