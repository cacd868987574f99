/** Hand-checked examples and domain rules of the diagnosis, time and space functions. */
import { describe, expect, it } from 'vitest'
import { computeCoupling } from '../../../worker/engine/computeCoupling.ts'
import { gapList, nearestTarget } from '../../../worker/engine/diagnose/gapList.ts'
import { obstacleDegree } from '../../../worker/engine/diagnose/obstacleDegree.ts'
import { moran } from '../../../worker/engine/space/moran.ts'
import { betaConvergence } from '../../../worker/engine/time/betaConvergence.ts'
import { couplingGrade, couplingGrades } from '../../../worker/engine/coupling/couplingGrades.ts'
import { gradeTransitions } from '../../../worker/engine/time/gradeTransitions.ts'
import { kernelDensity } from '../../../worker/engine/time/kernelDensity.ts'
import { mannKendall } from '../../../worker/engine/time/mannKendall.ts'
import { splitChange } from '../../../worker/engine/time/splitChange.ts'
import { stationaryDistribution } from '../../../worker/engine/time/stationaryDistribution.ts'
import { EngineInputError } from '../../../worker/engine/types.ts'

describe('mannKendall', () => {
  it('counts time, not position, when a period is missing', () => {
    expect(mannKendall([1, 2, null, 4])).toMatchObject({ n: 3, S: 3, senSlope: 1 })
    expect(mannKendall([1, Number.NaN, null, 4])).toEqual({ S: null, n: 2, reason: 'too-few-periods' })
  })
})

describe('betaConvergence', () => {
  it('gives an exact fit no error: t and p null, r2 one', () => {
    // ln x0 = 0, 1, 2 and growth 0.3 − 0.1·ln x0 over one period.
    const [x0, x1] = [[0, 1, 2].map(Math.exp), [0.3, 1.2, 2.1].map(Math.exp)]
    const fit = betaConvergence(x0, x1, 1)
    expect(fit).toMatchObject({ n: 3, seBeta: 0, t: null, p: null, r2: 1 })
    expect(fit.beta).toBeCloseTo(-0.1, 14)
  })

  it('has no speed when areas overtake each other, and no r2 when all grow alike', () => {
    expect(betaConvergence([1, 2, 4, 8], [9, 5, 3, 1], 1)).toMatchObject({ speed: null, halfLife: null })
    expect(betaConvergence([1, 2, 4], [2, 4, 8], 1)).toMatchObject({ beta: 0, r2: null, speed: -0, halfLife: null })
  })

  it('says why there is none', () => {
    expect(betaConvergence([1, 2, 0], [1, 2, 3], 1)).toEqual({ beta: null, n: 3, reason: 'non-positive-value' })
    expect(betaConvergence([1, 2, null], [1, 2, 3], 1)).toEqual({ beta: null, n: 2, reason: 'too-few-areas' })
    expect(betaConvergence([2, 2, 2], [1, 2, 3], 1)).toEqual({ beta: null, n: 3, reason: 'constant' })
    expect(() => betaConvergence([1], [1, 2], 1)).toThrow(/^last: 2 last values for 1 first/)
    expect(() => betaConvergence([1], [1], 0)).toThrow(/^periods: /)
    expect(() => betaConvergence([1, Infinity], [1, 2], 1)).toThrow(/^first\[1\]: /)
  })
})

describe('gradeTransitions', () => {
  it('gives a grade never left a null row, and then no stationary shares', () => {
    const result = gradeTransitions(
      [
        [1, 2, 3],
        [1, 1, 2],
      ],
      3,
    )
    expect(result.counts).toEqual([
      [1, 2, 0],
      [0, 0, 1],
      [0, 0, 0],
    ])
    expect(result.transition).toEqual([[1 / 3, 2 / 3, 0], [0, 0, 1], null])
    expect(result.stationary).toEqual({ value: null, reason: 'unknown-row' })
    expect(result.moves).toEqual({ stayed: 1 / 4, up: 3 / 4, down: 0 })
  })

  it('does not bridge a missing period', () => {
    expect(gradeTransitions([[1, null, 2]], 2)).toMatchObject({
      counts: [
        [0, 0],
        [0, 0],
      ],
      moves: null,
    })
  })

  it('names each grade that is none', () => {
    expect(() =>
      gradeTransitions(
        [
          [1, 4],
          [0, 1.5],
        ],
        3,
      ),
    ).toThrow(/sequences\[0\]\[1\].*sequences\[1\]\[0\].*sequences\[1\]\[1\]/)
  })
})

describe('stationaryDistribution', () => {
  it('gives transient grades nothing and refuses two closed classes', () => {
    expect(
      stationaryDistribution([
        [0.5, 0.5, 0],
        [0, 0, 1],
        [0, 1, 0],
      ]).value,
    ).toEqual([0, 0.5, 0.5])
    expect(
      stationaryDistribution([
        [1, 0],
        [0, 1],
      ]),
    ).toEqual({ value: null, reason: 'several-closed-classes' })
    expect(stationaryDistribution([[1]]).value).toEqual([1])
  })
})

