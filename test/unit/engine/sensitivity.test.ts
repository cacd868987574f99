/** Uncertainty and sensitivity: what is drawn, what is refused, what must not depend on order or chunk, and gap effects. */
import { describe, expect, it } from 'vitest'
import type { CompositeMethod, CompositeRequest } from '../../../worker/engine/composite.types.ts'
import { computeComposite } from '../../../worker/engine/computeComposite.ts'
import { computeSensitivity } from '../../../worker/engine/computeSensitivity.ts'
import { gapEffects } from '../../../worker/engine/diagnose/gapEffects.ts'
import { gapList } from '../../../worker/engine/diagnose/gapList.ts'
import { cv } from '../../../worker/engine/indices/cv.ts'
import { prepareComposite } from '../../../worker/engine/kernel/prepareComposite.ts'
import { RandomStream } from '../../../worker/engine/numeric/random.ts'
import { EngineInputError } from '../../../worker/engine/types.ts'
import { byCode } from '../../../worker/engine/uncertainty/byCode.ts'
import { noiseDrawer } from '../../../worker/engine/uncertainty/drawNoise.ts'
import { weightDrawer } from '../../../worker/engine/uncertainty/drawWeights.ts'
import { rankCorrelation, rankShift } from '../../../worker/engine/uncertainty/rankShift.ts'
import { RankHistogram } from '../../../worker/engine/uncertainty/rankHistogram.ts'
import type { Perturbation, SensitivityRequest } from '../../../worker/engine/uncertainty/sensitivity.types.ts'
import { sensitivityRuns } from '../../../worker/engine/uncertainty/sensitivityRuns.ts'
import { sobolIndices } from '../../../worker/engine/uncertainty/sobolIndices.ts'

const method: CompositeMethod = {
  treatment: 'none',
  normalisation: 'minmax',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
}

const composite: CompositeRequest = {
  areas: ['东区', '西区', '南区', '北区', '新区', '老区'],
  framework: {
    code: 'index',
    children: [
      {
        code: 'care',
        weight: 2,
        children: [
          { code: 'beds', direction: 'benefit', target: 8, weight: 3 },
          { code: 'doctors', direction: 'benefit', target: 4 },
        ],
      },
      {
        code: 'school',
        children: [
          { code: 'ratio', direction: 'cost', target: 15 },
          { code: 'places', direction: 'benefit', target: 40 },
        ],
      },
    ],
  },
  values: {
    beds: [4.1, 5.5, 6.2, 7.9, 3.3, 5.1],
    doctors: [2.2, 3.9, 1.8, 2.5, 3.1, 2.9],
    ratio: [17, 14, 19, 16, 15.5, 18],
    places: [31, 36, 42, null, 28, 39],
  },
  method,
}

function request(perturb: Perturbation, more: Partial<SensitivityRequest> = {}): SensitivityRequest {
  return { ...composite, seed: 7, runs: 200, perturb, ...more }
}

const everything: Perturbation = {
  weights: { dirichlet: 4 },
  treatment: ['none', 'winsorise'],
  normalisation: ['minmax', 'rank', 'target'],
  aggregation: ['arithmetic', 'geometric', 'topsis'],
  leaveOneOut: true,
  noise: { sd: 0.2 },
}

