/** The two ways to make a Measure. Surprise: a number that is not finite becomes `null` with reason `overflow`. */
import type { Measure, Reason } from '../types.ts'

export function measured(value: number): Measure {
  return Number.isFinite(value) ? { value } : { value: null, reason: 'overflow' }
}

export function without(reason: Reason): Measure {
  return { value: null, reason }
}
