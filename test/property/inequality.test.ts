/** The laws an equalization index must obey whatever the data: the same for every order of the areas, every unit, every
 * splitting of an area; falling when the better-off give to the worse-off; bounded; equal to its own definition. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atkinson } from '../../worker/engine/indices/atkinson.ts'
import { cv } from '../../worker/engine/indices/cv.ts'
import { ge } from '../../worker/engine/indices/ge.ts'
import { gini } from '../../worker/engine/indices/gini.ts'
import { hoover } from '../../worker/engine/indices/hoover.ts'
import { lorenz } from '../../worker/engine/indices/lorenz.ts'
import { p90p10 } from '../../worker/engine/indices/p90p10.ts'
import { palma } from '../../worker/engine/indices/palma.ts'
import { quintileRatio } from '../../worker/engine/indices/quintileRatio.ts'
import { range } from '../../worker/engine/indices/range.ts'
import { ratioMaxMin } from '../../worker/engine/indices/ratioMaxMin.ts'
import { relativeRange } from '../../worker/engine/indices/relativeRange.ts'
import { theilL } from '../../worker/engine/indices/theilL.ts'
import { theilT } from '../../worker/engine/indices/theilT.ts'
import type { Measure, Values, Weights } from '../../worker/engine/types.ts'
import { definitions, shares } from '../support/definitions.ts'

fc.configureGlobal({ seed: Number(process.env['LAW_SEED'] ?? 20241026) })

type Index = (values: Values, weights?: Weights) => Measure

const relative: Record<string, Index> = {
  cv: (x, w) => cv(x, w),
  cvSample: (x, w) => cv(x, w, { sample: true }),
  gini: (x, w) => gini(x, w),
  giniUnbiased: (x, w) => gini(x, w, { unbiased: true }),
  theilT: (x, w) => theilT(x, w),
  theilL: (x, w) => theilL(x, w),
  'ge -1': (x, w) => ge(x, w, { alpha: -1 }),
  'ge 0.5': (x, w) => ge(x, w, { alpha: 0.5 }),
  'ge 1.0001': (x, w) => ge(x, w, { alpha: 1.0001 }),
  'ge 2': (x, w) => ge(x, w),
  'ge 3.3': (x, w) => ge(x, w, { alpha: 3.3 }),
  'atkinson 0.5': (x, w) => atkinson(x, w),
  'atkinson 1': (x, w) => atkinson(x, w, { epsilon: 1 }),
  'atkinson 2.5': (x, w) => atkinson(x, w, { epsilon: 2.5 }),
  hoover: (x, w) => hoover(x, w),
  relativeRange: (x, w) => relativeRange(x, w),
  ratioMaxMin: (x, w) => ratioMaxMin(x, w),
  p90p10: (x, w) => p90p10(x, w),
  palma: (x, w) => palma(x, w),
  quintileRatio: (x, w) => quintileRatio(x, w),
}
/** Invariant to replication without weights: those that are means over areas, hence neither n/(n − 1) nor type 7. */
const replicable = [
  'cv',
  'gini',
  'theilT',
  'theilL',
  'ge -1',
  'ge 0.5',
  'ge 2',
  'ge 3.3',
  'atkinson 0.5',
  'atkinson 1',
  'hoover',
  'relativeRange',
]
/** Strictly fall under a transfer from a better-off to a worse-off area that does not swap them. */
const transferable = ['cv', 'gini', 'theilT', 'theilL', 'ge -1', 'ge 0.5', 'ge 2', 'atkinson 0.5', 'atkinson 1']

const value = fc.double({ min: 0.01, max: 1e6, noNaN: true })
const column = fc.array(value, { minLength: 2, maxLength: 60 })
const weighted = fc.array(fc.tuple(value, fc.double({ min: 0.001, max: 1e4, noNaN: true })), {
  minLength: 2,
  maxLength: 60,
})

