/** Cuts a row of periods where a definition changed: numbers before and after a break are never compared.
 * A break names the first period under the new definition; one that falls between two periods opens at the later one,
 * one before the first or after the last period cuts nothing. O(periods · breaks).
 * Example: periods 2021 … 2024 with a break at 2023 give [2021, 2022] and [2023, 2024], the second opened by the break. */
import { EngineInputError } from '../types.ts'
import { periodTime } from './periodTime.ts'

export interface SeriesBreak {
  /** First period under the new definition. */
  readonly period: string
  /** What changed, in the words of whoever declared it. */
  readonly note: string
  readonly noteEn?: string
}

export interface Segment {
  /** Positions of its first period and of the one after its last. */
  readonly start: number
  readonly end: number
  /** The breaks that open it; none for the first segment. */
  readonly opens: readonly SeriesBreak[]
}

export function segmentsOf(times: readonly number[], breaks: readonly SeriesBreak[] = []): Segment[] {
  const opens = times.map((): SeriesBreak[] => [])
  for (const [i, one] of breaks.entries()) {
    const time = periodTime(one.period)
    if (time === null) {
      const message = `“${one.period}” is no period: 2024, 2024-H1, 2024-Q1 or 2024-01`
      throw new EngineInputError([{ path: `breaks[${i}].period`, code: 'bad-period', message }])
    }
    const at = times.findIndex((t) => t >= time)
    if (at > 0) opens[at]?.push(one)
  }
  const starts = times.map((_, i) => i).filter((i) => i === 0 || (opens[i]?.length ?? 0) > 0)
  return starts.map((start, s) => ({ start, end: starts[s + 1] ?? times.length, opens: opens[start] ?? [] }))
}
