/** The laws of decompositions: the parts sum to the whole, whatever the groups; Shapley's values are the mean over all
 * orders; nothing depends on the order of areas, groups or sources. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decomposeCvBySource } from '../../worker/engine/decompose/decomposeCvBySource.ts'
import { decomposeGini } from '../../worker/engine/decompose/decomposeGini.ts'
import { decomposeGiniBySource } from '../../worker/engine/decompose/decomposeGiniBySource.ts'
import { decomposeTheil } from '../../worker/engine/decompose/decomposeTheil.ts'
import { cv } from '../../worker/engine/indices/cv.ts'
import { gini } from '../../worker/engine/indices/gini.ts'
import { shapleyByOrders } from '../support/definitions.ts'

fc.configureGlobal({ seed: Number(process.env['LAW_SEED'] ?? 20241026) })

const value = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1e4, noNaN: true }))
const areas = fc.array(
  fc.tuple(value, fc.constantFrom('东', '中', '西', '东北'), fc.double({ min: 0.01, max: 1e3, noNaN: true })),
  {
    minLength: 2,
    maxLength: 40,
  },
)
const table = fc.array(fc.tuple(value, value, value, fc.double({ min: 0.01, max: 1e3, noNaN: true })), {
  minLength: 2,
  maxLength: 25,
})

function near(got: number, wanted: number, name: string): void {
  expect(Math.abs(got - wanted), `${name}: ${got} against ${wanted}`).toBeLessThanOrEqual(
    1e-12 * Math.abs(wanted) + 1e-14,
  )
}

const read = (list: number[][]) =>
  decomposeGiniBySource({ a: list.map((r) => r[0] as number), b: list.map((r) => r[1] as number) })

describe('laws of the decompositions', () => {
  it('Theil: within + between = total, contributions sum to within, shares to 1', () => {
    fc.assert(
      fc.property(areas, (rows) => {
        const [x, g, w] = [rows.map((r) => r[0]), rows.map((r) => r[1]), rows.map((r) => r[2])]
        for (const weights of [undefined, w]) {
          const result = decomposeTheil(x, g, weights)
          for (const parts of [result.theilT, result.theilL]) {
            if (parts.total === null) continue
            near(parts.within + parts.between, parts.total, 'sum')
            near(
              parts.groups.reduce((a, b) => a + b.contribution, 0),
              parts.within,
              'contributions',
            )
            near(
              parts.groups.reduce((a, b) => a + b.share, 0),
              1,
              'shares',
            )
            near(
              parts.groups.reduce((a, b) => a + b.valueShare, 0),
              1,
              'value shares',
            )
            expect(parts.between).toBeGreaterThanOrEqual(0)
          }
        }
      }),
    )
  })

  it('Dagum: within + between + transvariation = Gini, each ≥ 0; the pair matrix recovers the total', () => {
    fc.assert(
      fc.property(areas, (rows) => {
        const [x, g, w] = [rows.map((r) => r[0]), rows.map((r) => r[1]), rows.map((r) => r[2])]
        for (const weights of [undefined, w]) {
          const result = decomposeGini(x, g, weights)
          if (result.total === null) continue
          near(result.within + result.between + result.transvariation, result.total, 'sum')
          near(result.total, gini(x, weights).value as number, 'gini')
          for (const part of [result.within, result.between, result.transvariation])
            expect(part).toBeGreaterThanOrEqual(0)
          const of = new Map(result.groups.map((group) => [group.key, group]))
          let rebuilt = result.groups.reduce((a, b) => a + b.contribution, 0)
          for (const { a, b, value } of result.pairs) {
            const [j, h] = [of.get(a), of.get(b)]
            if (j === undefined || h === undefined) throw new Error('a pair names an unknown group')
            rebuilt += (value ?? 0) * (j.share * h.valueShare + h.share * j.valueShare)
          }
          near(rebuilt, result.total, 'from pairs')
        }
      }),
    )
  })

  it('by group, only the labels matter, not the order of the areas', () => {
    fc.assert(
      fc.property(areas, (rows) => {
        const back = rows.toReversed()
        const [one, two] = [rows, back].map((list) =>
          decomposeGini(
            list.map((r) => r[0]),
            list.map((r) => r[1]),
            list.map((r) => r[2]),
          ),
        )
        if (one?.total === undefined || one.total === null || two?.total === null || two === undefined) return
        near(two.within, one.within, 'within')
        near(two.between, one.between, 'between')
        near(two.transvariation, one.transvariation, 'transvariation')
      }),
    )
  })

  it('Lerman–Yitzhaki: contributions sum to the Gini, shares to 1, marginal effects to 0; |R| ≤ 1', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const sources = { a: rows.map((r) => r[0]), b: rows.map((r) => r[1]), c: rows.map((r) => r[2]) }
        for (const weights of [undefined, rows.map((r) => r[3])]) {
          const result = decomposeGiniBySource(sources, weights)
          if (result.total === null || result.total < 1e-6) continue
          near(
            result.sources.reduce((a, b) => a + b.contribution, 0),
            result.total,
            'contributions',
          )
          near(
            result.sources.reduce((a, b) => a + (b.share ?? 0), 0),
            1,
            'shares',
          )
          expect(Math.abs(result.sources.reduce((a, b) => a + (b.marginalEffect ?? 0), 0))).toBeLessThan(1e-12)
          for (const { correlation } of result.sources) expect(Math.abs(correlation ?? 0)).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })

  it('Lerman–Yitzhaki: tied totals rank alike, so the input order does not matter', () => {
    const rows = [
      [0.1, 0.2],
      [0.3, 0],
      [0, 0.3],
      [0.2, 0.1],
      [1, 2],
    ]
    const wanted = read(rows)
    for (const list of [rows.toReversed(), [rows[2], rows[0], rows[4], rows[1], rows[3]] as number[][]]) {
      const got = read(list)
      for (const [k, source] of wanted.sources.entries())
        near(got.sources[k]?.contribution as number, source.contribution, source.key)
    }
  })

  it('Shapley: contributions sum to the CV and equal the mean over all orders of the sources', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const sources: Record<string, number[]> = {
          a: rows.map((r) => r[0]),
          b: rows.map((r) => r[1]),
          c: rows.map((r) => r[2]),
        }
        const weights = rows.map((r) => r[3])
        const result = decomposeCvBySource(sources, weights)
        if (result.total === null || result.total < 1e-3) return
        near(
          result.sources.reduce((a, b) => a + b.contribution, 0),
          result.total,
          'sum',
        )
        near(
          result.sources.reduce((a, b) => a + (b.varianceShare ?? 0), 0),
          1,
          'variance shares',
        )
        const total = rows.map((r) => r[0] + r[1] + r[2])
        near(result.total, cv(total, weights).value as number, 'cv')
        const weight = weights.reduce((a, b) => a + b, 0)
        const meanOf = (x: number[]) => x.reduce((a, v, i) => a + v * (weights[i] as number), 0) / weight
        const expected = shapleyByOrders(['a', 'b', 'c'], (present) => {
          const x = rows.map((_, i) => [...present].reduce((a, key) => a + (sources[key]?.[i] ?? 0), 0))
          const mean = meanOf(x)
          return Math.sqrt(meanOf(x.map((v) => (v - mean) ** 2))) / meanOf(total)
        })
        for (const { key, contribution } of result.sources)
          expect(contribution).toBeCloseTo(expected.get(key) as number, 9)
      }),
    )
  })
})