describe('kernelDensity', () => {
  it('draws its own grid and integrates to one', () => {
    const density = kernelDensity([60, 62, 75, 80, 91], { points: 801 })
    if (density.bandwidth === null) throw new Error(density.reason)
    const step = (density.grid[1] ?? 0) - (density.grid[0] ?? 0)
    expect(density.grid[0]).toBeCloseTo(60 - 3 * density.bandwidth, 10)
    expect(density.density.reduce((a, b) => a + b, 0) * step).toBeCloseTo(0.9991, 3)
    expect(kernelDensity([5, 5, 5])).toEqual({ bandwidth: null, n: 3, reason: 'constant' })
    expect(kernelDensity([5, 5], { bandwidth: 1, grid: [5] })).toMatchObject({ density: [1 / Math.sqrt(2 * Math.PI)] })
    expect(() => kernelDensity([1, 2], { bandwidth: 0 })).toThrow(/^bandwidth: /)
    expect(() => kernelDensity([1, 2], { grid: [1, Infinity] })).toThrow(/^grid\[1\]: /)
    expect(() => kernelDensity([1, 2], { points: 1 })).toThrow(/^points: /)
  })
})

describe('splitChange', () => {
  it('gives a proportional rise of every area wholly to level, and nothing to the index', () => {
    const { index, adjusted } = splitChange({ mean: 50, index: 0.2 }, { mean: 100, index: 0.2 })
    expect(index?.change).toBe(0)
    expect((index?.level ?? 1) + (index?.dispersion ?? 0)).toBeCloseTo(0, 15)
    expect(adjusted).toEqual({ change: 40, level: 40, dispersion: -0 })
  })

  it('gives a rise by one amount for all (same absolute spread) wholly to level', () => {
    // σ = 10 throughout: CV 0.2 → 0.1 as the mean rises from 50 to 100.
    const { index } = splitChange({ mean: 50, index: 0.2 }, { mean: 100, index: 0.1 })
    expect(index?.dispersion).toBeCloseTo(0, 15)
    expect(index?.level).toBeCloseTo(-0.1, 15)
  })

  it('matches the worked example of its documentation', () => {
    const { index } = splitChange({ mean: 50, index: 0.4 }, { mean: 60, index: 0.3 })
    expect(index?.level).toBeCloseTo(-0.0633333333333, 12)
    expect(index?.dispersion).toBeCloseTo(-0.0366666666667, 12)
    expect(splitChange({ mean: 0, index: 0.4 }, { mean: 60, index: 0.3 }).reason).toBe('non-positive-mean')
    expect(splitChange({ mean: 1, index: null }, { mean: 60, index: 0.3 }).reason).toBe('not-applicable')
    expect(splitChange({ mean: 1e-300, index: 0.4 }, { mean: 1e300, index: 1 }).reason).toBe('overflow')
  })
})

