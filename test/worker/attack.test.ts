/** Attacks on what is public, with public payloads alone. Each one is first shown to work on what earlier releases published. */
import { describe, expect, it } from 'vitest'
import { solve, type Known, type Puzzle } from '../support/strangerSolver.ts'
import { drawnCity, publish, published, seenOf, type Seen } from '../support/worker-disclosure.ts'
import { run } from '../support/worker-evaluation.ts'
import type { PeriodResult } from '../../worker/contract/evaluations.ts'
import type { EvaluationNode } from '../../worker/contract/evaluations.ts'
import type { TestCity } from '../support/worker-city.ts'

type Columns = Readonly<Record<string, readonly (number | null)[]>>
const leavesOf = (seen: Seen): EvaluationNode[] => seen.nodes.nodes.filter((n) => n.kind === 'indicator')
/** What earlier releases let out of a period: every index of every node. */
const oldShape = async (city: TestCity, id: string): Promise<PeriodResult> =>
  (await city.request(`evaluations/${id}/periods/2024`)).json<PeriodResult>()

/** Every number anywhere in public text, by the name it stands under. */
function named(value: unknown, name = '', out: [string, number][] = []): [string, number][] {
  if (typeof value === 'number') out.push([name, value])
  else if (Array.isArray(value)) for (const v of value) named(v, name, out)
  else if (value !== null && typeof value === 'object') for (const [k, v] of Object.entries(value)) named(v, k, out)
  return out
}

const minimaFrom = (numbers: readonly [string, number][]): number[] => {
  const of = (name: string): number[] => numbers.filter(([n]) => n === name).map(([, v]) => v)
  return of('range').flatMap((range) => of('ratioMaxMin').map((ratio) => range / (ratio - 1)))
}

describe('ratios: min = range/(ratio − 1)', () => {
  it('find every minimum in the old shape and nothing in the new', async () => {
    const city = await drawnCity(12)
    const { evaluation, id } = await published(city)
    const old = await oldShape(city, evaluation.id)
    for (const [code, indices] of Object.entries(old.indices)) {
      if (!(code in old.values)) continue
      const values = Object.fromEntries(Object.entries(indices.unweighted).map(([k, m]) => [k, m.value]))
      const least = Math.min(...(old.values[code] ?? []).flatMap((v) => v ?? []))
      expect(minimaFrom(named(values)).some((x) => Math.abs(x - least) < 1e-6)).toBe(true)
    }
    const seen = await seenOf(id)
    expect(minimaFrom(named([seen.head, seen.nodes, seen.periods]))).toEqual([])
    const extremes = Object.values(old.values).flatMap((c) => [
      Math.min(...c.flatMap((v) => v ?? [])),
      Math.max(...c.flatMap((v) => v ?? [])),
    ])
    const told = new Set(named(seen.periods).map(([, v]) => v))
    expect(extremes.filter((x) => told.has(x)).length / extremes.length).toBeLessThan(0.2)
  })
})

describe('moments: three values from their extremes and mean, four with the s.d. as well', () => {
  it.each([3, 4])(
    'find every value of %i areas in the old shape and have nothing to begin with in the new',
    async (n) => {
      const city = await drawnCity(n)
      const { evaluation, id } = await published(city)
      const old = await oldShape(city, evaluation.id)
      for (const [code, column] of Object.entries(old.values)) {
        const m = Object.fromEntries(
          Object.entries(old.indices[code]?.unweighted ?? {}).map(([k, v]) => [k, v.value ?? Number.NaN]),
        )
        const [range, ratio, relative, cv] = [
          m['range'] ?? 0,
          m['ratioMaxMin'] ?? 0,
          m['relativeRange'] ?? 0,
          m['cv'] ?? 0,
        ]
        const low = range / (ratio - 1)
        const [high, mean] = [low + range, range / relative]
        const rest = n * mean - low - high
        const squares = n * (mean ** 2 + (cv * mean) ** 2) - low ** 2 - high ** 2
        const half = Math.sqrt(Math.max(0, squares / 2 - (rest / 2) ** 2))
        const found = n === 3 ? [low, rest, high] : [low, rest / 2 - half, rest / 2 + half, high]
        const truth = column.flatMap((v) => v ?? []).toSorted((a, b) => a - b)
        found.toSorted((a, b) => a - b).forEach((x, i) => expect(x).toBeCloseTo(truth[i] ?? 0, 4))
      }
      const [period] = (await seenOf(id)).periods
      for (const line of Object.values(period?.indicators ?? {}))
        expect([line.mean, line.degree, line.values]).toEqual([null, null, null])
    },
  )
})

const mean = (c: readonly (number | null)[]): number => c.reduce<number>((s, v) => s + (v ?? 0), 0) / c.length

