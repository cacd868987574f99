/** Areas split into groups, in order of first appearance, for every decomposition by group. Areas without a value or
 * without weight are in no group, and a group made of such areas alone does not appear. O(n). */
import { Column } from '../numeric/column.ts'
import type { InputFault, Values, Weights } from '../types.ts'
import { EngineInputError } from '../types.ts'

export interface Group {
  readonly key: string
  readonly column: Column
  /** Share of the population (of the areas, when they weigh the same). */
  readonly share: number
  /** The group's mean over the overall mean; NaN or infinite when that is 0. */
  readonly relativeMean: number
}

export interface Partition {
  readonly whole: Column
  readonly groups: readonly Group[]
}

export function partition(values: Values, labels: readonly string[], weights?: Weights): Partition {
  if (labels.length !== values.length) throw new EngineInputError([lengthFault(labels.length, values.length)])
  const whole = new Column(values, weights)
  const members = new Map<string, number[]>()
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (value === null || value === undefined || Number.isNaN(value) || weights?.[i] === 0) continue
    const key = labels[i] as string
    const list = members.get(key)
    if (list === undefined) members.set(key, [i])
    else list.push(i)
  }
  const groups = [...members].map(([key, list]): Group => {
    const column = new Column(pick(values, list), weights && pick(weights, list))
    return {
      key,
      column,
      share: (column.weight / whole.weight) * (column.weightUnit / whole.weightUnit),
      relativeMean: (column.mean / whole.mean) * (column.unit / whole.unit),
    }
  })
  return { whole, groups }
}

/** A loop, not Float64Array.from with a function: that is an order of magnitude slower, and a decomposition is mostly this. */
function pick(from: Values, places: readonly number[]): Float64Array {
  const picked = new Float64Array(places.length)
  for (let k = 0; k < places.length; k++) picked[k] = from[places[k] as number] as number
  return picked
}

function lengthFault(got: number, wanted: number): InputFault {
  return { path: 'groups', code: 'length', message: `${got} groups for ${wanted} values` }
}
