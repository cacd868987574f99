/** Attacks on several publications taken together, with public payloads alone: a correction, chains of area sets, frameworks over the same
 * indicators, raw values of some. Each is first shown to work on what the guard keeps back. */
import { describe, expect, it } from 'vitest'
import { anchoredFramework } from '../support/anchoredFramework.ts'
import { joinTold, type Told } from '../support/worker-strangerPuzzle.ts'
import { solve } from '../support/strangerSolver.ts'
import { drawnCity, publish, published, seenOf, type Seen } from '../support/worker-disclosure.ts'
import { areaId, region, run, publicationOf } from '../support/worker-evaluation.ts'
import type { TestCity } from '../support/worker-city.ts'
import type { PeriodResult } from '../../worker/contract/evaluations.ts'
import type { FrameworkBody, TreeNode } from '../../worker/contract/frameworks.ts'
import type { Problem } from '../../worker/contract/wire.ts'

type City = Awaited<ReturnType<typeof drawnCity>>
/** The stranger's solver is dense and patient. */
const PATIENT = { timeout: 60_000 }
const people = (n: number): number[] => Array.from({ length: n }, (_, a) => 10_000 * (3 + ((a * 7) % 5)))
const code = (a: number): string => `A${String(a).padStart(2, '0')}`
const between = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, k) => code(from + k))
const significant = (x: number): number => Number(x.toPrecision(3))

const sdOf =
  (city: City, period = '2024') =>
  (indicator: string): number => {
    const own = (city.rows[period]?.[indicator] ?? []).flatMap((v) => v ?? [])
    const mean = own.reduce((s, v) => s + v, 0) / own.length
    return Math.sqrt(own.reduce((s, v) => s + (v - mean) ** 2, 0) / own.length)
  }

/** The draft's own numbers, as they would read if nothing were kept back. */
async function unguarded(city: TestCity, id: string, like: Seen): Promise<Seen> {
  const result = await (await city.request(`evaluations/${id}/periods/2024`)).json<PeriodResult>()
  return {
    ...like,
    periods: like.periods.map((p) => ({
      ...p,
      scores: { root: (result.scores['root'] ?? []).map((s) => (s === null ? null : Number(s.toFixed(1)))) },
      indicators: Object.fromEntries(
        Object.entries(p.indicators).map(([leaf, line]) => {
          const values = (result.values[leaf] ?? []).flatMap((v) => v ?? [])
          const degree = result.equality?.[leaf]?.degree ?? null
          return [
            leaf,
            {
              ...line,
              mean: significant(values.reduce((s, v) => s + v, 0) / values.length),
              degree: degree === null ? null : significant(degree),
            },
          ]
        }),
      ),
    })),
  }
}

/** Widths in s.d. of what the payloads together leave to every unknown. */
function widths(
  told: readonly Told[],
  sd: (indicator: string) => number,
  wanted: (cell: { readonly indicator: string; readonly area: string }) => boolean,
  restarts = 30,
) {
  const { puzzle, cells } = joinTold(told, sd)
  const asked = cells.map((c) => wanted(c))
  const { low, high, fits } = solve(puzzle, restarts, 1, (i) => (asked[i] === true ? 2 * (cells[i]?.sd ?? 1) : 0))
  expect(fits).toBeGreaterThan(0)
  return cells.flatMap((c, i) => (asked[i] === true ? [{ ...c, width: ((high[i] ?? 0) - (low[i] ?? 0)) / c.sd }] : []))
}

/** Refused in words, with what would pass. */
async function refused(res: Response): Promise<Problem> {
  const problem = await res.json<Problem>()
  expect([res.status, problem.code]).toEqual([409, 'disclosure'])
  for (const e of problem.errors ?? []) expect(e.message).toMatch(/[。].*可以：/)
  expect(problem.errors?.length).toBeGreaterThan(0)
  return problem
}

const isCorrected = (c: { indicator: string; area: string }): boolean => `${c.indicator} ${c.area}` === 'a1 A03'

