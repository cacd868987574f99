/** Laws of equality on an indicator's own scale. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorEquality, type EqualityFamily } from '../../worker/engine/equality/indicatorEquality.ts'

const family = fc.constantFrom<EqualityFamily>('cv', 'gini')
const shares = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3, maxLength: 40 })
const weighed = shares.chain((x) =>
  fc.tuple(
    fc.constant(x),
    fc.option(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: x.length, maxLength: x.length }), {
      nil: undefined,
    }),
  ),
)
const percent = { kind: 'bounded', low: 0, high: 100 } as const

describe('equality of a share', () => {
  it('is the same told as coverage or as shortfall', () => {
    fc.assert(
      fc.property(weighed, family, ([x, p], f) => {
        const options = { scale: percent, family: f, ...(p === undefined ? {} : { weights: p }) }
        const [cover, short] = [
          indicatorEquality(x, options),
          indicatorEquality(
            x.map((v) => 100 - v),
            options,
          ),
        ]
        expect(short.degree).toBeCloseTo(cover.degree ?? Number.NaN, 8)
      }),
    )
  })
  it('lies between 0 and 100 and is never clipped, for at most half of the people can stand at either end', () => {
    fc.assert(
      fc.property(weighed, family, ([x, p], f) => {
        const { degree, clipped } = indicatorEquality(x, {
          scale: percent,
          family: f,
          ...(p === undefined ? {} : { weights: p }),
        })
        expect(degree).toBeGreaterThanOrEqual(0)
        expect(degree).toBeLessThanOrEqual(100)
        expect(clipped).toBe(false)
      }),
    )
  })
})

describe('equality on any scale', () => {
  it('does not change when all areas are counted k times, nor with the unit of a ratio', () => {
    fc.assert(
      fc.property(
        shares,
        family,
        fc.integer({ min: 2, max: 5 }),
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        (x, f, k, unit) => {
          const degree = (values: number[]) => indicatorEquality(values, { scale: { kind: 'ratio' }, family: f }).degree
          const plain = degree(x)
          if (plain === null) return
          expect(degree(Array.from({ length: k }, () => x).flat())).toBeCloseTo(plain, 8)
          expect(degree(x.map((v) => v * unit))).toBeCloseTo(plain, 6)
        },
      ),
    )
  })
  it('is 100 exactly when all areas are alike', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 100, noNaN: true }),
        fc.integer({ min: 3, max: 50 }),
        family,
        (v, n, f) => {
          const x = Array.from({ length: n }, () => v)
          for (const scale of [percent, { kind: 'ratio' } as const])
            expect(indicatorEquality(x, { scale, family: f }).degree).toBe(100)
        },
      ),
    )
  })
})
