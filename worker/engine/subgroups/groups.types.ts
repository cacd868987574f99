/** The wire words of `POST /api/v1/compute/groups`, as plain types: WHO's summary measures over the subgroups of one
 * indicator (income quintiles, education levels, regions …). */
import type { Measure } from '../types.ts'

export type GroupMeasureKey =
  | 'D'
  | 'R'
  | 'ACI'
  | 'RCI'
  | 'SII'
  | 'RII'
  | 'BGV'
  | 'BGSD'
  | 'COV'
  | 'MDBU'
  | 'MDBW'
  | 'MDMU'
  | 'MDMW'
  | 'MDRU'
  | 'MDRW'
  | 'IDISU'
  | 'IDISW'
  | 'TI'
  | 'MLD'
  | 'PAR'
  | 'PAF'

export interface Subgroup {
  readonly name: string
  /** The indicator in this group; null = missing. */
  readonly value: number | null
  /** People in the group; given for all groups or for none. */
  readonly population?: number
  /** 1 = most disadvantaged. Absent: the position in the list. */
  readonly order?: number
  /** The group that D, R (unordered groups) and the MDR measures compare with; at most one. */
  readonly reference?: boolean
}

/** A straight line, or a logistic curve for shares of a scale; both weighted once by population. */
export type GroupSlope = 'linear' | 'logit'

export interface GroupsRequest {
  readonly subgroups: readonly Subgroup[]
  /** True when more is better. */
  readonly favourable: boolean
  /** True when the groups have a natural order (income, education). */
  readonly ordered: boolean
  /** The published average of the whole setting, where it is not the weighted mean of the groups. */
  readonly settingAverage?: number
  /** How SII and RII are fitted. Absent: linear. */
  readonly slope?: GroupSlope
  /** What a value of 1 stands for: 100 for percentages, 1000 for per mille. Needed by `slope: 'logit'`. */
  readonly scale?: number
  /** Absent: all that apply to the kind of dimension. */
  readonly measures?: readonly GroupMeasureKey[]
}

export interface GroupsResponse {
  readonly measures: Partial<Record<GroupMeasureKey, Measure>>
  /** Scaling and choices in words. */
  readonly convention: string
}

/** What one family of measures computes. */
export type GroupMeasures = Partial<Record<GroupMeasureKey, Measure>>
