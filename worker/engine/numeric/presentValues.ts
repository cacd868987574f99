/** The values of a column that are there, with their positions. null, undefined and NaN are missing; an infinite value
 * is a fault of the request (EngineInputError at `name[i]`). O(n). Example: `presentValues([1, null, 3], 'x')` is
 * `{ positions: [0, 2], values: [1, 3] }`. */
import { EngineInputError } from '../types.ts'
import type { Values } from '../types.ts'

export function presentValues(column: Values, name: string): { positions: number[]; values: number[] } {
  const positions: number[] = []
  const values: number[] = []
  for (let i = 0; i < column.length; i += 1) {
    const x = column[i]
    if (x === null || x === undefined || Number.isNaN(x)) continue
    if (!Number.isFinite(x)) {
      throw new EngineInputError([{ path: `${name}[${i}]`, code: 'not-finite', message: 'a value must be finite' }])
    }
    positions.push(i)
    values.push(x)
  }
  return { positions, values }
}
