import { describe, expect, it } from 'vitest'
import { RandomStream } from '../../../worker/engine/numeric/random.ts'
import { Line } from '../../../worker/lib/line.ts'
import { decideInTurns, SLICE_VISITS, slice, type Asking } from '../../../worker/services/disclosure/decideInTurns.ts'
import { decide, deciding } from '../../../worker/services/disclosure/guard.ts'
import { sourceOf, type Source } from '../../../worker/services/disclosure/source.ts'
import { leavesOf } from '../../../worker/services/framework/body.ts'
import { anchoredFramework } from '../../support/anchoredFramework.ts'

function drawn(areas: number, each: number, periods = 1): Source {
  const body = anchoredFramework(each)
  const snapshot = {
    areas: Array.from({ length: areas }, (_, a) => ({
      code: `A${a}`,
      name: '',
      nameEn: '',
      setting: null,
      grouping: '',
    })),
    periods: Array.from({ length: periods }, (_, t) => ({
      period: String(2020 + t),
      populations: Array.from({ length: areas }, (__, a) => 1000 * (3 + ((a * 5) % 7))),
      values: Object.fromEntries(
        leavesOf(body.root).map(({ code }, j) => {
          const random = new RandomStream(9, t, j)
          return [code, Array.from({ length: areas }, () => Number((25 + 50 * random.uniform()).toFixed(1)))]
        }),
      ),
    })),
  }
  return sourceOf('', snapshot, body.root, body.method, new Set())
}

const asking = (more: Partial<Asking> = {}): Asking => ({ who: 'city', now: () => 1, ...more })
const asked = (key: string, source: Source) => ({ key, source, earlier: [], search: true })

const refuse = (): Promise<void> => Promise.reject(new Error('spent'))

describe('the search in turns', () => {
  it('hands the thread back within a slice and one step, and decides the same', () => {
    const source = drawn(16, 20, 2)
    const steps: number[] = []
    const work = (function* () {
      const noted = deciding(source, [])
      for (let step = noted.next(); ; step = noted.next()) {
        if (step.done === true) return step.value
        steps.push(step.value)
        yield step.value
      }
    })()
    let slices = 1
    let decision = slice(work)
    for (; decision === undefined; decision = slice(work)) slices += 1
    expect(decision.cuts).toEqual(decide(source, []).cuts)
    expect(Math.max(...steps)).toBeLessThan(SLICE_VISITS)
    expect(slices).toBeGreaterThan(5)
  })

  it('keeps back what it had no time to settle, and says so', () => {
    const decision = decide(drawn(10, 6), [], { mostVisits: 1 })
    expect(decision.outOfTime).toBe(true)
    expect(decision.exposed.length).toBeGreaterThan(0)
    expect(decision.kept).toContainEqual({ what: 'areaScores', node: 'root', period: null, reason: 'too-many-cells' })
  })

  it('is not made again for the same key, and made for another', async () => {
    const source = drawn(8, 4)
    const charged: number[] = []
    const beforeSearch = async (ms: number): Promise<void> => void charged.push(ms)
    const first = await decideInTurns(asked('kept', source), asking({ beforeSearch }))
    expect(await decideInTurns(asked('kept', source), asking({ beforeSearch }))).toBe(first)
    expect(charged).toHaveLength(1)
    await decideInTurns(asked('kept, after another publication', source), asking({ beforeSearch }))
    expect(charged).toHaveLength(2)
  })

  it('ends when its reader leaves, whether at work or in line, and the next one has the place', async () => {
    const source = drawn(16, 20, 4)
    const [first, second] = [new AbortController(), new AbortController()]
    const ends: string[] = []
    const end = (name: string, work: Promise<unknown>): Promise<void> =>
      work.then(
        () => void ends.push(name),
        (error: unknown) => void ends.push(`${name}: ${(error as { code: string }).code}`),
      )
    const all = [
      end('at work', decideInTurns(asked('at work', source), asking({ signal: first.signal }))),
      end('in line', decideInTurns(asked('in line', source), asking({ signal: second.signal }))),
      end('next', decideInTurns(asked('next', drawn(8, 4)), asking())),
    ]
    await new Promise((resolve) => setTimeout(resolve, 10))
    second.abort()
    first.abort()
    await Promise.all(all)
    expect(ends.toSorted()).toEqual(['at work: conflict', 'in line: conflict', 'next'])
  })

  it('is refused before it begins by whoever counts what a caller spends', async () => {
    await expect(decideInTurns(asked('spent', drawn(8, 4)), asking({ beforeSearch: refuse }))).rejects.toThrow('spent')
  })
})

describe('the line', () => {
  const options = { longestWaitMs: 60, goneAfterMs: 10_000, most: 3, mostEach: 2 }
  it('lets one in at a time, in order of arrival', async () => {
    const line = new Line(options)
    const first = await line.enter('a')
    const order: number[] = []
    const waiting = [1, 2].map(async (n) => {
      const place = await line.enter(`${n}`)
      order.push(n)
      if (place !== undefined) line.leave(place)
    })
    expect(order).toEqual([])
    if (first !== undefined) line.leave(first)
    await Promise.all(waiting)
    expect(order).toEqual([1, 2])
  })

  it('turns away whoever finds it full or waits too long', async () => {
    const line = new Line(options)
    await line.enter('a')
    const found = await Promise.all(['b', 'c', 'd'].map((who) => line.enter(who)))
    expect(found).toEqual([undefined, undefined, undefined])
  })

  it('is not filled by one caller', async () => {
    const line = new Line({ ...options, most: 9, longestWaitMs: 5_000 })
    const first = await line.enter('greedy')
    const second = line.enter('greedy')
    expect(await line.enter('greedy')).toBeUndefined()
    const other = line.enter('b')
    if (first !== undefined) line.leave(first)
    const next = await second
    if (next !== undefined) line.leave(next)
    expect(await other).toBeDefined()
  })

  it('does not wait for whoever has gone without leaving', async () => {
    const line = new Line({ ...options, longestWaitMs: 5_000, goneAfterMs: 30 })
    await line.enter('a')
    expect(await line.enter('b')).toBeDefined()
  })
})
