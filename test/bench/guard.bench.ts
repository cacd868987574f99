/** What the guard of publications costs, beside the evaluation it looks at, and how long it holds the thread in one piece. Nothing is asserted.
 * Run: npm run bench guard. The bar: a withheld city of 20 × 60 × 5 in a few seconds, and no piece much over its slice. */
import { DEMO_CITIES, DEMO_PERIODS } from '../../db/seed/demo/cities.ts'
import { generateCity } from '../../db/seed/demo/generate.ts'
import { SEED_TEMPLATES } from '../../db/seed/templates/templates.ts'
import { RandomStream } from '../../worker/engine/numeric/random.ts'
import { slice } from '../../worker/services/disclosure/decideInTurns.ts'
import { decide, deciding } from '../../worker/services/disclosure/guard.ts'
import { sourceOf } from '../../worker/services/disclosure/source.ts'
import { evaluateSnapshot } from '../../worker/services/evaluation/evaluateSnapshot.ts'
import { leavesOf } from '../../worker/services/framework/body.ts'
import { anchoredFramework } from '../support/anchoredFramework.ts'
import type { Snapshot } from '../../worker/contract/evaluations.ts'
import type { FrameworkBody } from '../../worker/contract/frameworks.ts'

const cpuMs = (work: () => unknown): number => {
  const from = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(from)
  return (user + system) / 1000
}

function measure(name: string, snapshot: Snapshot, { root, method }: FrameworkBody): void {
  evaluateSnapshot(snapshot, root, method)
  const own = Math.min(...[1, 2, 3].map(() => cpuMs(() => evaluateSnapshot(snapshot, root, method))))
  const source = sourceOf('', snapshot, root, method, new Set())
  let decision: ReturnType<typeof decide> | undefined
  const first = cpuMs(() => {
    decision = decide(source, [])
  })
  const second = cpuMs(() => decide(source, []))
  let visits = 0
  for (const step of deciding(source, [])) visits += step
  const work = deciding(source, [])
  const pieces: number[] = []
  const piece = (): boolean => {
    let ended = false
    pieces.push(cpuMs(() => (ended = slice(work) !== undefined)))
    return ended
  }
  while (!piece());
  console.log(
    `${name}: evaluation ${own.toFixed(1)} ms · guard ${first.toFixed(0)} ms first, ${second.toFixed(0)} ms again (× ${(second / own).toFixed(0)})`,
  )
  console.log(
    `  ${pieces.length} pieces, the longest ${pieces
      .toSorted((a, b) => b - a)
      .slice(0, 3)
      .map((p) => p.toFixed(0))
      .join(
        ', ',
      )} ms · ${(visits / 1e6).toFixed(0)} million visits, ${(visits / second / 1000).toFixed(0)} thousand a ms`,
  )
  console.log(
    `  scores by area ${Object.values(decision?.cuts ?? {})
      .map((c) => c.areaScores.join())
      .join(
        ' | ',
      )} · exposed ${decision?.exposed.length} · kept ${decision?.kept.length} · narrowest ${decision?.narrowest?.toFixed(2)} s.d.`,
  )
}

function demo(slug: string): void {
  const city = DEMO_CITIES.find((c) => c.slug === slug)
  const body = SEED_TEMPLATES.find((t) => t.id === 'tpl_national_supply')?.body
  if (city === undefined || body === undefined) throw new Error('no such demonstration')
  const data = generateCity(city)
  const value = new Map(data.values.map((v) => [`${v.period} ${v.indicator} ${v.areaCode}`, v.value]))
  const people = new Map(data.populations.map((p) => [`${p.period} ${p.areaCode}`, p.value]))
  const leaves = leavesOf(body.root)
  const snapshot: Snapshot = {
    areas: [...data.areas],
    periods: DEMO_PERIODS.map((period) => ({
      period,
      populations: data.areas.map((a) => people.get(`${period} ${a.code}`) ?? null),
      values: Object.fromEntries(
        leaves.map(({ code }) => [code, data.areas.map((a) => value.get(`${period} ${code} ${a.code}`) ?? null)]),
      ),
    })),
  }
  measure(`${city.name} ${data.areas.length} × ${leaves.length} × ${DEMO_PERIODS.length}`, snapshot, body)
}

function drawnCity(areas: number, each: number, periods: number): { body: FrameworkBody; snapshot: Snapshot } {
  const body = anchoredFramework(each)
  const snapshot: Snapshot = {
    areas: Array.from({ length: areas }, (_, a) => ({
      code: `A${a}`,
      name: `甲${a}`,
      nameEn: `A${a}`,
      setting: null,
      grouping: '',
    })),
    periods: Array.from({ length: periods }, (_, t) => ({
      period: String(2020 + t),
      populations: Array.from({ length: areas }, (__, a) => 1000 * (3 + ((a * 5) % 7))),
      values: Object.fromEntries(
        leavesOf(body.root).map(({ code }, j) => {
          const random = new RandomStream(5, t, j)
          return [code, Array.from({ length: areas }, () => Number((25 + 50 * random.uniform()).toFixed(1)))]
        }),
      ),
    })),
  }
  return { body, snapshot }
}

function drawn(areas: number, each: number, periods: number): void {
  const { body, snapshot } = drawnCity(areas, each, periods)
  measure(`drawn ${areas} × ${2 * each} × ${periods}`, snapshot, body)
}

/** The hard case: area sets that overlap, one publication after the other, so that searches fail and fall back. */
function chain(areas: number, each: number): void {
  const { body, snapshot } = drawnCity(areas, each, 1)
  const sets = [
    [0, 8],
    [4, 12],
    [2, 10],
    [0, 13],
  ] as const
  const sources = sets.map(([from, to], k) => {
    const only = <T>(column: readonly T[]): T[] => column.slice(from, to)
    const part: Snapshot = {
      areas: only(snapshot.areas),
      periods: snapshot.periods.map((p) => ({
        ...p,
        populations: only(p.populations),
        values: Object.fromEntries(Object.entries(p.values).map(([code, column]) => [code, only(column)])),
      })),
    }
    return sourceOf(k === sets.length - 1 ? '' : `${k}`, part, body.root, body.method, new Set())
  })
  const publishAll = (): string[] => {
    const earlier: Parameters<typeof decide>[1][number][] = []
    return sources.map((source) => {
      const { cuts, exposed, kept } = decide(source, earlier)
      if (exposed.length === 0) earlier.push({ source, cuts })
      return `${exposed.length} exposed, ${kept.length} kept`
    })
  }
  const first = cpuMs(publishAll)
  console.log(
    `chain of ${sets.length} sets of ${areas} × ${2 * each}: ${first.toFixed(0)} ms first, ${cpuMs(publishAll).toFixed(0)} ms again · ${publishAll().join(' | ')}`,
  )
}

demo('chengyan')
drawn(12, 6, 1)
drawn(20, 30, 5)
chain(13, 3)