describe('a correction: the same areas published again with one value corrected', PATIENT, () => {
  it.each([0.4, 9.5, -24])('by %d leaves two s.d. to the corrected and to the old value, or is refused', async (by) => {
    const city = await drawnCity(6, { each: 3, seed: 2 })
    const first = await seenOf((await published(city)).id)
    await region(city)
      .prepare(`UPDATE observations SET value = value + ? WHERE tenant_id = ? AND indicator = 'a1' AND area_id = ?`)
      .bind(by, city.tenantId, areaId(2))
      .run()
    const draft = await run(city, { periods: ['2024'] })
    const corrected = ['a1 A03']
    const told = (second: Seen): Told[] => [
      { seen: first, period: '2024', populations: people(6) },
      { seen: second, period: '2024', populations: people(6), corrected },
    ]
    if (Math.abs(by) > 5) {
      const leak = widths(told(await unguarded(city, draft.id, first)), sdOf(city), isCorrected, 2)
      expect(Math.min(...leak.map((c) => c.width))).toBeLessThan(1)
    }
    const res = await publish(city, draft.id)
    if (res.status !== 200) return void (await refused(res))
    const left = widths(told(await seenOf(await publicationOf(city, draft.id))), sdOf(city), isCorrected)
    for (const c of left) expect(c.width, `${c.indicator} ${c.area}`).toBeGreaterThanOrEqual(2)
  })
})

const meansOf = (seen: Seen, leaf: string): number | null => seen.periods[0]?.indicators[leaf]?.mean ?? null

describe('a chain of area sets, each at least three areas from every other', PATIENT, () => {
  it.each([
    ['two halves and the whole with one more', [between(1, 6), between(7, 12), between(1, 13)], [-1, -1, 1]],
    [
      'differences of differences',
      [between(1, 8), between(5, 12), [...between(1, 4), ...between(9, 12)], between(1, 13)],
      [-0.5, -0.5, -0.5, 1],
    ],
  ] as const)('%s: the one area in none of the others stays two s.d. wide', async (_, sets, signs) => {
    const city = await drawnCity(13, { each: 3, seed: 6 })
    const seen: (Seen | undefined)[] = []
    for (const areaCodes of sets) {
      const draft = await run(city, { periods: ['2024'], areaCodes })
      const res = await publish(city, draft.id)
      if (res.status !== 200) await refused(res)
      seen.push(res.status === 200 ? await seenOf(await publicationOf(city, draft.id)) : undefined)
    }
    const exact = (leaf: string, set: readonly string[]): number =>
      set.reduce((s, a) => s + (city.rows['2024']?.[leaf]?.[Number(a.slice(1)) - 1] ?? 0), 0)
    for (const leaf of Object.keys(city.rows['2024'] ?? {})) {
      // The arithmetic is right: exact means give the value away.
      const found = sets.reduce((s, set, k) => s + (signs[k] ?? 0) * exact(leaf, set), 0)
      expect(found).toBeCloseTo(city.rows['2024']?.[leaf]?.[12] ?? 0, 6)
      if (seen.some((s) => s === undefined || meansOf(s, leaf) === null)) continue
      const error = sets.reduce((s, set, k) => s + Math.abs(signs[k] ?? 0) * set.length * 0.05, 0)
      expect(2 * error, `${leaf} of the last area`).toBeGreaterThanOrEqual(2 * sdOf(city)(leaf))
    }
  })
})

const without = (node: TreeNode, gone: string, weigh: (code: string) => number): TreeNode => ({
  ...node,
  weight: weigh(node.code),
  ...(node.children === undefined
    ? {}
    : { children: node.children.filter((c) => c.code !== gone).map((c) => without(c, gone, weigh)) }),
})

async function adopt(city: City, body: FrameworkBody, name: string): Promise<string> {
  const res = await city.request('frameworks', { method: 'POST', json: { name, body } })
  expect(res.status, await res.clone().text()).toBe(201)
  return (await res.json<{ id: string }>()).id
}

/** The scores of the first area and nothing else. */
const one = (t: Told): Told => ({
  ...t,
  seen: {
    ...t.seen,
    head: { ...t.seen.head, areas: t.seen.head.areas.slice(0, 1) },
    periods: t.seen.periods.map((p) => ({
      ...p,
      indicators: {},
      scores: { root: (p.scores['root'] ?? []).slice(0, 1) },
    })),
  },
})

