/** The edge table of time, space, diagnosis, uncertainty, digest and the random numbers: whatever the column, an answer is
 * made of finite numbers, texts and nulls, or the request is refused as EngineInputError. The table is compared with what
 * the folders export, so a new function cannot be forgotten. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CompositeRequest } from '../../../worker/engine/composite.types.ts'
import { computeCoupling } from '../../../worker/engine/computeCoupling.ts'
import { computeSources } from '../../../worker/engine/computeSources.ts'
import { computeTrends } from '../../../worker/engine/computeTrends.ts'
import { computeSensitivity } from '../../../worker/engine/computeSensitivity.ts'
import { gapEffects } from '../../../worker/engine/diagnose/gapEffects.ts'
import { gapList, nearestTarget } from '../../../worker/engine/diagnose/gapList.ts'
import { obstacleDegree } from '../../../worker/engine/diagnose/obstacleDegree.ts'
import { canonicalJson } from '../../../worker/engine/digest/canonicalJson.ts'
import { plainJson } from '../../../worker/engine/digest/plainJson.ts'
import { digestOf } from '../../../worker/engine/digest/digestOf.ts'
import { evaluationDigest } from '../../../worker/engine/digest/evaluationDigest.ts'
import { hexOf, sha256 } from '../../../worker/engine/digest/sha256.ts'
import { sha256Hex } from '../../../worker/engine/digest/sha256Hex.ts'
import { prepareComposite } from '../../../worker/engine/kernel/prepareComposite.ts'
import { gammaDeviate, normalDeviate } from '../../../worker/engine/numeric/deviates.ts'
import { normalTail, normalTwoSided } from '../../../worker/engine/numeric/normalTail.ts'
import { portableExp } from '../../../worker/engine/numeric/portableExp.ts'
import { RandomStream, requireSeed } from '../../../worker/engine/numeric/random.ts'
import { studentTwoSided } from '../../../worker/engine/numeric/studentTail.ts'
import { canonicalOrder } from '../../../worker/engine/space/canonicalOrder.ts'
import { localMoran } from '../../../worker/engine/space/localMoran.ts'
import { moran } from '../../../worker/engine/space/moran.ts'
import { moranMoments } from '../../../worker/engine/space/moranMoments.ts'
import { keepNeighbours, requireNeighbours } from '../../../worker/engine/space/neighbours.ts'
import { betaConvergence } from '../../../worker/engine/time/betaConvergence.ts'
import { couplingCoordination, couplingShares } from '../../../worker/engine/coupling/couplingCoordination.ts'
import { couplingGrade } from '../../../worker/engine/coupling/couplingGrades.ts'
import { gradeTransitions } from '../../../worker/engine/time/gradeTransitions.ts'
import { kernelDensity } from '../../../worker/engine/time/kernelDensity.ts'
import { describeTrend } from '../../../worker/engine/time/describeTrend.ts'
import { exactTrend } from '../../../worker/engine/time/exactTrend.ts'
import { inversionCounts } from '../../../worker/engine/time/inversionCounts.ts'
import { mannKendall } from '../../../worker/engine/time/mannKendall.ts'
import { median } from '../../../worker/engine/time/median.ts'
import { periodTime, periodTimes } from '../../../worker/engine/time/periodTime.ts'
import { presentValues } from '../../../worker/engine/numeric/presentValues.ts'
import { segmentsOf } from '../../../worker/engine/time/segments.ts'
import { sharedDensities } from '../../../worker/engine/time/sharedDensities.ts'
import { splitChange } from '../../../worker/engine/time/splitChange.ts'
import { stationaryDistribution } from '../../../worker/engine/time/stationaryDistribution.ts'
import type { Values } from '../../../worker/engine/types.ts'
import { EngineInputError } from '../../../worker/engine/types.ts'
import { byCode } from '../../../worker/engine/uncertainty/byCode.ts'
import { checkSensitivity } from '../../../worker/engine/uncertainty/checkSensitivity.ts'
import { noiseDrawer } from '../../../worker/engine/uncertainty/drawNoise.ts'
import { weightDrawer } from '../../../worker/engine/uncertainty/drawWeights.ts'
import { nominalState, preparePerturbation } from '../../../worker/engine/uncertainty/preparePerturbation.ts'
import { quantile } from '../../../worker/engine/uncertainty/quantile.ts'
import { RankHistogram } from '../../../worker/engine/uncertainty/rankHistogram.ts'
import { rankCorrelation, rankShift } from '../../../worker/engine/uncertainty/rankShift.ts'
import type { SensitivityRequest } from '../../../worker/engine/uncertainty/sensitivity.types.ts'
import { sensitivityRuns } from '../../../worker/engine/uncertainty/sensitivityRuns.ts'
import { sobolIndices } from '../../../worker/engine/uncertainty/sobolIndices.ts'
import { EDGE_COLUMNS } from '../../support/edgeColumns.ts'

const table: Readonly<Record<string, (x: Values) => unknown>> = {
  // digest: what JSON cannot hold is refused
  canonicalJson: (x) => canonicalJson(Array.from(x)),
  plainJson: (x) => plainJson(Array.from(x)) ?? null,
  digestOf: (x) => digestOf(Array.from(x)),
  evaluationDigest: (x) =>
    evaluationDigest({ snapshot: Array.from(x), framework: {}, options: {}, engineVersion: '1' }),
  sha256Hex: (x) => sha256Hex(Array.from(x, String).join()),
  sha256: (x) => sha256(new TextEncoder().encode(Array.from(x, String).join())).length,
  hexOf: (x) => hexOf(Uint8Array.from(x, (v) => v ?? 0)),
  // random numbers and tails; NaN in is NaN out, by definition
  RandomStream: (x) => finite(x).map((v) => new RandomStream(Math.abs(Math.trunc(v))).uniform()),
  requireSeed: (x) => finite(x).map((v) => requireSeed(v)),
  normalDeviate: (x) => x.length > 0 && normalDeviate(new RandomStream(x.length)),
  gammaDeviate: (x) => finite(x).map((v) => gammaDeviate(new RandomStream(1), Math.min(Math.abs(v), 1e9))),
  portableExp: (x) => finite(x).map((v) => portableExp(Math.min(v, 709))),
  normalTail: (x) => finite(x).map((v) => normalTail(v)),
  normalTwoSided: (x) => finite(x).map((v) => normalTwoSided(v)),
  studentTwoSided: (x) => finite(x).map((v) => studentTwoSided(v, 3)),
  // space
  moran: (x) => [
    moran(x, chain(x.length), { permutations: 19 }),
    moran(x, ring(x.length), { style: 'binary', permutations: 19 }),
  ],
  canonicalOrder: (x) => canonicalOrder(finite(x), chain(finite(x).length)),
  localMoran: (x) =>
    finite(x).length > 2 &&
    moran(finite(x), chain(finite(x).length)).value !== null &&
    localMoran(Float64Array.of(-1, 0.5, 0.5), chain(3), () => 1, 'n'),
  moranMoments: (x) => finite(x).length > 2 && moranMoments(0.5, finite(x).length, 2, { s0: 4, s1: 4, s2: 16 }),
  requireNeighbours: (x) => requireNeighbours([Array.from(x, (v) => v ?? -1)], 1),
  keepNeighbours: (x) => keepNeighbours(chain(x.length), []),
  // time
  mannKendall: (x) => [mannKendall(x), mannKendall(x, { times: Array.from(x, (_, i) => 2000 + i) })],
  exactTrend: (x) =>
    exactTrend(
      finite(x)
        .slice(0, 20)
        .map(() => 1),
      0,
    ),
  inversionCounts: (x) =>
    inversionCounts(
      finite(x)
        .slice(0, 12)
        .map((_, i) => 1 + (i % 2)),
    ),
  periodTime: (x) => Array.from(x, (v) => periodTime(String(v))),
  periodTimes: (x) => periodTimes(Array.from(x, (_, i) => String(1000 + i))),
  segmentsOf: (x) =>
    segmentsOf(
      Array.from(x, (_, i) => 2000 + i),
      [{ period: '2001', note: '' }],
    ),
  describeTrend: (x) =>
    describeTrend({
      periods: Array.from(x, (_, i) => String(1000 + i)),
      values: x,
      breaks: [{ period: '1002', note: '' }],
    }),
  sharedDensities: (x) => sharedDensities([x, Array.from(x, (v) => (v === null ? null : v / 2))], 7),
  betaConvergence: (x) => [
    betaConvergence(x, x, 5),
    betaConvergence(
      x,
      Array.from(x, (v, i) => (v === null ? null : v * (i + 1))),
      5,
    ),
  ],
  couplingCoordination: (x) => couplingCoordination(x),
  couplingShares: (x) => couplingShares(x.length, finite(x)),
  couplingGrade: (x) => Array.from(x, (v) => couplingGrade(v)),
  gradeTransitions: (x) => gradeTransitions([x], 5),
  kernelDensity: (x) => [kernelDensity(x), kernelDensity(x, { rule: 'nrd0' }), kernelDensity(x, { bandwidth: 1 })],
  median: (x) => finite(x).length > 0 && median(finite(x)),
  presentValues: (x) => presentValues(x, 'x'),
  splitChange: (x) =>
    splitChange({ mean: x[0] ?? null, index: x[1] ?? null }, { mean: x[2] ?? null, index: x[0] ?? null }),
  stationaryDistribution: (x) =>
    stationaryDistribution(gradeTransitions([finite(x).map((v) => (v > 3 ? 1 : 2))], 2).transition),
  // diagnosis
  obstacleDegree: (x) => [
    obstacleDegree(
      x,
      Array.from(x, () => 1),
    ),
    obstacleDegree(
      Array.from(x, () => 0.5),
      finite(x),
    ),
  ],
  gapList: (x) => gapList({ ...gapsOf(x), includeMet: true }),
  nearestTarget: (x) => finite(x).map((v) => nearestTarget(v, [1, 2])),
  gapEffects: (x) => gapEffects(composite(x), gapList(gapsOf(x)), { index: () => ({ value: 1 }) }),
  // uncertainty
  byCode: (x) => byCode(Array.from(x, String)),
  checkSensitivity: (x) => checkSensitivity(sensitivity(x)),
  noiseDrawer: (x) =>
    drawn(x, (prepared, out) => noiseDrawer(prepared, { sd: 0.1 })(new RandomStream(1), prepared.raw, out)),
  weightDrawer: (x) => drawn(x, (prepared, out) => weightDrawer(prepared, { dirichlet: 1 })(new RandomStream(1), out)),
  preparePerturbation: (x) => preparePerturbation(sensitivity(x)).factors.length,
  nominalState: (x) => nominalState(prepareComposite(composite(x))),
  sensitivityRuns: (x) => sensitivityRuns(sensitivity(x)).next(),
  quantile: (x) =>
    finite(x).length > 0 &&
    quantile(
      finite(x).sort((a, b) => a - b),
      0.3,
    ),
  RankHistogram: (x) => {
    const histogram = new RankHistogram(3)
    histogram.add(Array.from(x, (v) => Math.max(0, Math.min(3, Math.trunc(v ?? 0) || 0))))
    return [histogram.summary(0, 1), histogram.summary(2, 9)]
  },
  rankShift: (x) =>
    rankShift(
      Array.from(x, (_, i) => i),
      Array.from(x, (_, i) => x.length - i),
    ),
  rankCorrelation: (x) =>
    rankCorrelation(
      Array.from(x, (_, i) => i),
      Array.from(x, (_, i) => x.length - i),
    ),
  sobolIndices: (x) => sobolIndices({ a: x as number[], b: x as number[], ab: [x as number[]] }, { bootstrap: 5 }),
  // entry points
  computeCoupling: (x) => computeCoupling({ systems: { a: x, b: Array.from(x, () => 0.5) } }),
  computeSensitivity: (x) => computeSensitivity(sensitivity(x)),
  computeTrends: (x) =>
    computeTrends({
      periods: ['2021', '2022', '2024'],
      series: { A: [x, Array.from(x).toReversed(), x] },
      grades: [60, 80],
    }),
  computeSources: (x) => computeSources({ parts: { A: x, B: Array.from(x, (_, i) => i) }, weights: { A: 1, B: 2 } }),
}

it('lists every function that the folders export', async () => {
  const engine = new URL('../../../worker/engine/', import.meta.url)
  const files = ['digest', 'space', 'time', 'coupling', 'diagnose', 'uncertainty'].flatMap((folder) => {
    return readdirSync(new URL(`${folder}/`, engine)).map((file) => `${folder}/${file}`)
  })
  const own = ['random', 'deviates', 'portableExp', 'normalTail', 'studentTail', 'presentValues'].map(
    (file) => `numeric/${file}.ts`,
  )
  const exported = new Set<string>()
  for (const file of [
    ...files,
    ...own,
    'computeCoupling.ts',
    'computeSensitivity.ts',
    'computeTrends.ts',
    'computeSources.ts',
  ]) {
    const module = (await import(new URL(file, engine).href)) as Record<string, unknown>
    for (const [name, value] of Object.entries(module)) if (typeof value === 'function') exported.add(name)
  }
  expect(Object.keys(table).sort()).toEqual([...exported].sort())
})

describe.each(Object.entries(table))('%s', (_name, run) => {
  it.each(EDGE_COLUMNS)('%s', async (_column, values) => {
    try {
      expect(faultyNumbers(await run(values))).toEqual([])
    } catch (error) {
      expect(error).toBeInstanceOf(EngineInputError)
      expect((error as EngineInputError).faults.every(({ path, message }) => path !== '' && message !== '')).toBe(true)
    }
  })
})

/** Paths of numbers that are not finite; a missing cell is NaN in matrices alone, which `drawn` leaves out. */
function faultyNumbers(answer: unknown, path = '$'): string[] {
  if (typeof answer === 'number') return Number.isFinite(answer) ? [] : [`${path} = ${answer}`]
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([key, item]) => faultyNumbers(item, `${path}.${key}`))
}

