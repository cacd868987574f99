/** Laws of the dynamics, space and diagnosis functions: symmetries, bounds and sums, over random inputs. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { obstacleDegree } from '../../worker/engine/diagnose/obstacleDegree.ts'
import { canonicalOrder } from '../../worker/engine/space/canonicalOrder.ts'
import { moran } from '../../worker/engine/space/moran.ts'
import { betaConvergence } from '../../worker/engine/time/betaConvergence.ts'
import { couplingCoordination } from '../../worker/engine/coupling/couplingCoordination.ts'
import { gradeTransitions } from '../../worker/engine/time/gradeTransitions.ts'
import { kernelDensity } from '../../worker/engine/time/kernelDensity.ts'
import { mannKendall } from '../../worker/engine/time/mannKendall.ts'
import { splitChange } from '../../worker/engine/time/splitChange.ts'
import { rankCorrelation, rankShift } from '../../worker/engine/uncertainty/rankShift.ts'

/** Zeros included, but nothing so small that a quarter of it is no longer exact. */
const score = fc.double({ min: 0, max: 1, noNaN: true }).map((x) => (x < 1e-300 ? 0 : x))
const value = fc.double({ min: 0.01, max: 1e6, noNaN: true })
const whole = fc.integer({ min: -50, max: 50 })

/** A map of 3 to 12 areas: whole values (so that ties are common) and random links, one-way ones among them. */
const map = fc.integer({ min: 3, max: 12 }).chain((n) =>
  fc.record({
    values: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: n, maxLength: n }),
    neighbours: fc
      .array(fc.array(fc.boolean(), { minLength: n, maxLength: n }), { minLength: n, maxLength: n })
      .map((rows) => rows.map((row, i) => row.flatMap((linked, j) => (linked && i !== j ? [j] : [])))),
    order: fc.shuffledSubarray(
      Array.from({ length: n }, (_, i) => i),
      { minLength: n, maxLength: n },
    ),
  }),
)

describe('moran', () => {
  it('does not depend on how the areas are listed: I, moments, local I and permutation p alike', () => {
    fc.assert(
      fc.property(map, fc.constantFrom('row' as const, 'binary' as const), ({ values, neighbours, order }, style) => {
        const one = moran(values, neighbours, { style, permutations: 49, seed: 4 })
        const place = new Map(order.map((area, at) => [area, at]))
        const listed = order.map((area) => (neighbours[area] ?? []).map((j) => place.get(j) ?? 0))
        const two = moran(
          order.map((area) => values[area] ?? 0),
          listed,
          { style, permutations: 49, seed: 4 },
        )
        if (one.value === null || two.value === null) {
          expect(two).toEqual(one)
          return
        }
        expect({ ...two, local: null, permutation: null }).toEqual({ ...one, local: null, permutation: null })
        expect(two.local).toEqual(order.map((area) => one.local[area]))
        if (refinementSeparates(values, neighbours)) expect(two.permutation).toEqual(one.permutation)
      }),
      { numRuns: 200 },
    )
  })

  it('does not depend on unit or origin, and mirrors nothing', () => {
    fc.assert(
      fc.property(map, fc.integer({ min: 1, max: 20 }), whole, ({ values, neighbours }, factor, shift) => {
        const one = moran(values, neighbours, { permutations: 0 })
        const two = moran(
          values.map((x) => -factor * x + shift),
          neighbours,
          { permutations: 0 },
        )
        if (one.value === null || two.value === null) {
          expect(two).toEqual(one)
          return
        }
        expect(two.value).toBeCloseTo(one.value, 12)
        expect(two.random.variance ?? 0).toBeCloseTo(one.random.variance ?? 0, 12)
      }),
    )
  })

  it('is the mean of local I (by n) when every area has neighbours and shares weight 1', () => {
    fc.assert(
      fc.property(map, ({ values, neighbours }) => {
        const linked = neighbours.map((list, i) => (list.length > 0 ? list : [(i + 1) % neighbours.length]))
        const result = moran(values, linked, { permutations: 0, localDivisor: 'n' })
        if (result.value === null) return
        const mean = result.local.reduce((total, area) => total + (area?.value ?? 0), 0) / result.n
        expect(mean).toBeCloseTo(result.value, 12)
      }),
    )
  })
})

