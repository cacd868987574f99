/** Years, halves, quarters and months in one evaluation would make a series without an order. */
import type { Fault } from '../../contract/problems.ts'
import { sentence } from '../../words/sentence.ts'

export function grainFaults(periods: readonly string[], path: string): Fault[] {
  const grains = new Set(periods.map((p) => p.slice(4, 6).replace(/\d/, 'M')))
  if (grains.size < 2) return []
  const message = sentence('evaluations.mixed-periods')
  return [{ path, code: 'mixed-periods', message }]
}
