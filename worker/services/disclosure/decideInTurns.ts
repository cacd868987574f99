/** The guard for requests: one search at a time in this isolate, in short turns with gaps in which everybody else is served, and what it found is
 * kept, so that publishing after a preview does not search again. Time is counted in visits: no clock runs during a computation on Workers. */
import { AppError } from '../../contract/problems.ts'
import { ByteCache } from '../../lib/byteCache.ts'
import { Line } from '../../lib/line.ts'
import { inTurn } from '../../lib/turns.ts'
import { sentence } from '../../words/sentence.ts'
import { deciding, type Decision } from './guard.ts'
import type { Published } from './search.ts'
import type { Source } from './source.ts'

/** About 15 ms (test/bench/guard.bench.ts measures it). */
export const SLICE_VISITS = 6e6
/** CPU of a search by cell of all periods, for whoever counts what a caller spends. */
const MS_A_CELL = 0.25
const RETRY_SECONDS = 30
const KEEP_MS = 30 * 60_000
const KEEP_BYTES = 4_000_000

const line = new Line({ longestWaitMs: 60_000, goneAfterMs: 10_000, most: 20, mostEach: 3 })
const verdicts = new ByteCache<Decision>({ mostBytes: KEEP_BYTES, lifeMs: KEEP_MS })

export interface Asked {
  /** Names everything the verdict follows from: what is to be published, the choice, and the ledger. */
  readonly key: string
  readonly source: Source
  readonly earlier: readonly Published[]
  /** False when it is refused already. */
  readonly search: boolean
}

export interface Asking {
  /** The city it is for. */
  readonly who: string
  readonly now: () => number
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined
  /** Called with an estimate of its milliseconds before a search, and may refuse it. */
  readonly beforeSearch?: ((estimateMs: number) => Promise<void>) | undefined
}

export async function decideInTurns(asked: Asked, asking: Asking): Promise<Decision> {
  const known = verdicts.get(asked.key, asking.now())
  if (known !== undefined) return known
  const gone = (): boolean => asking.signal?.aborted === true
  await asking.beforeSearch?.(asked.search ? estimateOf(asked.source) : 1)
  const place = await line.enter(asking.who, gone)
  if (place === undefined) throw gone() ? stopped() : busy()
  try {
    // Whoever was in line before may have asked the same.
    const before = verdicts.get(asked.key, asking.now())
    if (before !== undefined) return before
    const work = deciding(asked.source, asked.earlier, { search: asked.search })
    for (;;) {
      const done = await inTurn(() => slice(work))
      if (done !== undefined) {
        // What was found is for tests; what it proves is in the decision.
        const verdict: Decision = { ...done, witnesses: {} }
        verdicts.put(asked.key, verdict, 2 * JSON.stringify(verdict).length, asking.now())
        return verdict
      }
      if (gone()) throw stopped()
      line.stay(place)
    }
  } finally {
    line.leave(place)
  }
}

/** Goes on for about one slice; the answer when that was the end. */
export function slice<T>(work: Generator<number, T, void>): T | undefined {
  for (let visits = 0; visits < SLICE_VISITS;) {
    const step = work.next()
    if (step.done === true) return step.value
    visits += step.value
  }
  return undefined
}

const estimateOf = ({ snapshot, leaves }: Source): number =>
  Math.ceil(MS_A_CELL * snapshot.areas.length * leaves.length * snapshot.periods.length)

const busy = (): AppError =>
  new AppError('rate-limited', sentence('publication.guard-busy', { seconds: RETRY_SECONDS }), [], {
    retryAfterSeconds: RETRY_SECONDS,
  })

const stopped = (): AppError => new AppError('conflict', sentence('publication.guard-stopped'))
