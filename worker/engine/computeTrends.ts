/**
 * How the areas moved apart or together over the periods: what the trends view shows for a node or an indicator.
 *
 * For each code: σ, the dispersion index of each period with its described trend (tested from 5 periods on); β, whether
 * areas that started low grew faster, between the first and the last period of the latest unbroken segment; the Markov
 * matrix between grades; the kernel density of each period on one shared grid. Sources: see time/.
 * Edge policy: scores under each period's sample bounds are not comparable (`comparable: false`): every part of that code is null
 * with reason `not-comparable`. Fewer than 3 areas with a value have no dispersion (`too-few-areas`), fewer than 2 periods
 * no movement (`too-few-periods`). A break of definition cuts σ, β and the matrix; densities are drawn on either side.
 * Pure and cheap: 20 areas × 60 nodes × 10 periods in milliseconds, so a browser may call it.
 *
 * @example computeTrends({ periods: ['2021', '2022'], series: { R: [[60, 70, 80], [66, 72, 80]] } }).R
 *   // { sigma: { index: 'cv', values: [0.116…, 0.078…], trend: … }, beta: …, markov: null, density: … }
 */
import { columnOf } from './numeric/column.ts'
import { cv } from './indices/cv.ts'
import { gini } from './indices/gini.ts'
import { without } from './numeric/measure.ts'
import { betaConvergence } from './time/betaConvergence.ts'
import type { BetaOutcome } from './time/betaConvergence.ts'
import { describeTrend } from './time/describeTrend.ts'
import type { DescribedTrend } from './time/describeTrend.ts'
import { gradeTransitions } from './time/gradeTransitions.ts'
import type { GradeTransitions } from './time/gradeTransitions.ts'
import { periodTimes } from './time/periodTime.ts'
import { segmentsOf } from './time/segments.ts'
import type { Segment, SeriesBreak } from './time/segments.ts'
import { sharedDensities } from './time/sharedDensities.ts'
import type { SharedDensities } from './time/sharedDensities.ts'
import type { InputFault, Measure, Values, Weights } from './types.ts'
import { EngineInputError } from './types.ts'

export type TrendReason = 'not-comparable' | 'too-few-periods' | 'too-few-areas'

export interface TrendsRequest {
  /** Rising in time: 2024, 2024-H1, 2024-Q1, 2024-01. */
  readonly periods: readonly string[]
  /** By code of a node or indicator: one row per period, one value per area, areas in one order throughout. */
  readonly series: Readonly<Record<string, readonly Values[]>>
  /** Populations of the areas in each period; a period with null counts its areas the same, absent: all do. */
  readonly populations?: readonly (Weights | null)[]
  /** The dispersion index that σ is. Absent: cv. */
  readonly index?: 'cv' | 'gini'
  /** Lower limits of the grades, in any order; absent: no matrix. */
  readonly grades?: readonly number[]
  /** Codes whose values are raw and therefore have no grade. */
  readonly ungraded?: ReadonlySet<string>
  /** Codes whose values of different periods are not on one scale. */
  readonly incomparable?: ReadonlySet<string>
  readonly breaks?: Readonly<Record<string, readonly SeriesBreak[]>>
}

export interface Sigma {
  readonly index: 'cv' | 'gini'
  /** Along `periods`. */
  readonly values: readonly Measure[]
  readonly trend: DescribedTrend
}

export interface Beta {
  readonly from: string
  readonly to: string
  readonly years: number
  readonly fit: BetaOutcome
}

export interface Markov {
  /** Lower limits of the grades, lowest first: grade 1 lies below them all, grade k + 1 from limit k on. */
  readonly limits: readonly number[]
  readonly transitions: GradeTransitions
}

export type NodeTrends =
  | {
      readonly sigma: Sigma
      /** null with fewer than 2 periods in the latest segment. */
      readonly beta: Beta | null
      /** null without grades or with fewer than 2 periods. */
      readonly markov: Markov | null
      readonly density: SharedDensities
      readonly segments: readonly {
        readonly from: string
        readonly to: string
        readonly opens: readonly SeriesBreak[]
      }[]
      readonly reason?: never
    }
  | {
      readonly sigma: null
      readonly beta: null
      readonly markov: null
      readonly density: null
      readonly reason: TrendReason
    }

const NOTHING = { sigma: null, beta: null, markov: null, density: null } as const
const FEWEST_AREAS = 3

export function computeTrends(request: TrendsRequest): Readonly<Record<string, NodeTrends>> {
  const times = periodTimes(request.periods)
  requireShapes(request)
  const all: Record<string, NodeTrends> = {}
  for (const [code, rows] of Object.entries(request.series)) all[code] = trendsOf(request, times, code, rows)
  return all
}