/** True when values and surroundings tell all areas apart, so that the drawing order is the map's own. */
function refinementSeparates(values: readonly number[], neighbours: readonly (readonly number[])[]): boolean {
  const forward = canonicalOrder(values, neighbours)
  const n = values.length
  const mirrored = Array.from({ length: n }, (_, i) => (neighbours[n - 1 - i] ?? []).map((j) => n - 1 - j))
  const backward = canonicalOrder(values.toReversed(), mirrored).map((i) => n - 1 - i)
  return forward.every((area, at) => area === backward[at])
}

describe('mannKendall', () => {
  it('changes sign with the series and with time, and not with a rising transformation', () => {
    fc.assert(
      fc.property(fc.array(whole, { minLength: 3, maxLength: 25 }), (x) => {
        const one = mannKendall(x)
        const [negated, reversed, cubed] = [
          mannKendall(x.map((v) => -v)),
          mannKendall(x.toReversed()),
          mannKendall(x.map((v) => v ** 3)),
        ]
        if (one.S === null || negated.S === null || reversed.S === null || cubed.S === null)
          throw new Error('three values suffice')
        expect([negated.S + one.S, reversed.S + one.S, cubed.S - one.S]).toEqual([0, 0, 0])
        expect([negated.p, reversed.p, cubed.p]).toEqual([one.p, one.p, one.p])
        expect(negated.senSlope + one.senSlope).toBe(0)
        expect(one.p > 0 && one.p <= 1 && Math.abs(one.tau ?? 0) <= 1 + 1e-12).toBe(true)
      }),
    )
  })
})

function betaOf(pairs: readonly (readonly [number, number])[], unit = 1): ReturnType<typeof betaConvergence> {
  return betaConvergence(
    pairs.map(([x]) => x * unit),
    pairs.map(([, x]) => x * unit),
    5,
  )
}

describe('betaConvergence', () => {
  it('does not depend on the unit nor on the order of areas', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { minLength: 4, maxLength: 20 }),
        fc.integer({ min: -8, max: 8 }),
        (pairs, k) => {
          const [one, scaled, reversed] = [betaOf(pairs), betaOf(pairs, 2 ** k), betaOf(pairs.toReversed())]
          if (one.beta === null) {
            expect(reversed).toEqual(one)
            return
          }
          // The level moves by k ln 2 and the sums with it: agreement up to the conditioning of the fit.
          const spread = Math.max(...pairs.map(([x]) => Math.log(x))) - Math.min(...pairs.map(([x]) => Math.log(x)))
          if (spread < 0.1) return
          expect(scaled.beta).toBeCloseTo(one.beta, 9)
          expect(reversed.beta).toBeCloseTo(one.beta, 12)
          expect((one.r2 ?? 0) >= 0 && (one.r2 ?? 1) <= 1).toBe(true)
        },
      ),
    )
  })
})

describe('couplingCoordination', () => {
  it('keeps C, T and D in [0, 1], C blind to unit and to order', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 2, maxLength: 9 }), (U) => {
        const one = couplingCoordination(U)
        for (const x of [one.C, one.T, one.D]) expect(x === null || (x >= 0 && x <= 1)).toBe(true)
        expect(couplingCoordination(U.map((u) => u / 4)).C ?? -1).toBeCloseTo(one.C ?? -1, 12)
        expect(couplingCoordination(U.toReversed()).D ?? -1).toBeCloseTo(one.D ?? -1, 12)
      }),
    )
  })

  it('is 1 for equal systems', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1, noNaN: true }), fc.integer({ min: 2, max: 9 }), (u, k) => {
        expect(couplingCoordination(Array(k).fill(u)).C).toBeCloseTo(1, 13)
      }),
    )
  })
})