describe('computeSensitivity', () => {
  it('answers with the nominal ranks of computeComposite and ordered intervals', () => {
    const result = computeSensitivity(request(everything))
    const nominal = computeComposite(composite).ranks['index']
    expect(result.ranks.map(({ area }) => area)).toEqual(composite.areas)
    expect(result.ranks.map((rank) => rank.nominal)).toEqual(nominal)
    for (const { median, p05, p95, topShare, missingShare } of result.ranks) {
      expect([1 <= (p05 ?? 0), (p05 ?? 9) <= (median ?? 0), (median ?? 9) <= (p95 ?? 0), (p95 ?? 9) <= 6]).toEqual([
        true,
        true,
        true,
        true,
      ])
      expect((topShare ?? -1) >= 0 && (topShare ?? 2) <= 1).toBe(true)
      expect(missingShare).toBeLessThan(1)
    }
    expect(result.drivers.map(({ choice }) => choice)).toEqual([
      'weights',
      'treatment',
      'normalisation',
      'aggregation',
      'leaveOneOut',
      'noise',
    ])
    expect(result).toMatchObject({ seed: 7, runs: 200, topK: 3, driverRuns: 200, evaluations: 200 + 200 * 7 })
  })

  it('gives the same bytes for the same seed, others for another', () => {
    expect(computeSensitivity(request(everything))).toEqual(computeSensitivity(request(everything)))
    expect(computeSensitivity(request(everything, { seed: 8 })).drivers).not.toEqual(
      computeSensitivity(request(everything)).drivers,
    )
  })

  it('gives the same result in chunks, and tells how far it is', () => {
    const whole = computeSensitivity(request(everything, { runs: 60, driverRuns: 80 }))
    for (const chunk of [1, 7, 100]) {
      const seen: number[] = []
      const work = sensitivityRuns(request(everything, { runs: 60, driverRuns: 80 }), chunk)
      let step = work.next()
      for (; step.done !== true; step = work.next()) {
        expect(step.value.total).toBe(80 + 80 * 7)
        seen.push(step.value.done)
      }
      expect(step.value).toEqual(whole)
      expect(seen).toEqual(Array.from({ length: Math.floor(640 / chunk) }, (_, k) => (k + 1) * chunk))
    }
  })

  it('does not depend on the order of areas, siblings or keys', () => {
    const order = [3, 0, 5, 1, 4, 2]
    const shuffled: SensitivityRequest = {
      ...request(everything),
      areas: order.map((i) => composite.areas[i] ?? ''),
      framework: {
        ...composite.framework,
        children:
          composite.framework.children
            ?.toReversed()
            .map((node) => ({ ...node, children: node.children?.toReversed() ?? [] })) ?? [],
      },
      values: Object.fromEntries(
        Object.entries(composite.values)
          .toReversed()
          .map(([code, column]) => [code, order.map((i) => column[i] ?? null)]),
      ),
    }
    const [one, two] = [computeSensitivity(request(everything)), computeSensitivity(shuffled)]
    expect(two.ranks).toEqual(order.map((i) => one.ranks[i]))
    expect([two.drivers, two.shift, two.correlation]).toEqual([one.drivers, one.shift, one.correlation])
  })

  it('draws each choice alike whatever else is questioned', () => {
    // A single alternative that equals the nominal build adds nothing to what the weights do.
    const alone = computeSensitivity(request({ weights: { range: 0.5 } }))
    const beside = computeSensitivity(
      request({ weights: { range: 0.5 }, normalisation: ['minmax'], aggregation: ['arithmetic'] }),
    )
    expect(beside.ranks).toEqual(alone.ranks)
    expect(beside.drivers[0]?.total).toEqual(alone.drivers[0]?.total)
    expect(beside.drivers.slice(1).map(({ total }) => total)).toEqual([0, 0])
    expect(alone.drivers[0]?.total).toBeGreaterThan(0.6)
  })

  it('finds no driver where nothing moves', () => {
    const still = computeSensitivity(request({ aggregation: ['arithmetic'] }))
    expect(still.drivers).toEqual([
      {
        choice: 'aggregation',
        firstOrder: null,
        total: null,
        firstOrderInterval: null,
        totalInterval: null,
        reason: 'constant',
      },
    ])
    expect(still.shift).toEqual({ median: 0, p05: 0, p95: 0 })
    expect(still.correlation).toEqual({ median: 1, p05: 1, p95: 1 })
    expect(still.ranks.every((rank) => rank.median === rank.nominal && rank.p05 === rank.p95)).toBe(true)
    expect(computeSensitivity(request({ aggregation: ['arithmetic'] }, { driverRuns: 0 })).drivers).toEqual([])
    expect(computeSensitivity(request({ leaveOneOut: true }, { runs: 1 })).drivers[0]?.reason).toBe('too-few-runs')
  })

  it('agrees with leaving each indicator out by hand', () => {
    const prepared = prepareComposite(composite)
    expect(prepared.m).toBe(4)
    const result = computeSensitivity(request({ leaveOneOut: true }, { runs: 4000, driverRuns: 0 }))
    const without = ['beds', 'doctors', 'ratio', 'places'].map((code) => {
      const framework = {
        ...composite.framework,
        children:
          composite.framework.children?.map((node) => ({
            ...node,
            children: node.children?.filter((leaf) => leaf.code !== code) ?? [],
          })) ?? [],
      }
      const { [code]: _out, ...values } = composite.values
      return computeComposite({ ...composite, framework, values }).ranks['index'] ?? []
    })
    result.ranks.forEach((rank, i) => {
      const possible = without.map((ranks) => ranks[i] ?? 0)
      const exact = possible.filter((r) => r > 0 && r <= 3).length / possible.filter((r) => r > 0).length
      expect(Math.abs((rank.topShare ?? -1) - exact)).toBeLessThan(0.04)
      expect(possible).toContain(rank.p05)
      expect(possible).toContain(rank.p95)
    })
  })

  it('carries an area without data as missing and counts runs that floored scores', () => {
    const holed: CompositeRequest = {
      ...composite,
      values: Object.fromEntries(
        Object.entries(composite.values).map(([code, column]) => [code, [...Array.from(column).slice(0, 5), null]]),
      ),
    }
    const result = computeSensitivity({ ...holed, seed: 1, runs: 50, perturb: { aggregation: ['geometric'] } })
    expect(result.ranks[5]).toEqual({
      area: '老区',
      nominal: null,
      median: null,
      p05: null,
      p95: null,
      topShare: null,
      missingShare: 1,
    })
    expect(result.warnings.map(({ code }) => code)).toContain('floored-zero')
  })
})

