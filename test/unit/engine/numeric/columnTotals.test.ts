/** The unrolled sums against plain loops and against exact integer arithmetic: the bound that columnTotals.ts states. */
import { describe, expect, it } from 'vitest'
import { Column } from '../../../../worker/engine/numeric/column.ts'
import { meanAbsoluteDeviation, meanSquaredDeviation } from '../../../../worker/engine/numeric/deviations.ts'
import { extremesOf, columnTotals } from '../../../../worker/engine/numeric/columnTotals.ts'
import {
  distancesOfBlock,
  extremesOfBlock,
  FOUR_BLOCKS,
  squaresOfBlock,
  sumOfBlock,
} from '../../../../worker/engine/numeric/unrolledSums.ts'
import { sum } from '../../../../worker/engine/numeric/sum.ts'

const BOUND = 66 * 2 ** -53
const sizes = [0, 1, 2, 3, 4, 5, 63, 64, 65, 66, 67, 255, 256, 257, 511, 1023, 20_003]

const shapes: Record<string, (u: number, i: number) => number> = {
  ordinary: (u) => 1 + 99 * u,
  skewed: (u) => Math.exp(20 * u),
  'nearly equal': (u) => 100 + 1e-9 * u,
  'one outlier': (u, i) => (i === 1 ? 1e9 : 1 + u),
  'all negative': (u) => -1 - 99 * u,
  'mixed signs': (u) => u - 0.5,
  cancelling: (u, i) => (i % 2 === 0 ? 1e15 * (1 + u) : -1e15),
  zeros: () => 0,
}

function column(n: number, shape: (u: number, i: number) => number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => shape((i * 0.6180339887498949) % 1, i))
}

/** A double as an integer number of 2^−1074, the smallest double: sums of these are exact. */
function units(x: number): bigint {
  const words = new DataView(new ArrayBuffer(8))
  words.setFloat64(0, x)
  const bits = words.getBigUint64(0)
  const exponent = (bits >> 52n) & 0x7ffn
  const fraction = bits & 0xfffffffffffffn
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n)
  return bits >> 63n === 1n ? -size : size
}

/** |got − exact|/|exact| to about 20 digits, so that errors far below one rounding can be seen. */
function relativeError(got: number, exact: bigint): number {
  const off = units(got) - exact
  if (off === 0n) return 0
  return Math.abs(Number((off * 10n ** 40n) / exact)) / 1e40
}

function near(got: number, wanted: number): void {
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-14 * wanted)
}

describe('columnTotals', () => {
  for (const [name, shape] of Object.entries(shapes)) {
    it.each(sizes)(`${name}, n = %i: sum within its bound of the exact one, extremes as they are`, (n) => {
      const x = column(n, shape)
      const pass = columnTotals(x)
      const exact = x.reduce((total, value) => total + units(value), 0n)
      expect(relativeError(pass.sum, exact)).toBeLessThanOrEqual(BOUND)
      expect(pass.weight).toBe(n)
      expect(pass.extremes ?? extremesOf(x)).toEqual({ min: Math.min(...x), max: Math.max(...x) })
    })
  }

  it.each(['nearly equal', 'mixed signs', 'cancelling', 'zeros'])(
    '%s: the compensated sum itself, at any length',
    (name) => {
      const x = column(5000, shapes[name] as (u: number, i: number) => number)
      expect(columnTotals(x).sum).toBe(sum(x))
    },
  )

  it('leaves the extremes for later only where no value is negative or of extreme size', () => {
    const easy = (shape: (u: number, i: number) => number) => columnTotals(column(5000, shape)).extremes === undefined
    expect(easy((u) => u)).toBe(true)
    expect(easy((u, i) => (i === 4321 ? -1e-300 : u))).toBe(false)
    expect(easy((u, i) => (i === 4321 ? 2 ** 201 : u))).toBe(false)
    expect(easy((u) => u * 2 ** -160)).toBe(false)
    expect(easy((u) => u * 2 ** 190)).toBe(false)
    const late = new Column(column(5000, (u) => u))
    expect([late.min, late.max, late.hasNegative]).toEqual([Math.min(...late.x), Math.max(...late.x), false])
  })

  it('is the same for a list, a list with gaps and a typed array', () => {
    const x = column(5000, (u) => 1 + 99 * u)
    const wanted = new Column(x).mean
    expect(new Column([...x]).mean).toBe(wanted)
    expect(new Column([null, ...x, null]).mean).toBe(wanted)
  })

  it('shows a gap or an infinity anywhere, in every lane and in the rest', () => {
    for (const n of [5, 64, 70, 259, 1025]) {
      for (const at of [0, 1, 2, 3, 4, n - 2, n - 1]) {
        const x = column(n, (u) => 1 + u)
        x[at] = Number.NaN
        expect(columnTotals(x).sum).toBeNaN()
        x[at] = Infinity
        expect([columnTotals(x).sum, columnTotals(x).extremes?.max]).toEqual([Infinity, Infinity])
        x[at] = -Infinity
        expect([columnTotals(x).sum, columnTotals(x).extremes?.min]).toEqual([-Infinity, -Infinity])
      }
    }
  })
})

describe('unrolled sums', () => {
  it.each([0, 1, 3, 4, 6, FOUR_BLOCKS])('block of %i: the plain loop to 14 digits', (length) => {
    const x = column(FOUR_BLOCKS + 10, (u) => 1 + 99 * u)
    const part = [...x.subarray(5, 5 + length)]
    near(sumOfBlock(x, 5, 5 + length), sum(part))
    near(squaresOfBlock(x, 5, 5 + length, 50), sum(part.map((v) => (v - 50) ** 2)))
    near(distancesOfBlock(x, 5, 5 + length, 50), sum(part.map((v) => Math.abs(v - 50))))
  })

  it('widen the extremes by every lane, and keep a gap', () => {
    for (let at = 0; at < 11; at++) {
      const x = new Float64Array(11).fill(5)
      x[at] = 9
      expect(extremesOfBlock(x, 0, 11, { min: 4, max: 6 })).toEqual({ min: 4, max: 9 })
      x[at] = 1
      expect(extremesOfBlock(x, 0, 11, { min: 4, max: 6 })).toEqual({ min: 1, max: 6 })
      x[at] = Number.NaN
      expect(extremesOfBlock(x, 0, 11, { min: 4, max: 6 })).toEqual({ min: Number.NaN, max: Number.NaN })
    }
  })

  it('refuse a block with a negative value or a gap, wherever it stands', () => {
    for (let at = 0; at < 11; at++) {
      for (const bad of [-1, -Number.MIN_VALUE, Number.NaN]) {
        const x = Float64Array.from({ length: 11 }, (_, i) => (i === at ? bad : i))
        expect(sumOfBlock(x, 0, 11)).toBeNaN()
      }
    }
  })

  it.each(Object.entries(shapes).filter(([name]) => !['zeros', 'cancelling'].includes(name)))(
    '%s: deviations equal those of fully compensated sums',
    (_, shape) => {
      for (const n of [2, 70, 1000, 20_003]) {
        const c = new Column(column(n, shape))
        const squares = sum(c.x.map((v) => (v - c.mean) ** 2)) / n
        const distances = sum(c.x.map((v) => Math.abs(v - c.mean))) / n
        near(meanSquaredDeviation(c), squares)
        if (c.max - c.min > 0.1 * Math.abs(c.max))
          expect(Math.abs(meanAbsoluteDeviation(c) - distances)).toBeLessThanOrEqual(1e-12 * distances)
      }
    },
  )
})