function finite(x: Values): number[] {
  return Array.from(x).filter((v): v is number => v !== null && Number.isFinite(v))
}

function chain(n: number): number[][] {
  return Array.from({ length: n }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < n))
}

function ring(n: number): number[][] {
  return Array.from({ length: n }, (_, i) => (n > 1 ? [(i + 1) % n] : []))
}

function gapsOf(x: Values): Parameters<typeof gapList>[0] {
  return {
    areas: Array.from(x, (_, i) => `A${i}`),
    indicators: [{ code: 'I', direction: 'benefit', target: 4, coverageOf: 100 }],
    values: { I: x },
    population: Array.from(x, (_, i) => i),
  }
}

function composite(x: Values): CompositeRequest {
  return {
    areas: Array.from(x, (_, i) => `A${i}`),
    framework: {
      code: 'R',
      children: [
        { code: 'I', direction: 'benefit' },
        { code: 'J', direction: 'cost' },
      ],
    },
    values: { I: x, J: Array.from(x, (_, i) => i) },
    method: {
      treatment: 'none',
      normalisation: 'minmax',
      weighting: 'equal',
      aggregation: 'arithmetic',
      missing: 'renormalise',
    },
  }
}

function sensitivity(x: Values): SensitivityRequest {
  return {
    ...composite(x),
    seed: 1,
    runs: 12,
    perturb: {
      weights: { dirichlet: 1 },
      normalisation: ['minmax', 'zscore', 'rank'],
      leaveOneOut: true,
      noise: { sd: 0.1 },
    },
  }
}

/** What a drawer writes over the present cells; a cell that went missing by itself would show as NaN. */
function drawn(x: Values, draw: (prepared: ReturnType<typeof prepareComposite>, out: Float64Array) => void): number[] {
  const prepared = prepareComposite(composite(x))
  const out = new Float64Array(Math.max(prepared.raw.length, prepared.size))
  draw(prepared, out)
  return Array.from(out).filter((_, cell) => !Number.isNaN(prepared.raw[cell]))
}
