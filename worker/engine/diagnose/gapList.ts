/**
 * Gap list against the standard: where does each area fall short, by how much, and whom does it touch?
 *
 * Formulas: gap = x − T (benefit: negative when short; cost: positive when over); shortfall = the distance to T on the
 * wrong side, 0 when met; relative = shortfall/|T|. A target range [a, b] is met inside, else measured to its nearer end.
 * People affected: the area's population, or, for an indicator that is itself a coverage rate (`coverageOf`: 100 for
 * percent, 1 for a share), the population not reached: population · shortfall/coverageOf, at most everybody.
 * Priority = weight × shortfall/|T − floor|, the shortfall within the anchor range (not capped: at the score's zero it is
 * 2.5), so that a small county's worst gap comes first and no population enters the order. Source: docs/methods.md §9.
 * Sorted by priority where every indicator has one, else by relative shortfall; ties in the order of indicators, then areas.
 * Edge policy: a missing value or an indicator without target makes no entry; T = 0 has no relative shortfall (null, listed
 * last); people are null without a population. Faulty requests throw. Complexity: O(areas · indicators · log).
 *
 * @example gapList({ areas: ['A'], indicators: [{ code: 'I', direction: 'benefit', target: 5 }], values: { I: [4] } })
 * // [{ area: 'A', indicator: 'I', value: 4, target: 5, gap: −1, shortfall: 1, relative: 0.2, inRange: null, priority: null, people: null }]
 */
import { EngineInputError } from '../types.ts'
import type { Direction, InputFault, Values } from '../types.ts'

export interface GapIndicator {
  readonly code: string
  /** A target range needs none. */
  readonly direction?: Direction
  readonly target?: number | readonly [number, number]
  readonly coverageOf?: number
  /** The value that scores 60; with `weight` it gives the gap its priority. */
  readonly floor?: number
  /** Effective weight of the indicator in the framework. */
  readonly weight?: number
}

export interface GapRequest {
  readonly areas: readonly string[]
  readonly indicators: readonly GapIndicator[]
  readonly values: Readonly<Record<string, Values>>
  readonly population?: Values
  /** True lists the cells that meet their target too (shortfall 0). */
  readonly includeMet?: boolean
}

export interface Gap {
  readonly area: string
  readonly indicator: string
  readonly value: number
  /** The end of a range that the value is measured to. */
  readonly target: number
  readonly gap: number
  readonly shortfall: number
  readonly relative: number | null
  /** shortfall/|target − floor|; null without a floor. */
  readonly inRange: number | null
  /** weight × inRange; null without either. */
  readonly priority: number | null
  readonly people: number | null
}

export function gapList(request: GapRequest): Gap[] {
  requireRequest(request)
  const gaps: Gap[] = []
  for (const indicator of request.indicators) {
    const column = request.values[indicator.code] ?? []
    for (let i = 0; i < request.areas.length; i += 1) {
      const value = column[i]
      if (indicator.target === undefined || value === null || value === undefined || Number.isNaN(value)) continue
      const target = nearestTarget(value, indicator.target)
      const shortfall = shortfallOf(value, target, indicator)
      if (shortfall === 0 && request.includeMet !== true) continue
      const relative = target === 0 ? null : bounded(shortfall / Math.abs(target))
      const range = Math.abs(target - (indicator.floor ?? target))
      const inRange = range > 0 ? bounded(shortfall / range) : null
      const priority = inRange === null || indicator.weight === undefined ? null : bounded(indicator.weight * inRange)
      const people = peopleOf(shortfall, request.population?.[i] ?? null, indicator.coverageOf)
      gaps.push({
        area: request.areas[i] ?? '',
        indicator: indicator.code,
        value,
        target,
        gap: bounded(value - target),
        shortfall,
        relative,
        inRange,
        priority,
        people,
      })
    }
  }
  // Pushed indicator by indicator, area by area, and sort is stable: ties keep that order.
  if (gaps.every((g) => g.priority !== null)) return gaps.sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0))
  return gaps.sort((a, b) => (b.relative ?? -1) - (a.relative ?? -1))
}

/** The end of the range nearest to the value; the value itself when it lies inside. */
export function nearestTarget(value: number, target: number | readonly [number, number]): number {
  if (typeof target === 'number') return target
  return Math.max(target[0], Math.min(target[1], value))
}

function shortfallOf(value: number, target: number, indicator: GapIndicator): number {
  if (Array.isArray(indicator.target)) return bounded(Math.abs(value - target))
  return bounded(Math.max(0, indicator.direction === 'cost' ? value - target : target - value))
}

/** A difference or quotient beyond the doubles is the largest double: still finite, still sorted first. */
function bounded(x: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, x))
}

function peopleOf(shortfall: number, population: number | null, coverageOf: number | undefined): number | null {
  if (population === null || Number.isNaN(population)) return null
  if (shortfall === 0) return 0
  return coverageOf === undefined ? population : population * Math.min(1, shortfall / coverageOf)
}

function requireRequest({ areas, indicators, values, population }: GapRequest): void {
  const faults: InputFault[] = []
  const fault = (path: string, code: string, message: string) => faults.push({ path, code, message })
  const columns: (readonly [string, Values])[] = population === undefined ? [] : [['population', population]]
  indicators.forEach(({ code, direction, target, coverageOf, floor, weight }, j) => {
    const ends = target === undefined ? [] : typeof target === 'number' ? [target] : target
    if (!ends.every((end) => Number.isFinite(end)) || (ends[0] ?? 0) > (ends.at(-1) ?? 0)) {
      fault(`indicators[${j}].target`, 'bad-target', 'a target is a finite number or a range [a, b] with a ≤ b')
    }
    if (typeof target === 'number' && direction === undefined) {
      fault(`indicators[${j}].direction`, 'missing-direction', 'a single target needs a direction')
    }
    if (coverageOf !== undefined && !(coverageOf > 0 && Number.isFinite(coverageOf))) {
      fault(`indicators[${j}].coverageOf`, 'bad-coverage', 'coverageOf is a positive number, 100 for percent')
    }
    if (floor !== undefined && !Number.isFinite(floor))
      fault(`indicators[${j}].floor`, 'not-finite', 'a floor must be finite')
    if (weight !== undefined && !(weight >= 0 && weight < Infinity))
      fault(`indicators[${j}].weight`, 'bad-weight', 'must be a finite number ≥ 0')
    const column = values[code]
    if (column === undefined) fault(`values.${code}`, 'missing-column', 'the indicator has no column')
    else columns.push([`values.${code}`, column])
  })
  for (const [path, column] of columns) {
    if (column.length !== areas.length)
      fault(path, 'length-mismatch', `${column.length} values for ${areas.length} areas`)
    for (let i = 0; i < column.length; i += 1) {
      const x = column[i] ?? 0
      if (Math.abs(x) === Infinity) fault(`${path}[${i}]`, 'not-finite', 'a value must be finite')
      if (path === 'population' && x < 0) fault(`${path}[${i}]`, 'negative-population', 'a population is not negative')
    }
  }
  if (faults.length > 0) throw new EngineInputError(faults)
}