describe('what is refused', () => {
  it.each([
    ['an unknown choice', { wheights: { range: 0.1 } }, 'perturb.wheights'],
    ['nothing at all', {}, 'perturb'],
    ['only a refusal', { leaveOneOut: false }, 'perturb'],
    ['both kinds of weights', { weights: { range: 0.1, dirichlet: 1 } }, 'perturb.weights'],
    ['a range above 1', { weights: { range: 1.5 } }, 'perturb.weights.range'],
    ['a prototype key', { noise: { constructor: 1 } }, 'perturb.noise'],
    ['an unknown mean', { aggregation: ['arithmetic', 'median'] }, 'perturb.aggregation[1]'],
    ['an empty list', { normalisation: [] }, 'perturb.normalisation'],
    ['an unknown normalisation', { normalisation: [{ normalisation: 'softmax' }] }, 'perturb.normalisation[0]'],
    ['a flag that is no flag', { leaveOneOut: 1 }, 'perturb.leaveOneOut'],
    [
      'a geometric mean of z-scores',
      { normalisation: ['minmax', 'zscore'], aggregation: ['arithmetic', 'geometric'] },
      'perturb.aggregation[1]',
    ],
    [
      'treatment options that mean nothing',
      { treatment: ['none', { treatment: 'winsorise', options: { maxPoints: -1 } }] },
      'perturb.treatment[1].options.maxPoints',
    ],
  ])('%s', (_name, perturb, path) => {
    expect(pathsOf(() => computeSensitivity(request(perturb as Perturbation)))).toEqual([path])
  })

  it('a target without targets, as the alternative that asked for it', () => {
    const bare: CompositeRequest = {
      ...composite,
      framework: {
        code: 'index',
        children: [
          { code: 'beds', direction: 'benefit' },
          { code: 'ratio', direction: 'cost' },
        ],
      },
      values: { beds: [1, 2, 3, 4, 5, 6], ratio: [1, 2, 3, 4, 5, 7] },
    }
    const paths = pathsOf(() =>
      computeSensitivity({
        ...bare,
        seed: 1,
        runs: 5,
        perturb: { treatment: ['none', 'tukey'], normalisation: ['rank', 'target'] },
      }),
    )
    expect(new Set(paths)).toEqual(new Set(['perturb.normalisation[1]']))
    const own = { ...composite, method: { ...method, aggregation: 'geometric' as const } }
    expect(
      pathsOf(() => computeSensitivity({ ...own, seed: 1, runs: 5, perturb: { normalisation: ['rank', 'zscore'] } })),
    ).toEqual(['perturb.normalisation[1]'])
  })

  it('leaving one out of one, and numbers out of range', () => {
    const single: CompositeRequest = {
      ...composite,
      framework: { code: 'index', children: [{ code: 'beds', direction: 'benefit' }] },
      values: { beds: [1, 2, 3, 4, 5, 6] },
    }
    expect(pathsOf(() => computeSensitivity({ ...single, seed: 1, runs: 5, perturb: { leaveOneOut: true } }))).toEqual([
      'perturb.leaveOneOut',
    ])
    const paths = pathsOf(() =>
      computeSensitivity(request({ leaveOneOut: true }, { seed: -1, runs: 0.5, topK: 0, driverRuns: 1e9 })),
    )
    expect(paths).toEqual(['seed', 'runs', 'topK', 'driverRuns'])
    expect(pathsOf(() => computeSensitivity({ ...request({ leaveOneOut: true }), areas: [] }))).toContain('areas')
  })
})

