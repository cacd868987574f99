/** `POST /api/v1/compute/groups`: WHO's summary measures of inequality between subgroups, in WHO's own scaling.
 * Asked for nothing in particular it gives what applies: the social-order measures (ACI RCI SII RII) to ordered groups,
 * the reference-group ones (MDRU MDRW) to unordered groups that name a reference. A measure asked for that does not apply
 * is null with reason `not-applicable`. Faults of the request throw EngineInputError with their paths. */
import { without } from './numeric/measure.ts'
import type { Measure } from './types.ts'
import { attributable } from './subgroups/attributable.ts'
import { betweenGroups } from './subgroups/betweenGroups.ts'
import { checkGroups, GROUP_MEASURE_KEYS } from './subgroups/checkGroups.ts'
import { concentration } from './subgroups/concentration.ts'
import { entropies } from './subgroups/entropies.ts'
import type { GroupMeasureKey, GroupMeasures, GroupsRequest, GroupsResponse } from './subgroups/groups.types.ts'
import type { GroupTable } from './subgroups/groupTable.ts'
import { groupTable } from './subgroups/groupTable.ts'
import { meanDifferences } from './subgroups/meanDifferences.ts'
import { simpleGaps } from './subgroups/simpleGaps.ts'
import { slope } from './subgroups/slope.ts'
import { socialRank } from './subgroups/socialRank.ts'

export type { GroupMeasureKey, GroupsRequest, GroupsResponse, Subgroup } from './subgroups/groups.types.ts'

const ORDERED_ONLY: ReadonlySet<GroupMeasureKey> = new Set(['ACI', 'RCI', 'SII', 'RII'])
const REFERENCE_ONLY: ReadonlySet<GroupMeasureKey> = new Set(['MDRU', 'MDRW'])

export function computeGroups(request: GroupsRequest): GroupsResponse {
  checkGroups(request)
  const table = groupTable(request)
  const keys = request.measures ?? GROUP_MEASURE_KEYS.filter((key) => applies(key, request))
  const all = table.fault === undefined ? allMeasures(table) : {}
  const measures: GroupMeasures = {}
  for (const key of keys) measures[key] = all[key] ?? absent(key, table)
  return { measures, convention: conventionOf(table) }
}

function allMeasures(table: GroupTable): GroupMeasures {
  const rank = table.ordered ? socialRank(table) : undefined
  return {
    ...simpleGaps(table),
    ...(rank && { ...concentration(table, rank), ...slope(table, rank) }),
    ...betweenGroups(table),
    ...meanDifferences(table),
    ...entropies(table),
    ...attributable(table),
  }
}

function applies(key: GroupMeasureKey, request: GroupsRequest): boolean {
  if (ORDERED_ONLY.has(key)) return request.ordered
  return !REFERENCE_ONLY.has(key) || (!request.ordered && request.subgroups.some((group) => group.reference === true))
}

function absent(key: GroupMeasureKey, table: GroupTable): Measure {
  return without(!table.ordered && ORDERED_ONLY.has(key) ? 'not-applicable' : (table.fault ?? 'not-applicable'))
}

function conventionOf(table: GroupTable): string {
  return [
    table.population === undefined
      ? 'no populations given: all groups weigh the same'
      : 'weights are populations, normalised',
    table.ordered
      ? `ordered groups, 1 = most disadvantaged; D and R compare the most with the least advantaged${table.referenceNamed ? ' (a reference group serves MDRU and MDRW alone)' : ''}; ACI and RCI (not ×100) over mid-point ranks; SII and RII from the ${slopeOf(table)}`
      : `unordered groups; D and R compare ${pairOf(table)}`,
    'BGV is the population variance; MDMU and IDISU average unweighted deviations about ' +
      (table.settingAverage === undefined ? 'the weighted mean' : `the setting average ${table.settingAverage}`),
    'TI and MLD ×1000, natural log, 0 ln 0 = 0; COV, IDISU, IDISW, PAF ×100; the rest in the unit of the indicator',
    'PAR and PAF are 0 when of the wrong sign',
    ...(table.missing > 0 ? [`${table.missing} groups without a value dropped with their population`] : []),
  ].join('; ')
}

function slopeOf({ slope, scale }: GroupTable): string {
  return slope === 'linear'
    ? 'linear regression, each group weighted once by its population'
    : `logistic curve of value/${scale}, each group weighted once by its population (healthequal's logit weights twice)`
}

function pairOf({ referenceNamed, favourable }: GroupTable): string {
  if (!referenceNamed) return 'the largest with the smallest'
  return favourable ? 'the reference group with the smallest' : 'the largest with the reference group'
}
