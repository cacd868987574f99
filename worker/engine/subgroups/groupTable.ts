/** The subgroups of one indicator made ready for WHO's measures: missing estimates dropped with their population, ordered
 * groups put in order (1 = most disadvantaged), the two ways of averaging kept side by side.
 * Surprise: a group of population 0 still counts in what WHO calls unweighted measures, and nowhere else. */
import { Column } from '../numeric/column.ts'
import type { Reason } from '../types.ts'
import type { GroupSlope, GroupsRequest } from './groups.types.ts'

export interface GroupTable {
  /** Estimates; in order when the dimension is ordered. */
  readonly y: readonly number[]
  /** Populations aligned with y; absent = all groups count the same. */
  readonly population: readonly number[] | undefined
  /** y weighted by population. */
  readonly weighted: Column
  /** Extremes over all groups, whatever their population. */
  readonly min: number
  readonly max: number
  /** The population-weighted mean, in the unit of y. */
  readonly mean: number
  readonly settingAverage: number | undefined
  readonly favourable: boolean
  readonly ordered: boolean
  /** Index into y of the reference group, if one is named and has a value. */
  readonly reference: number | undefined
  /** True when a group is named as the reference, with a value or without. */
  readonly referenceNamed: boolean
  readonly slope: GroupSlope
  /** Full scale of the values, for the logistic curve. */
  readonly scale: number
  /** Why no measure can be given at all. */
  readonly fault: Reason | undefined
  readonly missing: number
}

export function groupTable(request: GroupsRequest): GroupTable {
  const listed = request.subgroups.map((group, i) => ({ ...group, rank: group.order ?? i + 1 }))
  const present = listed.filter(
    (group): group is typeof group & { value: number } => group.value !== null && !Number.isNaN(group.value),
  )
  if (request.ordered) present.sort((a, b) => a.rank - b.rank)
  const y = present.map((group) => group.value)
  const population = present.every((group) => group.population !== undefined)
    ? present.map((group) => group.population as number)
    : undefined
  const weighted = new Column(y, population)
  const reference = present.findIndex((group) => group.reference === true)
  return {
    y,
    population,
    weighted,
    min: y.reduce((a, b) => Math.min(a, b), Infinity),
    max: y.reduce((a, b) => Math.max(a, b), -Infinity),
    mean: weighted.meanValue,
    settingAverage: request.settingAverage,
    favourable: request.favourable,
    ordered: request.ordered,
    reference: reference === -1 ? undefined : reference,
    referenceNamed: listed.some((group) => group.reference === true),
    slope: request.slope ?? 'linear',
    scale: request.scale ?? 1,
    fault: y.length < 2 ? 'too-few-areas' : weighted.x.length === 0 ? 'no-weight' : undefined,
    missing: listed.length - present.length,
  }
}