describe('draws', () => {
  const prepared = prepareComposite(composite)
  const at = (code: string) => prepared.tree.codes.indexOf(code)

  it('range keeps each weight within its bounds and covers them', () => {
    const draw = weightDrawer(prepared, { range: 0.25 })
    const random = new RandomStream(5)
    const out = prepared.weights.slice()
    const seen = Array.from({ length: 2000 }, () => (draw(random, out), out[at('beds')] ?? 0))
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(2.25)
    expect(Math.max(...seen)).toBeLessThan(3.75)
    expect(Math.max(...seen) - Math.min(...seen)).toBeGreaterThan(1.48)
  })

  it('Dirichlet shares have the mean and variance of their parameters', () => {
    const draw = weightDrawer(prepared, { dirichlet: 5 })
    const random = new RandomStream(6)
    const out = prepared.weights.slice()
    // beds and doctors hold 3 : 1, so the parameters are 5·2·(3/4) = 7.5 and 2.5.
    const shares = Array.from(
      { length: 20_000 },
      () => (draw(random, out), (out[at('beds')] ?? 0) / ((out[at('beds')] ?? 0) + (out[at('doctors')] ?? 0))),
    )
    const mean = shares.reduce((a, b) => a + b, 0) / shares.length
    const variance = shares.reduce((a, b) => a + (b - mean) ** 2, 0) / shares.length
    expect(Math.abs(mean - 0.75)).toBeLessThan(0.005)
    expect(Math.abs(variance / ((7.5 * 2.5) / (100 * 11)) - 1)).toBeLessThan(0.05)
  })

  it('noise keeps missing cells missing, others’ errors in place, and no column below 0 that was not', () => {
    const draw = noiseDrawer(prepared, { sd: 3 })
    const [one, two] = [new Float64Array(prepared.raw.length), new Float64Array(prepared.raw.length)]
    draw(new RandomStream(3), prepared.raw, one)
    const holed = prepared.raw.slice()
    holed[0] = Number.NaN
    draw(new RandomStream(3), holed, two)
    expect(Number.isNaN(two[0])).toBe(true)
    expect(two.slice(1)).toEqual(one.slice(1))
    expect(one.every((x) => !(x < 0))).toBe(true)
    expect(one.filter((x) => Number.isNaN(x)).length).toBe(1)
    const relative = new Float64Array(prepared.raw.length)
    noiseDrawer(prepared, { range: 0.1 })(new RandomStream(3), prepared.raw, relative)
    relative.forEach((x, c) => expect(!(Math.abs(x / (prepared.raw[c] ?? 1) - 1) > 0.1)).toBe(true))
  })

  it('follow the order of codes', () => {
    expect(byCode(['b', 'a', '区', 'Z', 'a'])).toEqual([3, 1, 4, 0, 2])
  })
})

describe('ranks', () => {
  it('summarises counts as sorting the ranks would', () => {
    const histogram = new RankHistogram(3)
    for (const ranks of [
      [1, 2, 0],
      [2, 1, 0],
      [3, 1, 0],
      [1, 1, 3],
    ])
      histogram.add(ranks)
    expect(histogram.summary(0, 1)).toEqual({
      median: 1.5,
      p05: 1,
      p95: 2.8499999999999996,
      topShare: 0.5,
      missingShare: 0,
    })
    expect(histogram.summary(2, 2)).toEqual({ median: 3, p05: 3, p95: 3, topShare: 0, missingShare: 0.75 })
  })

  it('shift and correlation over the areas ranked both times', () => {
    expect(rankShift([1, 2, 3], [2, 1, 3])).toBe(2 / 3)
    expect(rankShift([1, 0, 2], [0, 1, 2])).toBe(0)
    expect(rankShift([0], [1])).toBe(0)
    expect(rankCorrelation([1, 2, 3, 4], [4, 3, 2, 1])).toBe(-1)
    // Average ranks 1, 2½, 2½, 4 against 2, 1, 3, 4: covariance 3, variances 4½ and 5 (each × 4).
    expect(rankCorrelation([1, 2, 2, 4], [2, 1, 3, 4])).toBeCloseTo(3 / Math.sqrt(22.5), 15)
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBe(null)
    // Area 2 has no second rank; the others keep their order.
    expect(rankCorrelation([1, 2, 3, 4], [1, 0, 2, 3])).toBe(1)
  })
})

