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
  const fault = (path: string, code: string, message: string): void => {
    faults.push({ path, code, message })
  }
  const { subgroups, ordered, settingAverage, measures } = request
  const withPopulation = subgroups.filter((group) => group.population !== undefined).length
  for (const [i, group] of subgroups.entries()) checkGroup(group, `subgroups[${i}]`, fault)
  if (withPopulation > 0 && withPopulation < subgroups.length) {
    for (const [i, group] of subgroups.entries()) {
      if (group.population === undefined)
        fault(`subgroups[${i}].population`, 'required', 'populations are given for all subgroups or for none')
    }
  }
  if (subgroups.filter((group) => group.reference === true).length > 1)
    fault('subgroups', 'reference', 'at most one subgroup can be the reference')
  if (ordered) checkOrder(subgroups, fault)
  if (settingAverage !== undefined && !Number.isFinite(settingAverage))
    fault('settingAverage', 'number', 'must be a finite number')
  checkSlope(request, fault)
  for (const [i, key] of (measures ?? []).entries()) {
    if (!GROUP_MEASURE_KEYS.includes(key)) fault(`measures[${i}]`, 'unknown-key', `no such measure: ${String(key)}`)
  }
  if (faults.length > 0) throw new EngineInputError(faults)
}

type AddFault = (path: string, code: string, message: string) => void

function checkGroup({ value, population, order }: Subgroup, path: string, fault: AddFault): void {
  if (value !== null && !Number.isFinite(value)) fault(`${path}.value`, 'number', 'must be a finite number or null')
  if (population !== undefined && !(population >= 0 && population < Infinity)) {
    fault(`${path}.population`, 'weight', 'must be a finite number, 0 or more')
  }
  if (order !== undefined && !Number.isFinite(order)) fault(`${path}.order`, 'number', 'must be a finite number')
}

/** The logistic curve needs shares strictly between none and all: at 0 or at the full scale it has no slope of its own. */
function checkSlope({ slope, scale, subgroups }: GroupsRequest, fault: AddFault): void {
  if (slope !== undefined && slope !== 'linear' && slope !== 'logit') fault('slope', 'unknown', 'is linear or logit')
  const usable = scale !== undefined && scale > 0 && scale < Infinity
  if (scale !== undefined && !usable) fault('scale', 'number', 'must be a finite number above 0')
  if (slope !== 'logit') return
  if (scale === undefined) {
    fault('scale', 'required', 'slope logit needs the full scale of the values: 100 for percentages, 1 for shares')
  }
  if (!usable) return
  for (const [i, { value }] of subgroups.entries()) {
    if (value === null || Number.isNaN(value) || (value > 0 && value < scale)) continue
    fault(
      `subgroups[${i}].value`,
      'outside-scale',
      `slope logit needs values above 0 and below the scale ${scale}; use slope linear, or correct the value or the scale`,
    )
  }
}

function checkOrder(subgroups: readonly Subgroup[], fault: AddFault): void {
  const given = subgroups.filter((group) => group.order !== undefined).length
  if (given > 0 && given < subgroups.length) fault('subgroups', 'order', 'order is given for all subgroups or for none')
  const seen = new Set<number>()
  for (const [i, { order }] of subgroups.entries()) {
    if (order !== undefined && seen.has(order)) fault(`subgroups[${i}].order`, 'duplicate', `order ${order} is taken`)
    if (order !== undefined) seen.add(order)
  }
}
