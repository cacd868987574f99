/** What a request for WHO's measures must look like; every fault is collected with its JSON path and thrown at once.
 * Surprise: populations are all or nothing, because a mix would weigh some groups by people and others not at all. */
import type { InputFault } from '../types.ts'
import { EngineInputError } from '../types.ts'
import type { GroupMeasureKey, GroupsRequest, Subgroup } from './groups.types.ts'

export const GROUP_MEASURE_KEYS: readonly GroupMeasureKey[] = [
  'D',
  'R',
  'ACI',
  'RCI',
  'SII',
  'RII',
  'BGV',
  'BGSD',
  'COV',
  'MDBU',
  'MDBW',
  'MDMU',
  'MDMW',
  'MDRU',
  'MDRW',
  'IDISU',
  'IDISW',
  'TI',
  'MLD',
  'PAR',
  'PAF',
]

export function checkGroups(request: GroupsRequest): void {
  const faults: InputFault[] = []
  const say = (path: string, code: string, message: string): void => {
    faults.push({ path, code, message })
  }
  const { subgroups, ordered, settingAverage, measures } = request
  const withPopulation = subgroups.filter((group) => group.population !== undefined).length
  for (const [i, group] of subgroups.entries()) checkGroup(group, `subgroups[${i}]`, say)
  if (withPopulation > 0 && withPopulation < subgroups.length) {
    for (const [i, group] of subgroups.entries()) {
      if (group.population === undefined)
        say(`subgroups[${i}].population`, 'required', 'populations are given for all subgroups or for none')
    }
  }
  if (subgroups.filter((group) => group.reference === true).length > 1)
    say('subgroups', 'reference', 'at most one subgroup can be the reference')
  if (ordered) checkOrder(subgroups, say)
  if (settingAverage !== undefined && !Number.isFinite(settingAverage))
    say('settingAverage', 'number', 'must be a finite number')
  checkSlope(request, say)
  for (const [i, key] of (measures ?? []).entries()) {
    if (!GROUP_MEASURE_KEYS.includes(key)) say(`measures[${i}]`, 'unknown-key', `no such measure: ${String(key)}`)
  }
  if (faults.length > 0) throw new EngineInputError(faults)
}

type Say = (path: string, code: string, message: string) => void

function checkGroup({ value, population, order }: Subgroup, path: string, say: Say): void {
  if (value !== null && !Number.isFinite(value)) say(`${path}.value`, 'number', 'must be a finite number or null')
  if (population !== undefined && !(population >= 0 && population < Infinity)) {
    say(`${path}.population`, 'weight', 'must be a finite number, 0 or more')
  }
  if (order !== undefined && !Number.isFinite(order)) say(`${path}.order`, 'number', 'must be a finite number')
}

/** The logistic curve needs shares strictly between none and all: at 0 or at the full scale it has no slope of its own. */
function checkSlope({ slope, scale, subgroups }: GroupsRequest, say: Say): void {
  if (slope !== undefined && slope !== 'linear' && slope !== 'logit') say('slope', 'unknown', 'is linear or logit')
  const usable = scale !== undefined && scale > 0 && scale < Infinity
  if (scale !== undefined && !usable) say('scale', 'number', 'must be a finite number above 0')
  if (slope !== 'logit') return
  if (scale === undefined) {
    say('scale', 'required', 'slope logit needs the full scale of the values: 100 for percentages, 1 for shares')
  }
  if (!usable) return
  for (const [i, { value }] of subgroups.entries()) {
    if (value === null || Number.isNaN(value) || (value > 0 && value < scale)) continue
    say(
      `subgroups[${i}].value`,
      'outside-scale',
      `slope logit needs values above 0 and below the scale ${scale}; use slope linear, or correct the value or the scale`,
    )
  }
}

function checkOrder(subgroups: readonly Subgroup[], say: Say): void {
  const given = subgroups.filter((group) => group.order !== undefined).length
  if (given > 0 && given < subgroups.length) say('subgroups', 'order', 'order is given for all subgroups or for none')
  const seen = new Set<number>()
  for (const [i, { order }] of subgroups.entries()) {
    if (order !== undefined && seen.has(order)) say(`subgroups[${i}].order`, 'duplicate', `order ${order} is taken`)
    if (order !== undefined) seen.add(order)
  }
}