describe('obstacleDegree', () => {
  it('shares sum to 1 and answer to no common factor of the weights', () => {
    const rows = fc.array(fc.tuple(score, fc.double({ min: 0.01, max: 10, noNaN: true })), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(rows, (pairs) => {
        const [u, w] = [pairs.map(([x]) => x), pairs.map(([, x]) => x)]
        const { value: shares } = obstacleDegree(u, w)
        if (shares === null) {
          expect(u.every((x) => x === 1)).toBe(true)
          return
        }
        expect(shares.reduce<number>((a, b) => a + (b ?? 0), 0)).toBeCloseTo(1, 12)
        expect(
          obstacleDegree(
            u,
            w.map((x) => x * 8),
          ).value,
        ).toEqual(shares)
      }),
    )
  })
})

describe('gradeTransitions', () => {
  it('has rows that sum to 1 and stationary shares that one more period leaves alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 }), { maxLength: 20 }),
        (sequences) => {
          const { transition, stationary } = gradeTransitions(sequences, 4)
          for (const row of transition) if (row !== null) expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
          const { value: shares } = stationary
          if (shares === null) return
          expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
          shares.forEach((share, j) => {
            expect(shares.reduce((total, s, i) => total + s * (transition[i]?.[j] ?? 0), 0)).toBeCloseTo(share, 12)
          })
        },
      ),
    )
  })
})

describe('kernelDensity', () => {
  it('moves with the values and keeps its mass', () => {
    fc.assert(
      fc.property(fc.array(whole, { minLength: 2, maxLength: 40 }), whole, (x, shift) => {
        const [one, two] = [
          kernelDensity(x, { points: 401 }),
          kernelDensity(
            x.map((v) => v + shift),
            { points: 401 },
          ),
        ]
        if (one.bandwidth === null || two.bandwidth === null) {
          expect(two).toEqual(one)
          return
        }
        expect(two.bandwidth).toBeCloseTo(one.bandwidth, 10)
        const step = (one.grid[1] ?? 0) - (one.grid[0] ?? 0)
        const mass = one.density.reduce((a, b) => a + b, 0) * step
        expect(mass).toBeGreaterThan(0.99)
        expect(mass).toBeLessThan(1.001)
      }),
    )
  })
})

describe('splitChange', () => {
  it('splits without remainder and turns round with time', () => {
    const period = fc.record({ mean: value, index: fc.double({ min: 0, max: 3, noNaN: true }) })
    fc.assert(
      fc.property(period, period, (before, after) => {
        const [one, back] = [splitChange(before, after), splitChange(after, before)]
        for (const key of ['index', 'adjusted'] as const) {
          const [parts, reverse] = [one[key], back[key]]
          if (parts === null || reverse === null) throw new Error('positive means have a split')
          const scale =
            Math.abs(parts.level) + Math.abs(parts.dispersion) + Math.abs(before.mean) + Math.abs(after.mean)
          expect(Math.abs(parts.level + parts.dispersion - parts.change)).toBeLessThan(1e-13 * scale)
          expect(Math.abs(parts.level + reverse.level)).toBeLessThan(1e-13 * scale)
        }
      }),
    )
  })
})

describe('rank shift and correlation', () => {
  it('are 0 and 1 for the same ranking, symmetric, and bounded', () => {
    const two = fc.integer({ min: 2, max: 15 }).chain((n) => {
      const ranking = fc.array(fc.integer({ min: 1, max: n }), { minLength: n, maxLength: n })
      return fc.tuple(ranking, ranking)
    })
    fc.assert(
      fc.property(two, ([a, b]) => {
        expect(rankShift(a, a)).toBe(0)
        expect(rankShift(a, b)).toBe(rankShift(b, a))
        const r = rankCorrelation(a, b)
        expect(rankCorrelation(b, a)).toBe(r)
        expect(r === null || Math.abs(r) <= 1 + 1e-15).toBe(true)
        expect(rankCorrelation(a, a) ?? 1).toBe(1)
      }),
    )
  })
})