describe('differencing: n·mean of one set minus that of another', () => {
  it('finds the left-out area from two exact means, and the second publication is refused', async () => {
    const city = await drawnCity(12)
    const { evaluation } = await published(city)
    const codes = Array.from({ length: 11 }, (_, i) => `A${String(i + 2).padStart(2, '0')}`)
    const fewer = await run(city, { periods: ['2024'], areaCodes: codes })
    const [all, rest] = [await oldShape(city, evaluation.id), await oldShape(city, fewer.id)]
    for (const code of Object.keys(all.values))
      expect(12 * mean(all.values[code] ?? []) - 11 * mean(rest.values[code] ?? [])).toBeCloseTo(
        all.values[code]?.[0] ?? 0,
        6,
      )
    expect((await publish(city, fewer.id)).status).toBe(409)
  })
})

describe('symmetric functions: three means are the coefficients of a cubic', () => {
  it('finds three scores from arithmetic, geometric and harmonic means, and these are never public together', async () => {
    const city = await drawnCity(8, { each: 3 })
    const of = async (
      aggregation: string,
    ): Promise<{ id: string; domain: readonly (number | null)[]; normalised: Columns }> => {
      const { id } = await run(city, { periods: ['2024'], method: { aggregation } })
      const old = await oldShape(city, id)
      return { id, domain: old.scores['a'] ?? [], normalised: old.normalised }
    }
    const [A, G, H] = [await of('arithmetic'), await of('geometric'), await of('harmonic')]
    for (let area = 0; area < 8; area += 1) {
      const [a, g, h] = [A.domain[area] ?? 0, G.domain[area] ?? 0, H.domain[area] ?? 0]
      const cubic = (x: number): number => x ** 3 - 3 * a * x ** 2 + ((3 * g ** 3) / h) * x - g ** 3
      for (const code of ['a1', 'a2', 'a3'])
        expect(Math.abs(cubic(A.normalised[code]?.[area] ?? 0)) / g ** 3).toBeLessThan(1e-6)
    }
    expect((await publish(city, A.id)).status).toBe(200)
    expect([(await publish(city, G.id)).status, (await publish(city, H.id)).status]).toEqual([409, 409])
  })
})

/** Score of a public anchor line and back. */
const scoreOf = (node: EvaluationNode) => {
  const [floor, target] = [node.floor ?? 0, Number(node.target)]
  return {
    slope: 40 / (target - floor),
    of: (x: number) => Math.min(100, Math.max(0, 60 + (40 * (x - floor)) / (target - floor))),
  }
}

function puzzleOf(
  seen: Seen,
  columns: Columns,
  populations: readonly number[],
): { puzzle: Puzzle; sds: number[]; leaves: EvaluationNode[]; areas: number } {
  const leaves = leavesOf(seen)
  const [period] = seen.periods
  const areas = seen.head.areas.length
  const place = (j: number, a: number): number => j * areas + a
  const size = leaves.length * areas
  const [low, high, guess, scale] = [0, 1, 2, 3].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const known: Known[] = []
  const sds: number[] = []
  leaves.forEach((leaf, j) => {
    const line = period?.indicators[leaf.code]
    const mean = line?.mean ?? 50
    const index = 1 - (line?.degree ?? 60) / 100
    const bounded = leaf.scale?.kind === 'bounded'
    const sd = bounded ? index * 50 : index * mean
    // The published s.d., or the true one where none is public.
    const own = (columns[leaf.code] ?? []).flatMap((v) => v ?? [])
    const m = own.reduce((s, v) => s + v, 0) / own.length
    sds.push(line?.degree === null ? Math.sqrt(own.reduce((s, v) => s + (v - m) ** 2, 0) / own.length) : sd)
    const cells = Array.from({ length: areas }, (_, a) => place(j, a))
    for (const i of cells) {
      high[i] = bounded ? 100 : 400
      guess[i] = mean
      scale[i] = Math.max(1, sd)
    }
    if (line?.mean !== null && line?.mean !== undefined)
      known.push({
        low: mean - 0.05,
        high: mean + 0.05,
        at: (x) => ({
          value: cells.reduce((s, i) => s + (x[i] ?? 0), 0) / areas,
          slopes: new Map(cells.map((i) => [i, 1 / areas])),
        }),
      })
    if (line?.degree !== null && line?.degree !== undefined) {
      const total = populations.reduce((s, p) => s + p, 0)
      known.push({
        low: index - 0.0005,
        high: index + 0.0005,
        at: (x) => {
          const c = cells.reduce((s, i, a) => s + (populations[a] ?? 0) * (x[i] ?? 0), 0) / total
          const s = Math.sqrt(cells.reduce((q, i, a) => q + (populations[a] ?? 0) * ((x[i] ?? 0) - c) ** 2, 0) / total)
          return {
            value: bounded ? s / 50 : s / c,
            slopes: new Map(
              cells.map((i, a) => {
                const w = (populations[a] ?? 0) / total
                const ds = s === 0 ? 0 : (w * ((x[i] ?? 0) - c)) / s
                return [i, bounded ? ds / 50 : ds / c - (s * w) / (c * c)]
              }),
            ),
          }
        },
      })
    }
  })
  for (const [code, column] of Object.entries(period?.scores ?? {})) {
    const below = leaves.map((leaf, j) => ({ leaf, j })).filter(({ leaf }) => code === 'root' || leaf.parent === code)
    const total = below.reduce((s, { leaf }) => s + leaf.effectiveWeight, 0)
    column.forEach((score, a) => {
      if (score === null) return
      known.push({
        low: score - 0.05,
        high: score + 0.05,
        at: (x) => {
          let value = 0
          const slopes = new Map<number, number>()
          for (const { leaf, j } of below) {
            const map = scoreOf(leaf)
            const here = x[place(j, a)] ?? 0
            const own = map.of(here)
            value += (leaf.effectiveWeight / total) * own
            slopes.set(place(j, a), own > 0 && own < 100 ? (leaf.effectiveWeight / total) * map.slope : 0)
          }
          return { value, slopes }
        },
      })
    })
  }
  return { puzzle: { size, low, high, known, guess, scale }, sds, leaves, areas }
}