describe('other frameworks over the same indicators', PATIENT, () => {
  it('with other weights are refused in words', async () => {
    const city = await drawnCity(8, { each: 3 })
    await published(city)
    const body = anchoredFramework(3)
    const other = { ...body, root: without(body.root, '', (c) => (c === 'a1' ? 3 : 1)) }
    const draft = await run(city, { periods: ['2024'], frameworkId: await adopt(city, other, '另一框架') })
    expect((await refused(await publish(city, draft.id))).errors?.[0]?.code).toBe('method')
  })

  it('each with one indicator fewer and other weights: together they leave two s.d. to every value', async () => {
    const city = await drawnCity(6, { each: 3, seed: 2 })
    const body = anchoredFramework(3)
    const told: Told[] = [{ seen: await seenOf((await published(city)).id), period: '2024', populations: people(6) }]
    const leaky: Told[] = [...told]
    let passed = 1
    for (const [k, gone] of ['a1', 'b1', 'a2', 'b2', 'a3', 'b3'].entries()) {
      const other = {
        ...body,
        root: without(body.root, gone, (c) =>
          /^[ab]\d$/.test(c) ? 4 ** ((Number(c.slice(1)) + k) % 3) : c === 'a' ? 1 + k : 1,
        ),
      }
      const draft = await run(city, { periods: ['2024'], frameworkId: await adopt(city, other, `框架 ${gone}`) })
      const res = await publish(city, draft.id)
      if (res.status === 200) {
        passed += 1
        const seen = await seenOf(await publicationOf(city, draft.id))
        told.push({ seen, period: '2024', populations: people(6) })
        leaky.push({ seen: await unguarded(city, draft.id, seen), period: '2024', populations: people(6) })
      } else await refused(res)
    }
    expect(passed).toBeGreaterThan(1)
    const left = widths(told, sdOf(city), (c) => c.area === 'A01', 4)
    for (const c of left) expect(c.width, `${c.indicator} ${c.area}`).toBeGreaterThanOrEqual(2)
    // The attack: one area's seven scores, had they all been public, are seven equations for six values.
    const leak = widths(leaky.map(one), sdOf(city), () => true, 4).map((c) => c.width)
    expect(Math.max(...leak)).toBeLessThan(1)
  })
})

describe('raw values of some', PATIENT, () => {
  it('of one period leave the other period’s two s.d. wide', async () => {
    const city = await drawnCity(6, { each: 3, seed: 2, periods: ['2023', '2024'] })
    await published(city, { periods: ['2023'] }, 'published')
    const { id } = await published(city, { periods: ['2023', '2024'] })
    const seen = await seenOf(id)
    expect(seen.periods.every((p) => Object.values(p.indicators).every((l) => l.values === null))).toBe(true)
    const left = widths([{ seen, period: '2024', populations: people(6) }], sdOf(city), () => true)
    for (const c of left) expect(c.width, `${c.indicator} ${c.area}`).toBeGreaterThanOrEqual(2)
  })

  it('of all indicators but one, in a framework of their own, do not lay open the one in an earlier score', async () => {
    const city = await drawnCity(8, { each: 3 })
    const first = await published(city)
    const seen = await seenOf(first.id)
    const leaves = seen.nodes.nodes.filter((n) => n.kind === 'indicator')
    const total = leaves.reduce((s, l) => s + l.effectiveWeight, 0)
    // The attack: the score less the part of every known value is the last value, in another unit.
    const last = leaves.find((l) => l.code === 'b1')
    const score = (l: (typeof leaves)[number], x: number): number =>
      Math.min(100, Math.max(0, 60 + (40 * (x - (l.floor ?? 0))) / (Number(l.target) - (l.floor ?? 0))))
    const rest = leaves
      .filter((l) => l !== last)
      .reduce((s, l) => s + (l.effectiveWeight / total) * score(l, city.rows['2024']?.[l.code]?.[0] ?? 0), 0)
    const share = (last?.effectiveWeight ?? 0) / total
    const found = ((seen.periods[0]?.scores['root']?.[0] ?? 0) - rest) / share
    expect(last).toBeDefined()
    if (last === undefined) return
    expect(Math.abs(found - score(last, city.rows['2024']?.['b1']?.[0] ?? 0))).toBeLessThan(0.06 / share)

    const body = anchoredFramework(3)
    const fewer = { ...body, root: without(body.root, 'b1', () => 1) }
    const draft = await run(city, { periods: ['2024'], frameworkId: await adopt(city, fewer, '少一项') })
    const problem = await refused(await publish(city, draft.id, 'published'))
    expect(problem.errors?.[0]).toMatchObject({ code: 'exposed', message: expect.stringContaining('b1') as unknown })
    const whole = await run(city, { periods: ['2024'] })
    await refused(await publish(city, whole.id, { published: leaves.map((l) => l.code).filter((c) => c !== 'b1') }))
  })
})
