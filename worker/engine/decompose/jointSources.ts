/** Components (sources) that add up to a total, made ready for decomposition by component: areas where any component is
 * missing are left out whole, as are areas of weight 0. Faults of the request are thrown with their paths. O(n · sources). */
import { Column } from '../numeric/column.ts'
import { sum } from '../numeric/sum.ts'
import type { InputFault, Values, Weights } from '../types.ts'
import { EngineInputError } from '../types.ts'

export interface JointSources {
  readonly keys: readonly string[]
  readonly sources: readonly Column[]
  readonly total: Column
  readonly missing: number
}

export function jointSources(sources: Readonly<Record<string, Values>>, weights?: Weights): JointSources {
  const keys = Object.keys(sources)
  const lists = keys.map((key) => sources[key] as Values)
  const length = lists[0]?.length ?? 0
  const faults: InputFault[] = []
  if (keys.length === 0) faults.push({ path: 'sources', code: 'empty', message: 'at least one source is needed' })
  for (const [k, list] of lists.entries()) {
    if (list.length !== length) {
      faults.push({
        path: `sources.${keys[k] as string}`,
        code: 'length',
        message: `${list.length} values where the first source has ${length}`,
      })
    }
  }
  if (weights !== undefined && weights.length !== length) {
    faults.push({ path: 'weights', code: 'length', message: `${weights.length} weights for ${length} values` })
  }
  if (faults.length > 0) throw new EngineInputError(faults)
  const kept: number[] = []
  for (let i = 0; i < length; i++) {
    const complete = lists.every((list) => typeof list[i] === 'number' && !Number.isNaN(list[i]))
    if (complete && (weights === undefined || weights[i] !== 0)) kept.push(i)
  }
  const w = weights && Float64Array.from(kept, (i) => weights[i] as number)
  return {
    keys,
    sources: lists.map(
      (list) =>
        new Column(
          Float64Array.from(kept, (i) => list[i] as number),
          w,
        ),
    ),
    total: new Column(
      Float64Array.from(kept, (i) => sum(lists.map((list) => list[i] as number))),
      w,
    ),
    missing: length - kept.length,
  }
}