function number(measure: Measure): number {
  expect(measure.value).not.toBeNull()
  return measure.value as number
}

/** Equal to 12 significant digits, or both within rounding of 0. */
function expectSame(got: number, wanted: number, name: string, digits = 1e-12): void {
  expect(
    Math.abs(got - wanted) <= Math.max(digits * Math.abs(wanted), 1e-28),
    `${name}: ${got} against ${wanted}`,
  ).toBe(true)
}

describe('laws of the indices', () => {
  it('no order of the areas changes a published digit', () => {
    fc.assert(
      fc.property(weighted, fc.infiniteStream(fc.nat()), (rows, random) => {
        const keys = rows.map((row) => [random.next().value as number, row] as const)
        const shuffled = keys.toSorted(([a], [b]) => a - b).map(([, row]) => row)
        for (const [name, index] of Object.entries(relative)) {
          expectSame(number(index(shuffled.map(([x]) => x))), number(index(rows.map(([x]) => x))), name)
          const [once, again] = [rows, shuffled].map((list) =>
            index(
              list.map(([x]) => x),
              list.map(([, w]) => w),
            ),
          )
          expectSame(number(again as Measure), number(once as Measure), `${name} weighted`)
        }
      }),
    )
  })

  it.each([
    ['near-equal', (u: number) => 100 + 0.01 * u],
    ['near-equal but for a few', (u: number) => (u < 0.002 ? 200 : 100 + 1e-4 * u)],
    ['ordinary', (u: number) => 1 + 99 * u],
    ['skewed over nine decades', (u: number) => 10 ** (9 * u * u)],
  ])('no order of 20,000 %s areas changes a published digit', (_, shape) => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i) => [shape((i * 0.6180339887498949) % 1), 1 + ((i * 7919) % 1009)] as const,
    )
    const shuffled = rows.toSorted(([a], [b]) => ((a * 1e9) % 9973) - ((b * 1e9) % 9973))
    for (const [name, index] of Object.entries(relative)) {
      const of = (list: typeof rows, weighted: boolean) =>
        number(
          index(
            Float64Array.from(list, ([x]) => x),
            weighted ? Float64Array.from(list, ([, w]) => w) : undefined,
          ),
        )
      expectSame(of(shuffled, false), of(rows, false), name)
      expectSame(of(shuffled, true), of(rows, true), `${name} weighted`)
    }
  })

  it('no unit of the values or of the weights matters, except to the range', () => {
    fc.assert(
      fc.property(
        weighted,
        fc.integer({ min: -40, max: 40 }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (rows, power, factor) => {
          const x = rows.map(([v]) => v)
          const w = rows.map(([, v]) => v)
          const scale = factor * 10 ** power
          for (const [name, index] of Object.entries(relative)) {
            expectSame(
              number(
                index(
                  x.map((v) => v * 2 ** power),
                  w,
                ),
              ),
              number(index(x, w)),
              `${name} by 2^${power}`,
            )
            // A product by 0.1…10 rounds each value: near-equal columns keep fewer digits, neighbouring doubles may become
            // ties, and an index that cuts at a quantile sees ties.
            const spread = (Math.max(...x) - Math.min(...x)) / Math.max(...x)
            if (spread < 1e-3 || ['palma', 'quintileRatio', 'p90p10'].includes(name)) continue
            expectSame(
              number(
                index(
                  x.map((v) => v * scale),
                  w.map((v) => v * 7),
                ),
              ),
              number(index(x, w)),
              name,
              1e-11,
            )
          }
          expectSame(number(range(x.map((v) => v * 2 ** power))), number(range(x)) * 2 ** power, 'range')
        },
      ),
    )
  })

  it('adding the same to every area narrows the relative indices and leaves the range', () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 1, max: 1000 }), (x, added) => {
        const raised = x.map((v) => v + added)
        if (Math.max(...x) - Math.min(...x) < 1e-3 * Math.max(...x)) return
        for (const name of transferable) {
          const index = relative[name] as Index
          expect(number(index(raised)), name).toBeLessThan(number(index(x)))
        }
        expect(number(range(raised))).toBeCloseTo(number(range(x)), 6)
      }),
    )
  })

  it('every area k times is the same distribution; a weight of k is k areas', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, fc.integer({ min: 1, max: 5 })), { minLength: 2, maxLength: 20 }),
        (rows) => {
          const x = rows.map(([v]) => v)
          const k = rows.map(([, times]) => times)
          // Neighbouring doubles have no double between them for a mean: near-equal columns keep fewer digits here.
          if (Math.max(...x) - Math.min(...x) < 1e-3 * Math.max(...x)) return
          const spelledOut = rows.flatMap(([v, times]) => Array.from({ length: times }, () => v))
          for (const name of replicable) {
            const index = relative[name] as Index
            expectSame(number(index([...x, ...x, ...x])), number(index(x)), `${name} × 3`)
            expectSame(number(index(x, k)), number(index(spelledOut)), `${name} weighted`)
          }
          for (const name of ['p90p10', 'palma', 'quintileRatio']) {
            const index = relative[name] as Index
            expectSame(
              number(index(x, k)),
              number(
                index(
                  spelledOut,
                  spelledOut.map(() => 1),
                ),
              ),
              `${name} split`,
            )
            expectSame(number(index([...x, ...x], [...k, ...k])), number(index(x, k)), `${name} × 2`)
          }
        },
      ),
    )
  })

  it('a transfer from better-off to worse-off lowers them all', () => {
    fc.assert(
      fc.property(column, fc.nat(), fc.nat(), fc.double({ min: 0.01, max: 0.5, noNaN: true }), (x, a, b, part) => {
        const [i, j] = [a % x.length, b % x.length]
        const [poor, rich] = (x[i] as number) <= (x[j] as number) ? [i, j] : [j, i]
        const gap = (x[rich] as number) - (x[poor] as number)
        if (gap <= 1e-3 * Math.max(...x)) return
        const moved = x.map((v, k) => (k === poor ? v + gap * part : k === rich ? v - gap * part : v))
        for (const name of transferable) {
          const index = relative[name] as Index
          expect(number(index(moved)), name).toBeLessThan(number(index(x)))
        }
        expect(number(hoover(moved))).toBeLessThanOrEqual(number(hoover(x)) + 1e-15)
      }),
    )
  })

  it('all equal is 0 exactly, whatever the value, the number and the weights', () => {
    fc.assert(
      fc.property(
        value,
        fc.array(fc.double({ min: 0.001, max: 1e4, noNaN: true }), { minLength: 2, maxLength: 50 }),
        (v, w) => {
          for (const [name, index] of Object.entries(relative)) {
            const wanted = ['ratioMaxMin', 'p90p10', 'palma', 'quintileRatio'].includes(name) ? undefined : 0
            if (wanted === undefined) continue
            expect(number(index(w.map(() => v))), name).toBe(0)
            expect(
              number(
                index(
                  w.map(() => v),
                  w,
                ),
              ),
              `${name} weighted`,
            ).toBe(0)
          }
          expect(number(ratioMaxMin(w.map(() => v)))).toBe(1)
          expect(
            number(
              p90p10(
                w.map(() => v),
                w,
              ),
            ),
          ).toBe(1)
        },
      ),
    )
  })

  it('bounds: Gini, Hoover and Atkinson in [0, 1), Theil T at most ln n, Hoover at most Gini', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(value, fc.constant(0)), { minLength: 2, maxLength: 60 }), (x) => {
        const n = x.length
        if (Math.max(...x) === 0) return
        const [G, H, T] = [number(gini(x)), number(hoover(x)), number(theilT(x))]
        expect(G).toBeGreaterThanOrEqual(0)
        expect(G).toBeLessThanOrEqual(1 - 1 / n + 1e-15)
        expect(number(gini(x, undefined, { unbiased: true }))).toBeLessThanOrEqual(1 + 1e-15)
        expect(H).toBeLessThanOrEqual(G + 1e-15)
        expect(T).toBeGreaterThanOrEqual(0)
        expect(T).toBeLessThanOrEqual(Math.log(n) + 1e-14)
        expect(number(cv(x))).toBeLessThanOrEqual(Math.sqrt(n - 1) + 1e-13)
        const A = atkinson(x).value
        if (A !== null) expect(A).toBeLessThan(1)
      }),
    )
  })

  it('each equals its definition written out, weighted and not', () => {
    fc.assert(
      fc.property(weighted, (rows) => {
        const x = rows.map(([v]) => v)
        const w = rows.map(([, v]) => v)
        for (const [label, s, weights] of [
          ['equal', shares(x), undefined],
          ['weighted', shares(x, w), w],
        ] as const) {
          const near = (got: Measure, wanted: number, name: string) => {
            expect(Math.abs(number(got) - wanted), `${name} ${label}`).toBeLessThanOrEqual(
              1e-12 + 1e-10 * Math.abs(wanted),
            )
          }
          near(cv(x, weights), definitions.cv(s), 'cv')
          near(gini(x, weights), definitions.gini(s), 'gini')
          near(theilT(x, weights), definitions.theilT(s), 'theilT')
          near(theilL(x, weights), definitions.theilL(s), 'theilL')
          near(hoover(x, weights), definitions.hoover(s), 'hoover')
          for (const alpha of [-2, -1, -0.3, 0.5, 0.9, 1.2, 2, 2.7])
            near(ge(x, weights, { alpha }), definitions.ge(s, alpha), `ge ${alpha}`)
          for (const epsilon of [0.2, 0.5, 1, 1.5, 2, 4])
            near(atkinson(x, weights, { epsilon }), definitions.atkinson(s, epsilon), `atkinson ${epsilon}`)
        }
      }),
    )
  })

  it('GE joins its limits: α → 0 is Theil L, α → 1 is Theil T, α = 2 is half the squared CV', () => {
    fc.assert(
      fc.property(column, (x) => {
        for (const step of [1e-3, 1e-6, 1e-9]) {
          const near =
            50 * step * (1 + number(ge(x, undefined, { alpha: 3 })) + number(ge(x, undefined, { alpha: -1 })))
          expect(Math.abs(number(ge(x, undefined, { alpha: step })) - number(theilL(x)))).toBeLessThanOrEqual(
            near + 1e-14,
          )
          expect(Math.abs(number(ge(x, undefined, { alpha: 1 + step })) - number(theilT(x)))).toBeLessThanOrEqual(
            near + 1e-14,
          )
        }
        expectSame(number(ge(x)), number(cv(x)) ** 2 / 2, 'ge 2')
      }),
    )
  })

  it('the Lorenz curve rises, bends upward and encloses half the Gini', () => {
    fc.assert(
      fc.property(weighted, (rows) => {
        const x = rows.map(([v]) => v)
        const w = rows.map(([, v]) => v)
        const curve = lorenz(x, w).value
        if (curve === null) throw new Error('no curve')
        const { p, L } = curve
        let area = 0
        for (let i = 1; i < p.length; i++) {
          const [width, rise] = [(p[i] as number) - (p[i - 1] as number), (L[i] as number) - (L[i - 1] as number)]
          expect(width).toBeGreaterThan(0)
          expect(rise).toBeGreaterThanOrEqual(0)
          area += (width * ((L[i] as number) + (L[i - 1] as number))) / 2
        }
        expect([p[0], L[0], p.at(-1), L.at(-1)]).toEqual([0, 0, 1, 1])
        expect(1 - 2 * area).toBeCloseTo(number(gini(x, w)), 12)
      }),
    )
  })
})