describe('sobolIndices', () => {
  it('computes the example of its documentation and refuses faulty samples', () => {
    const [index] = sobolIndices({ a: [1, 3], b: [2, 4], ab: [[2, 4]] })
    expect([index?.firstOrder, index?.total]).toEqual([1.7999999999999998, 0.3])
    expect(() => sobolIndices({ a: [1, 2], b: [1], ab: [] })).toThrow(/^b: /)
    expect(() => sobolIndices({ a: [1, 2], b: [1, 2], ab: [[1, Number.NaN]] })).toThrow(/^ab\[0\]\[1\]: /)
    expect(sobolIndices({ a: [1], b: [2], ab: [[1]] })[0]?.reason).toBe('too-few-runs')
    expect(sobolIndices({ a: [1, 1], b: [1, 1], ab: [[1, 1]] })[0]?.reason).toBe('constant')
  })
})

describe('gapEffects', () => {
  const indicators = [
    { code: 'beds', direction: 'benefit', target: 8 },
    { code: 'ratio', direction: 'cost', target: 15 },
  ] as const
  const gaps = gapList({ areas: composite.areas, indicators, values: composite.values })
  it.each([
    ['minmax on the sample', method],
    ['targets', { ...method, normalisation: 'target' }],
    ['z-scores', { ...method, normalisation: 'zscore', normalisationOptions: { mean: 10, sd: 2 } }],
    ['weights from data', { ...method, weighting: 'entropy' }],
    ['clipped at Tukey fences', { ...method, treatment: 'tukey', treatmentOptions: { k: 0.1 } }],
    ['TOPSIS', { ...method, aggregation: 'topsis' }],
  ] as [string, CompositeMethod][])('equals computing the composite anew: %s', (_name, own) => {
    const changedMethod = { ...composite, method: own }
    const effects = gapEffects(changedMethod, gaps, { index: cvOf })
    expect(effects.each).toHaveLength(gaps.length)
    const anew = (changed: typeof gaps) => {
      const values = structuredClone(composite.values) as Record<string, (number | null)[]>
      for (const gap of changed) (values[gap.indicator] ?? [])[composite.areas.indexOf(gap.area)] = gap.target
      return computeComposite({ ...changedMethod, values }).scores['index'] ?? []
    }
    effects.each.forEach((effect, g) => {
      const gap = gaps[g]
      if (gap === undefined) throw new Error('no gap')
      const scores = anew([gap])
      expect(effect).toMatchObject({ area: gap.area, indicator: gap.indicator })
      expect(effect.score.after).toBe(scores[composite.areas.indexOf(gap.area)])
      expect(effect.index.after).toBe(cv(scores).value)
      expect(effect.index.change).toBe((effect.index.after ?? 0) - (effect.index.before ?? 0))
    })
    expect(effects.together.after).toBe(cv(anew(gaps)).value)
    expect(effects.together.before).toBe(cv(anew([])).value)
  })

  it('takes the index over a node or an indicator, and names what it cannot find', () => {
    const schools = gapEffects(composite, gaps, { index: cvOf, node: 'school' })
    expect(schools.each.find(({ indicator }) => indicator === 'beds')?.index.change).toBe(0)
    expect(
      gapEffects(composite, gaps, { index: cvOf, node: 'beds' }).each.find(({ indicator }) => indicator === 'beds')
        ?.index.change,
    ).not.toBe(0)
    expect(gapEffects(composite, [], { index: cvOf }).together.change).toBe(0)
    expect(pathsOf(() => gapEffects(composite, gaps, { index: cvOf, node: 'none' }))).toEqual(['node'])
    expect(
      pathsOf(() => gapEffects(composite, [{ area: '东区', indicator: 'care', target: 1 }], { index: cvOf })),
    ).toEqual(['gaps[0].indicator'])
    expect(
      pathsOf(() => gapEffects(composite, [{ area: '外区', indicator: 'beds', target: 1 }], { index: cvOf })),
    ).toEqual(['gaps[0].area'])
    expect(
      pathsOf(() => gapEffects(composite, [{ area: '东区', indicator: 'beds', target: Infinity }], { index: cvOf })),
    ).toEqual(['gaps[0].target'])
  })
})

function cvOf(scores: Parameters<typeof cv>[0]): ReturnType<typeof cv> {
  return cv(scores)
}

function pathsOf(work: () => unknown): string[] {
  try {
    work()
  } catch (error) {
    if (error instanceof EngineInputError) return error.faults.map(({ path }) => path)
    throw error
  }
  throw new Error('nothing was refused')
}
