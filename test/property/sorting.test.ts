/** The distribution sort against the platform's own, over shapes chosen to defeat it: skew, outliers, ties, clusters, order. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Column } from '../../worker/engine/numeric/column.ts'
import { midRanks } from '../../worker/engine/numeric/midRanks.ts'
import { quantiles } from '../../worker/engine/numeric/quantile.ts'
import { selectRanks } from '../../worker/engine/numeric/selectRanks.ts'
import { sortAscending } from '../../worker/engine/numeric/sortAscending.ts'

fc.configureGlobal({ seed: 20241026 })

/** A reproducible stream in [0, 1). */
function stream(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const shapes: Record<string, (random: () => number, i: number, n: number) => number> = {
  uniform: (random) => random(),
  skewed: (random) => Math.exp(12 * (random() + random() + random() - 1.5)),
  outlier: (random, i) => (i === 77 ? 1e9 : 5 + random()),
  'half zeros': (random) => (random() < 0.5 ? 0 : random()),
  'one zero': (random, i) => (i === 5 ? 0 : Math.exp(8 * random())),
  negatives: (random) => random() - 0.5,
  'few values': (random) => Math.floor(random() * 7),
  constant: () => 0.1,
  'two clusters': (random, i) => (i % 100 === 0 ? 1e6 : 100) + 1e-6 * random(),
  'nested clusters': (random) => 10 ** -Math.floor(random() * 15) * (1 + 1e-9 * random()),
  ascending: (_, i) => i,
  descending: (_, i, n) => n - i,
  huge: (random) => 1e300 * random(),
  subnormal: (random) => 1e-310 * random(),
  'minus zero': (random, i) => (i % 3 === 0 ? -0 : random()),
}

/** −1 when both hold the same numbers bit by bit. `toEqual` says the same, a hundred times slower. */
function firstDifference(a: ArrayLike<number> | undefined, b: Float64Array): number {
  if (a?.length !== b.length) return Math.min(a?.length ?? 0, b.length)
  return b.findIndex((value, i) => !Object.is(value, a[i]))
}

describe('sortAscending', () => {
  for (const [name, shape] of Object.entries(shapes)) {
    for (const n of [0, 1, 2, 24, 25, 1000, 4096, 4097, 60_000]) {
      it(`${name}, n = ${n}: the platform's order, stable in the weights`, () => {
        const random = stream(n + 1)
        const x = Float64Array.from({ length: n }, (_, i) => shape(random, i, n))
        const positions = Float64Array.from({ length: n }, (_, i) => i)
        const before = x.slice()
        const wanted = Float64Array.from([...positions].sort((a, b) => (x[a] as number) - (x[b] as number) || a - b))
        const sorted = sortAscending(x, positions)
        expect(firstDifference(sorted.w, wanted)).toBe(-1)
        expect(sorted.x.every((value, k) => value === x[wanted[k] as number])).toBe(true)
        expect(sortAscending(x).x.every((value, k) => value === sorted.x[k])).toBe(true)
        expect(firstDifference(x, before)).toBe(-1)
      })
    }
  }

  it('agrees on arbitrary doubles', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 5000 }), (list) => {
        const x = Float64Array.from(list, (v) => v + 0)
        expect(sortAscending(x, x).x).toEqual(x.slice().sort())
      }),
      { numRuns: 50 },
    )
  })
})

describe('quantiles', () => {
  it('type 7 interpolates, and a position that rounding left beside an area is that area', () => {
    expect(quantiles(new Column(Float64Array.from({ length: 71 }, (_, i) => i)), [0.1])).toEqual([7])
    expect(quantiles(new Column([1, 2, 3, 4]), [0, 0.25, 1])).toEqual([1, 1.75, 4])
  })

  it('type 1 inverts the weighted distribution and ignores how an area is split', () => {
    expect(quantiles(new Column([1, 2, 3], [1, 2, 7]), [0.1, 0.3, 0.31])).toEqual([1, 2, 3])
    expect(quantiles(new Column([1, 2, 2, 3], [0.1, 0.1, 0.1, 0.7]), [0.3])).toEqual([2])
  })

  for (const [name, shape] of Object.entries(shapes)) {
    it.each([3, 700, 20_000])(
      `${name}: the ranks found without sorting %i values are those of the sorted column`,
      (n) => {
        const random = stream(99)
        const x = Float64Array.from({ length: n }, (_, i) => shape(random, i, n) + 0)
        const sorted = x.slice().sort()
        const ranks = [0, 1, Math.floor(n / 10), n >> 1, Math.floor(0.9 * n), n - 2, n - 1]
        expect(selectRanks(x, ranks)).toEqual(ranks.map((rank) => sorted[rank]))
      },
    )
  }
})

describe('midRanks', () => {
  it('shares the average rank among ties, and treats 0.1 + 0.2 and 0.3 as one', () => {
    expect([...midRanks(Float64Array.of(5, 1, 5, 9), undefined)]).toEqual([0.5, 0.125, 0.5, 0.875])
    expect([...midRanks(Float64Array.of(0.1 + 0.2, 0.3), undefined)]).toEqual([0.5, 0.5])
    expect([...midRanks(Float64Array.of(1, 2), Float64Array.of(1, 3))]).toEqual([0.125, 0.625])
  })
})