function trendsOf(request: TrendsRequest, times: readonly number[], code: string, rows: readonly Values[]): NodeTrends {
  const { periods, index = 'cv', grades } = request
  if (request.incomparable?.has(code)) return { ...NOTHING, reason: 'not-comparable' }
  if (periods.length < 2) return { ...NOTHING, reason: 'too-few-periods' }
  if (!rows.some((row) => presentIn(row) >= FEWEST_AREAS)) return { ...NOTHING, reason: 'too-few-areas' }
  const breaks = request.breaks?.[code] ?? []
  const segments = segmentsOf(times, breaks)
  const values = rows.map((row, t) => dispersionOf(row, index, request.populations?.[t] ?? undefined))
  return {
    sigma: { index, values, trend: describeTrend({ periods, values: values.map((one) => one.value), breaks }) },
    beta: betaOf(periods, times, rows, segments),
    markov: grades === undefined || request.ungraded?.has(code) ? null : markovOf(rows, segments, grades),
    density: sharedDensities(rows),
    segments: segments.map(({ start, end, opens }) => ({
      from: periods[start] ?? '',
      to: periods[end - 1] ?? '',
      opens,
    })),
  }
}

function dispersionOf(row: Values, index: 'cv' | 'gini', weights: Weights | undefined): Measure {
  if (presentIn(row) < FEWEST_AREAS) return without('too-few-areas')
  const column = columnOf(row, weights)
  return index === 'cv' ? cv(column) : gini(column)
}

/** Between the ends of the latest segment: growth across a break would be growth of the definition. */
function betaOf(
  periods: readonly string[],
  times: readonly number[],
  rows: readonly Values[],
  segments: readonly Segment[],
): Beta | null {
  const latest = segments[segments.length - 1]
  if (!latest || latest.end - latest.start < 2) return null
  const [a, b] = [latest.start, latest.end - 1]
  const years = (times[b] ?? 0) - (times[a] ?? 0)
  return {
    from: periods[a] ?? '',
    to: periods[b] ?? '',
    years,
    fit: betaConvergence(rows[a] ?? [], rows[b] ?? [], years),
  }
}

/** Moves are counted within segments: each area gives one sequence per segment. */
function markovOf(rows: readonly Values[], segments: readonly Segment[], grades: readonly number[]): Markov | null {
  const limits = [...grades].sort((a, b) => a - b)
  const areas = rows[0]?.length ?? 0
  const sequences = segments.flatMap(({ start, end }) =>
    Array.from({ length: areas }, (_, area) =>
      rows.slice(start, end).map((row) => gradeNumber(row[area] ?? null, limits)),
    ),
  )
  return { limits, transitions: gradeTransitions(sequences, limits.length + 1) }
}

/** 1 = below every limit; a value short of a limit by rounding alone counts as reaching it, as in gradeOf. */
function gradeNumber(value: number | null, limits: readonly number[]): number | null {
  if (value === null || Number.isNaN(value)) return null
  return 1 + limits.filter((limit) => value >= limit - 1e-10).length
}

function presentIn(row: Values): number {
  let n = 0
  for (let i = 0; i < row.length; i += 1) if (row[i] !== null && !Number.isNaN(row[i])) n += 1
  return n
}

function requireShapes({ periods, series, populations, grades }: TrendsRequest): void {
  const faults: InputFault[] = []
  const areas = Object.values(series)[0]?.[0]?.length ?? 0
  for (const [code, rows] of Object.entries(series)) {
    if (rows.length !== periods.length) {
      const message = `${rows.length} rows for ${periods.length} periods`
      faults.push({ path: `series.${code}`, code: 'length-mismatch', message })
    }
    for (const [t, row] of rows.entries()) {
      if (row.length === areas) continue
      const message = `${row.length} values where the first row has ${areas}`
      faults.push({ path: `series.${code}[${t}]`, code: 'length-mismatch', message })
    }
  }
  if (populations !== undefined && populations.length !== periods.length) {
    const message = `${populations.length} rows for ${periods.length} periods`
    faults.push({ path: 'populations', code: 'length-mismatch', message })
  }
  for (const [t, row] of (populations ?? []).entries()) {
    if (row === null || row.length === areas) continue
    const message = `${row.length} populations for ${areas} areas`
    faults.push({ path: `populations[${t}]`, code: 'length-mismatch', message })
  }
  for (const [i, limit] of (grades ?? []).entries()) {
    if (!Number.isFinite(limit))
      faults.push({ path: `grades[${i}]`, code: 'number', message: 'a limit is a finite number' })
  }
  if (faults.length > 0) throw new EngineInputError(faults)
}