const POPULATIONS = (n: number): number[] => Array.from({ length: n }, (_, a) => 10_000 * (3 + ((a * 7) % 5)))

/** What one area's public score leaves to each of its cells when all others may be anywhere. */
const propagate = (seen: Seen, scores: Columns, code: string, area: number): number[] => {
  const below = leavesOf(seen).filter((leaf) => code === 'root' || leaf.parent === code)
  const total = below.reduce((s, leaf) => s + leaf.effectiveWeight, 0)
  const score = scores[code]?.[area] ?? 0
  return below.map((leaf) => {
    const w = leaf.effectiveWeight / total
    const [low, high] = [Math.max(0, (score - 100 * (1 - w)) / w), Math.min(100, score / w)]
    return (high - low) / Math.abs(scoreOf(leaf).slope)
  })
}

describe('interval propagation over the tree', () => {
  it('pins a domain of one indicator in the old shape, and leaves two s.d. to every cell in the new', async () => {
    const lone = await drawnCity(8, { each: 1, seed: 4 })
    const old = await oldShape(lone, (await run(lone, { periods: ['2024'] })).id)
    const seenLone = await seenOf((await published(lone)).id)
    expect(Math.max(...propagate(seenLone, old.scores, 'a', 0))).toBeLessThan(1e-6)

    const city = await drawnCity(12)
    const { id } = await published(city)
    const seen = await seenOf(id)
    const { sds } = puzzleOf(seen, city.rows['2024'] ?? {}, POPULATIONS(12))
    for (const code of Object.keys(seen.periods[0]?.scores ?? {}))
      for (let area = 0; area < 12; area += 1)
        propagate(seen, seen.periods[0]?.scores ?? {}, code, area).forEach((width, j) =>
          expect(width).toBeGreaterThanOrEqual(2 * (sds[j] ?? 0)),
        )
  })
})

describe('a numerical solver with random restarts', () => {
  it('finds, for every withheld value, others two published s.d. apart that fit everything public', async () => {
    const city = await drawnCity(6, { each: 3, seed: 2 })
    const { id } = await published(city)
    const seen = await seenOf(id)
    const { puzzle, sds, areas } = puzzleOf(seen, city.rows['2024'] ?? {}, POPULATIONS(6))
    const { low, high, fits } = solve(puzzle, 40, 1, (i) => 2 * (sds[Math.floor(i / areas)] ?? 1))
    expect(fits).toBeGreaterThan(20)
    for (let i = 0; i < puzzle.size; i += 1)
      expect(((high[i] ?? 0) - (low[i] ?? 0)) / (sds[Math.floor(i / areas)] ?? 1), `cell ${i}`).toBeGreaterThanOrEqual(
        2,
      )
  })

  it('pins values once an earlier release’s numbers are added: the attack can succeed', async () => {
    const city = await drawnCity(6, { each: 1, seed: 3 })
    const { evaluation, id } = await published(city)
    const old = await oldShape(city, evaluation.id)
    const seen = await seenOf(id)
    const leaky: Seen = {
      ...seen,
      periods: seen.periods.map((p) => ({
        ...p,
        scores: { ...p.scores, root: old.scores['root'] ?? [], a: old.scores['a'] ?? [] },
      })),
    }
    const { puzzle, sds, areas } = puzzleOf(leaky, city.rows['2024'] ?? {}, POPULATIONS(6))
    const { low, high, fits } = solve(puzzle, 12, 1, () => Infinity)
    expect(fits).toBeGreaterThan(0)
    const widths = Array.from(low, (l, i) => ((high[i] ?? 0) - l) / (sds[Math.floor(i / areas)] ?? 1))
    expect(Math.min(...widths)).toBeLessThan(0.5)
  })
})
