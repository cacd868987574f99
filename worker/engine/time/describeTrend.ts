/**
 * A series over periods in words that can be stood by: described when it is short, tested when it is long enough.
 *
 * Idea: time is true to time (periodTime.ts: the slope is per year, whatever the gaps); a break of definition cuts the
 * series into segments, each described alone and each named by its periods and by what changed; with fewer than 5 values
 * a segment is described (first, last, change, direction, steady or not) and not tested, because no p below 5 % exists;
 * with 5 or more Mann–Kendall's exact test and Sen's slope with its interval are added (mannKendall.ts).
 * Edge policy: scores under sample bounds are not comparable between periods: `comparable: false` gives the reason and no
 * segment. Missing values are left out; a segment may have none. Periods that are no periods, or do not run forward, and
 * columns of another length throw. O(n² log n).
 *
 * @example describeTrend({ periods: ['2021', '2022', '2024'], values: [70, 72, 75] })
 *   // { segments: [{ from: '2021', to: '2024', n: 3, direction: 'up', steady: true, change: 5, test: null,
 *   //               reason: 'too-few-periods', … }] }
 * @example describeTrend({ periods, values, breaks: [{ period: '2023', note: '统计口径由户籍改为常住' }] })
 *   // two segments; the second has opens: [{ period: '2023', … }]
 * @example describeTrend({ periods, values, comparable: false }) // { segments: [], reason: 'not-comparable' }
 */
import { EngineInputError } from '../types.ts'
import type { Values } from '../types.ts'
import { FEWEST_TESTED, mannKendall } from './mannKendall.ts'
import type { Trend } from './mannKendall.ts'
import { periodTimes } from './periodTime.ts'
import { presentValues } from '../numeric/presentValues.ts'
import { segmentsOf } from './segments.ts'
import type { Segment, SeriesBreak } from './segments.ts'

export type { SeriesBreak } from './segments.ts'

export interface TrendRequest {
  readonly periods: readonly string[]
  readonly values: Values
  readonly breaks?: readonly SeriesBreak[]
  /** False when the numbers of different periods are not on one scale (scores under each period's sample bounds). */
  readonly comparable?: boolean
}

export interface TrendPoint {
  readonly period: string
  /** In years, the middle of the period. */
  readonly time: number
  readonly value: number
}

export type TrendDirection = 'up' | 'down' | 'level'

interface SegmentFacts {
  /** First and last period of the segment, with a value or without. */
  readonly from: string
  readonly to: string
  readonly opens: readonly SeriesBreak[]
  /** Periods with a value. */
  readonly n: number
  readonly first: TrendPoint | null
  readonly last: TrendPoint | null
  /** Last − first, and as a share of the first; null with fewer than 2 values, or from 0. */
  readonly change: number | null
  readonly relativeChange: number | null
  readonly direction: TrendDirection | null
  /** True when no step went against the direction; null without one. */
  readonly steady: boolean | null
}

export type TrendSegment = SegmentFacts &
  ({ readonly test: Trend; readonly reason?: never } | { readonly test: null; readonly reason: 'too-few-periods' })

export type DescribedTrend =
  | { readonly segments: readonly TrendSegment[]; readonly reason?: never }
  | { readonly segments: readonly []; readonly reason: 'not-comparable' }

export function describeTrend(request: TrendRequest): DescribedTrend {
  const { periods, values, breaks = [], comparable = true } = request
  if (values.length !== periods.length) {
    const message = `${values.length} values for ${periods.length} periods`
    throw new EngineInputError([{ path: 'values', code: 'length-mismatch', message }])
  }
  const times = periodTimes(periods)
  const segments = segmentsOf(times, breaks)
  if (!comparable) return { segments: [], reason: 'not-comparable' }
  return { segments: segments.map((segment) => describe(segment, periods, times, values)) }
}

function describe(
  { start, end, opens }: Segment,
  periods: readonly string[],
  times: readonly number[],
  values: Values,
): TrendSegment {
  const column = Array.from({ length: end - start }, (_, i) => values[start + i] ?? null)
  const present = presentValues(column, 'values')
  const points = present.positions.map((at, i): TrendPoint => ({
    period: periods[start + at] ?? '',
    time: times[start + at] ?? 0,
    value: present.values[i] ?? 0,
  }))
  const n = points.length
  const first = points[0] ?? null
  const last = points[n - 1] ?? null
  const change = n < 2 || !first || !last ? null : finite(last.value - first.value)
  const direction = n < 2 || !first || !last ? null : directionOf(first.value, last.value)
  const facts: SegmentFacts = {
    from: periods[start] ?? '',
    to: periods[end - 1] ?? '',
    opens,
    n,
    first,
    last,
    change,
    relativeChange: change === null || !first || first.value === 0 ? null : finite(change / Math.abs(first.value)),
    direction,
    steady: direction === null ? null : isSteady(present.values, direction),
  }
  if (n < FEWEST_TESTED) return { ...facts, test: null, reason: 'too-few-periods' }
  const test = mannKendall(column, { times: times.slice(start, end) })
  return test.S === null ? { ...facts, test: null, reason: test.reason } : { ...facts, test }
}

function directionOf(first: number, last: number): TrendDirection {
  return last > first ? 'up' : last < first ? 'down' : 'level'
}

function isSteady(values: readonly number[], direction: TrendDirection): boolean {
  return values.every((value, i) => {
    const before = values[i - 1]
    if (before === undefined || before === value) return true
    return direction === (value > before ? 'up' : 'down')
  })
}

function finite(x: number): number | null {
  return Number.isFinite(x) ? x : null
}
