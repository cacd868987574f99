/** The walls that need no server: estimates, counters, schemas, patterns and cells. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { computeIndices } from '../../worker/engine/computeIndices.ts'
import { estimateCost } from '../../worker/engine/cost/estimateCost.ts'
import { canonicalOrder, MOST_ROUNDS } from '../../worker/engine/space/canonicalOrder.ts'
import { boundSchema, MOST_FAULTS } from '../../worker/http/boundedSchema.ts'
import { RateWindows } from '../../worker/lib/rateWindows.ts'
import { csvCell } from '../../worker/services/observation/csvCell.ts'
import { cellReading, parseValue } from '../../worker/services/import/parseValue.ts'
import type { CompositeRequest } from '../../worker/engine/composite.types.ts'

const labels = (n: number, groups: number): string[] => Array.from({ length: n }, (_, i) => `g${i % groups}`)
const ones = (n: number): number[] => Array.from({ length: n }, (_, i) => 1 + (i % 7))

const composite = (n: number, m: number, method: Partial<CompositeRequest['method']> = {}): CompositeRequest => ({
  areas: labels(n, n),
  framework: {
    code: 'R',
    children: Array.from({ length: m }, (_, j) => ({ code: `i${j}`, direction: 'benefit' as const })),
  },
  values: Object.fromEntries(Array.from({ length: m }, (_, j) => [`i${j}`, ones(n)])),
  method: {
    treatment: 'none',
    normalisation: 'minmax',
    weighting: 'given',
    aggregation: 'arithmetic',
    missing: 'renormalise',
    ...method,
  },
})

describe('decomposition', () => {
  const asked = { values: ones(8), groups: labels(8, 4) }
  it('is given with groups, and for a list of indices only when it names one of Theil’s or asks', () => {
    expect(computeIndices(asked).decomposition?.gini.pairs).toHaveLength(6)
    expect(computeIndices({ ...asked, indices: ['theilL'] }).decomposition?.theilL.total).toBeGreaterThan(0)
    expect(computeIndices({ ...asked, indices: ['gini'] }).decomposition).toBeUndefined()
    expect(computeIndices({ ...asked, indices: ['gini'], decompose: true }).decomposition?.gini.pairs).toHaveLength(6)
    expect(computeIndices({ ...asked, decompose: false }).decomposition).toBeUndefined()
  })
  it('takes 200 groups and no more', () => {
    expect(computeIndices({ values: ones(400), groups: labels(400, 200) }).decomposition?.gini.groups).toHaveLength(200)
    expect(() => computeIndices({ values: ones(400), groups: labels(400, 201) })).toThrow(/201 distinct groups/)
    expect(() => computeIndices({ values: ones(2), decompose: true })).toThrow(/needs groups/)
  })
})

describe('an order of tied areas', () => {
  it('is looked for within so many links, however long the chain', () => {
    const n = 4 * MOST_ROUNDS
    let read = 0
    const chain = Array.from({ length: n }, (_, i) => (i + 1 < n ? [i + 1] : []))
    const counted = new Proxy(chain, {
      get(target, key, self) {
        if (key === '0') read += 1
        return Reflect.get(target, key, self) as unknown
      },
    })
    expect(canonicalOrder(ones(n).fill(1), counted)).toHaveLength(n)
    expect(read).toBeLessThanOrEqual(MOST_ROUNDS + 2)
  })
})

describe('estimates', () => {
  it('never fall when a request grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 2, max: 40 }), (n, m) => {
        const [small, tall, wide] = [composite(n, m), composite(n + 5, m), composite(n, m + 5)]
        for (const kind of ['composite', 'sensitivity'] as const) {
          const of = (r: CompositeRequest): number =>
            kind === 'composite'
              ? estimateCost.composite(r)
              : estimateCost.sensitivity({ ...r, seed: 1, runs: 100, perturb: { weights: { range: 0.2 } } })
          expect(of(tall)).toBeGreaterThan(of(small))
          expect(of(wide)).toBeGreaterThan(of(small))
        }
      }),
      { numRuns: 50, seed: 6 },
    )
  })
  it('see what grows faster than its body: groups, permutations, eigenvectors, replicates', () => {
    const links = Array.from({ length: 20_000 }, (_, i) => [(i + 1) % 20_000])
    expect(estimateCost.indices({ values: ones(20_000), neighbours: links, indices: ['moran'] })).toBeGreaterThan(1000)
    expect(estimateCost.indices({ values: ones(200_000), groups: labels(200_000, 200) })).toBeGreaterThan(1000)
    expect(estimateCost.composite(composite(3, 800, { weighting: 'pca' }))).toBeGreaterThan(10_000)
    const ask = composite(20, 20)
    expect(
      estimateCost.sensitivity({
        ...ask,
        seed: 1,
        runs: 20_000,
        driverRuns: 5000,
        perturb: { weights: { range: 0.2 } },
      }),
    ).toBeGreaterThan(1000)
  })
  it('let a city’s own work pass within a second', () => {
    expect(estimateCost.indices({ values: ones(3500), groups: labels(3500, 20) })).toBeLessThan(1000)
    expect(estimateCost.composite(composite(300, 100))).toBeLessThan(1000)
    expect(
      estimateCost.sensitivity({
        ...composite(51, 49),
        seed: 1,
        runs: 1000,
        perturb: { weights: { range: 0.25 }, normalisation: ['minmax', 'rank'], aggregation: ['arithmetic'] },
      }),
    ).toBeLessThan(1000)
  })
})

describe('a bounded schema', () => {
  const item = z.strictObject({ code: z.string().min(1), n: z.number() })
  const schema = boundSchema(
    z.strictObject({
      values: z.array(z.number().nullable()).max(200_000).exactOptional(),
      items: z.array(item).min(1).max(300_000).meta({ description: 'x' }).exactOptional(),
      table: z.record(z.string().max(9), z.array(z.number())).exactOptional(),
      few: z.array(z.string()).max(3).exactOptional(),
      either: z.union([z.array(z.number()).min(1), z.string()]).exactOptional(),
    }),
  )
  const issues = (value: unknown) => schema.safeParse(value).error?.issues ?? []
  it('stops after a hundred faults of a list or a table, wherever it stands', () => {
    expect(issues({ values: Array.from({ length: 130_000 }, () => '') })).toHaveLength(MOST_FAULTS)
    expect(issues({ items: Array.from({ length: 130_000 }, () => ({})) }).length).toBeLessThan(2 * MOST_FAULTS)
    const table = Object.fromEntries(Array.from({ length: 130_000 }, (_, i) => [String(i), 'x']))
    expect(issues({ table })).toHaveLength(MOST_FAULTS)
    expect(issues({ either: Array.from({ length: 130_000 }, () => '') })).toHaveLength(1)
  })
  it('looks at the length before the items', () => {
    let checked = 0
    const each = z.string().refine(() => {
      checked += 1
      return true
    })
    const long = boundSchema(z.strictObject({ few: z.array(each).max(3) })).safeParse({ few: ['a', 'b', 'c', 'd'] })
    expect(long.error?.issues.map((i) => i.code)).toEqual(['too_big'])
    expect(checked).toBe(0)
  })
  it('says the same as before about a few', () => {
    expect(issues({ values: [1, null, 'x', Number.POSITIVE_INFINITY] }).map((i) => i.path)).toEqual([
      ['values', 2],
      ['values', 3],
    ])
    expect(issues({ values: {}, table: [] }).map((i) => i.code)).toEqual(['invalid_type', 'invalid_type'])
    expect(issues({ few: ['a', 'b', 'c', 'd'] }).map((i) => [i.code, i.path])).toEqual([['too_big', ['few']]])
    expect(issues({ items: [] }).map((i) => i.code)).toEqual(['too_small'])
    expect(issues({ items: [{ code: '', n: 1, x: 2 }] }).map((i) => i.path)).toEqual([
      ['items', 0, 'code'],
      ['items', 0],
    ])
    expect(schema.parse({ values: [1, null], items: [{ code: 'a', n: 2 }], table: { a: [1] } })).toEqual({
      values: [1, null],
      items: [{ code: 'a', n: 2 }],
      table: { a: [1] },
    })
  })
})

describe('a window', () => {
  const allowance = { limit: 10, windowSeconds: 60 }
  it('gives what is left, refuses what is not, and starts again', () => {
    const windows = new RateWindows(100)
    expect(windows.take('a', 6, allowance, 0)).toEqual({ allowed: true, remaining: 4, resetSeconds: 60 })
    expect(windows.take('a', 5, allowance, 1000)).toEqual({ allowed: false, remaining: 4, resetSeconds: 59 })
    expect(windows.take('a', 4, allowance, 1000).allowed).toBe(true)
    expect(windows.take('a', 0, allowance, 1000).allowed).toBe(false)
    expect(windows.take('b', 1, allowance, 1000).remaining).toBe(9)
    expect(windows.take('a', 1, allowance, 60_000)).toEqual({ allowed: true, remaining: 9, resetSeconds: 60 })
  })
  it('keeps so many keys and no more', () => {
    const windows = new RateWindows(2)
    for (const key of ['a', 'b', 'c']) windows.take(key, 10, allowance, 0)
    expect(windows.take('b', 1, allowance, 0).allowed).toBe(false)
    expect(windows.take('a', 1, allowance, 0).allowed).toBe(true)
  })
})

describe('cells from outside', () => {
  it.each(['=1+1', '+1', '-1', '@x', '＝1+1', '＋1', '－1', '＠x', '\t=1', '\r=1', '　＝1', ' =1', '−1'])(
    'a spreadsheet does not run %j',
    (text) => expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/),
  )
  it('leaves names as they are', () => expect(csvCell('甲区（东）')).toBe('甲区（东）'))
  it('a value of more than a hundred characters is no number, whatever it holds', () => {
    const reading = cellReading('人', null, 0)
    expect(parseValue(`1${' '.repeat(200)}x`, reading)).toEqual({ fault: 'not-a-number', suggestion: null })
    expect(parseValue(`${' '.repeat(200)}12${' '.repeat(200)}`, reading)).toBe(12)
  })
})