describe('coupling', () => {
  it('names ten classes, each closed below, the last closed above too', () => {
    expect(couplingGrades.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect([0, 0.0999, 0.1, 0.3, 0.6, 0.7, 0.9, 1].map((d) => couplingGrade(d)?.level)).toEqual([
      1, 1, 2, 4, 7, 8, 10, 10,
    ])
    expect([null, -0.1, 1.01, Number.NaN].map((d) => couplingGrade(d))).toEqual([null, null, null, null])
    expect(couplingGrade(0)).toMatchObject({ zh: '极度失调', en: 'extreme imbalance' })
    expect(couplingGrade(0.95)?.zh).toBe('优质协调')
  })

  it('gives null and a reason area by area, and warns of scores above 1', () => {
    const result = computeCoupling({ systems: { a: [0.4, null, -0.1, 0, 0, 60], b: [0.9, 0.5, 0.5, 0, 0.5, 80] } })
    expect(result.grade).toEqual(['中级协调', null, null, null, '极度失调', null])
    expect(result.level).toEqual([8, null, null, null, 1, null])
    expect(result.reason).toEqual([null, 'missing-value', 'negative-value', 'zero-divisor', null, null])
    expect(result.T.slice(0, 5)).toEqual([0.65, null, null, 0, 0.25])
    expect(result.D[0]).toBeCloseTo(Math.sqrt(0.6), 14)
    expect(result.warnings.map(({ path }) => path)).toEqual(['systems.a[5]', 'systems.b[5]'])
    expect(result.classes).toHaveLength(10)
  })

  it('does not depend on key order and normalises weights', () => {
    const one = computeCoupling({ systems: { a: [0.3], b: [0.8], c: [0.5] }, weights: { a: 1, b: 2, c: 1 } })
    const two = computeCoupling({ systems: { c: [0.5], b: [0.8], a: [0.3] }, weights: { b: 4, c: 2, a: 2 } })
    expect(two).toEqual(one)
    expect(one.weights).toEqual({ a: 0.25, b: 0.5, c: 0.25 })
  })

  it('names every fault', () => {
    expect(() => computeCoupling({ systems: { a: [1] } })).toThrow(/^systems: /)
    expect(() => computeCoupling({ systems: { a: [1], b: [1, 2] } })).toThrow(/^systems\.b: /)
    expect(() => computeCoupling({ systems: { a: [1], b: [Infinity] } })).toThrow(/^systems\.b\[0\]: /)
    expect(() => computeCoupling({ systems: { a: [1], b: [1] }, weights: { a: 1, c: 1 } })).toThrow(
      /weights\.c: .*weights\.b: /,
    )
    expect(() => computeCoupling({ systems: { a: [1], b: [1] }, weights: { a: 0, b: 0 } })).toThrow(/^weights: /)
  })
})

describe('obstacleDegree', () => {
  it('leaves a missing indicator out and over-achievement at nothing', () => {
    expect(obstacleDegree([0.5, null, 1.2, 0.5], [1, 5, 1, 3]).value).toEqual([0.25, null, 0, 0.75])
    expect(obstacleDegree([1, 1.5], [1, 1])).toEqual({ value: null, reason: 'zero-divisor' })
    expect(obstacleDegree([null], [1])).toEqual({ value: null, reason: 'missing-value' })
    expect(obstacleDegree([-0.4, 0.2], [1, 1])).toEqual({ value: null, reason: 'negative-value' })
    expect(obstacleDegree([0.4], [0])).toEqual({ value: null, reason: 'no-weight' })
    expect(obstacleDegree([0.5, 0.5], [Number.MAX_VALUE, Number.MAX_VALUE]).value).toEqual([0.5, 0.5])
    expect(obstacleDegree([0.5, 0.5], [5e-324, 5e-324]).value).toEqual([0.5, 0.5])
    expect(() => obstacleDegree([0.4], [-1])).toThrow(/^weights\[0\]: /)
    expect(() => obstacleDegree([0.4], [])).toThrow(/^weights: /)
  })
})

describe('gapList', () => {
  it('measures shortfall by direction and range, counts people, sorts by what is missing', () => {
    const gaps = gapList({
      areas: ['B', 'A'],
      indicators: [
        { code: 'beds', direction: 'benefit', target: 8 },
        { code: 'ratio', direction: 'cost', target: 20 },
        { code: 'cover', direction: 'benefit', target: 95, coverageOf: 100 },
        { code: 'band', target: [1, 2] },
        { code: 'plain', direction: 'benefit' },
      ],
      values: { beds: [6, 8], ratio: [25, 19], cover: [85.5, null], band: [2.5, 0.5], plain: [0, 0] },
      population: [1000, 400],
    })
    expect(gaps.map(({ inRange: _inRange, priority: _priority, ...gap }) => gap)).toEqual([
      { area: 'A', indicator: 'band', value: 0.5, target: 1, gap: -0.5, shortfall: 0.5, relative: 0.5, people: 400 },
      { area: 'B', indicator: 'beds', value: 6, target: 8, gap: -2, shortfall: 2, relative: 0.25, people: 1000 },
      { area: 'B', indicator: 'ratio', value: 25, target: 20, gap: 5, shortfall: 5, relative: 0.25, people: 1000 },
      { area: 'B', indicator: 'band', value: 2.5, target: 2, gap: 0.5, shortfall: 0.5, relative: 0.25, people: 1000 },
      { area: 'B', indicator: 'cover', value: 85.5, target: 95, gap: -9.5, shortfall: 9.5, relative: 0.1, people: 95 },
    ])
    expect(nearestTarget(1.5, [1, 2])).toBe(1.5)
  })

  it('puts the worst gap within its anchor range first, whoever lives there', () => {
    const gaps = gapList({
      areas: ['big city', 'small county'],
      indicators: [
        { code: 'beds', direction: 'benefit', floor: 4, target: 8, weight: 0.5 },
        { code: 'wait', direction: 'cost', floor: 30, target: 10, weight: 0.5 },
      ],
      values: { beds: [6, 3], wait: [15, 10] },
      population: [2_000_000, 30_000],
    })
    expect(gaps.map((g) => [g.area, g.indicator, g.inRange, g.priority])).toEqual([
      ['small county', 'beds', 1.25, 0.625],
      ['big city', 'beds', 0.5, 0.25],
      ['big city', 'wait', 0.25, 0.125],
    ])
  })

  it('lists met cells on request and names faults', () => {
    const request = {
      areas: ['A'],
      indicators: [{ code: 'I', direction: 'benefit' as const, target: 0 }],
      values: { I: [3] },
    }
    expect(gapList(request)).toEqual([])
    expect(gapList({ ...request, includeMet: true })).toMatchObject([{ shortfall: 0, relative: null, people: null }])
    expect(() => gapList({ ...request, values: {} })).toThrow(/^values\.I: /)
    expect(() => gapList({ ...request, values: { I: [1, 2] } })).toThrow(/^values\.I: 2 values for 1 areas/)
    expect(() => gapList({ ...request, population: [-1] })).toThrow(/^population\[0\]: /)
    expect(() => gapList({ ...request, indicators: [{ code: 'I', target: 1 }] })).toThrow(
      /^indicators\[0\]\.direction: /,
    )
    expect(() => gapList({ ...request, indicators: [{ code: 'I', target: [2, 1] }] })).toThrow(
      /^indicators\[0\]\.target: /,
    )
  })
})

describe('moran', () => {
  const chain = [[1], [0, 2], [1, 3], [2, 4], [3, 5], [4]]

  it('is 0.4 on the chain of its documentation’s example', () => {
    const result = moran([1, 2, 3, 4], [[1], [0, 2], [1, 3], [2]])
    expect(result.value).toBeCloseTo(0.4, 14)
  })

  it('estimates the exact permutation p, found here by all 720 arrangements', () => {
    const values = [1, 2, 4, 7, 5, 11]
    const observed = moran(values, chain, { permutations: 20_000, seed: 3 })
    if (observed.value === null) throw new Error(observed.reason)
    const distance = Math.abs(observed.value + 0.2) - 1e-12
    const all = arrangements(values).map((x) => moran(x, chain, { permutations: 0 }).value ?? 0)
    const exact = all.filter((I) => Math.abs(I + 0.2) >= distance).length / all.length
    // Four standard errors of 20,000 draws.
    expect(Math.abs((observed.permutation?.p ?? 1) - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 20_000))
    // The moments under randomisation are those of the same 720 arrangements.
    const mean = all.reduce((a, b) => a + b, 0) / all.length
    expect(mean).toBeCloseTo(observed.expected, 12)
    expect(observed.random.variance).toBeCloseTo(all.reduce((a, b) => a + (b - mean) ** 2, 0) / all.length, 12)
  })

  it('drops a missing area with its links and keeps its place in the local list', () => {
    const gapped = moran([1, null, 3, 4, 9], [[1], [0, 2], [1, 3], [2, 4], [3]])
    const without = moran([1, 3, 4, 9], [[], [2], [1, 3], [2]])
    if (gapped.value === null || without.value === null) throw new Error('no value')
    expect(gapped).toEqual({ ...without, local: [without.local[0], null, ...without.local.slice(1)] })
    expect(gapped.islands).toBe(1)
  })

  it('says why there is none', () => {
    expect(moran([1, null, 3], [[], [], []])).toEqual({ value: null, reason: 'too-few-areas' })
    expect(moran([2, 2, 2], [[1], [0], []])).toEqual({ value: null, reason: 'constant' })
    expect(moran([1, 2, 3], [[], [], []])).toEqual({ value: null, reason: 'zero-divisor' })
    // On a complete graph every arrangement has the same I: no variance, so no z and no p.
    expect(
      moran(
        [1, 2, 4, 8],
        [
          [1, 2, 3],
          [0, 2, 3],
          [0, 1, 3],
          [0, 1, 2],
        ],
      ),
    ).toMatchObject({
      normal: { variance: null, z: null, p: null },
      random: { variance: null, z: null, p: null },
      permutation: { p: 1 },
    })
    expect(moran([1, 2, 4], [[1], [0], []])).toMatchObject({ random: { variance: null } })
  })

  it('names every faulty link and option', () => {
    expect(() => moran([1, 2, 3], [[0], [3, 0, 0], [0.5]])).toThrow(
      /neighbours\[0\]\[0\].*neighbours\[1\]\[0\].*neighbours\[1\]\[2\].*neighbours\[2\]\[0\]/,
    )
    expect(() => moran([1, 2, 3], [[1]])).toThrow(/^neighbours: 1 neighbour lists for 3 areas/)
    expect(() => moran([1, Infinity, 3], [[], [], []])).toThrow(/^values\[1\]: /)
    expect(() => moran([1, 2, 3], [[], [], []], { permutations: -1 })).toThrow(/^permutations: /)
    expect(() => moran([1, 2, 3], [[], [], []], { seed: 0.5 })).toThrow(EngineInputError)
  })
})

function arrangements(items: readonly number[]): number[][] {
  if (items.length <= 1) return [[...items]]
  return items.flatMap((first, i) => arrangements(items.toSpliced(i, 1)).map((rest) => [first, ...rest]))
}
