/** Years, halves, quarters and months in one evaluation would make a series without an order. */
import type { Fault } from '../../contract/problems.ts'
import type { Say } from '../../lib/say.ts'

export function grainFaults(periods: readonly string[], path: string, say: Say): Fault[] {
  const grains = new Set(periods.map((p) => p.slice(4, 6).replace(/\d/, 'M')))
  if (grains.size < 2) return []
  const message = say(
    '年、半年、季、月不能混在一次评价里',
    'Years, half-years, quarters and months cannot be mixed in one evaluation',
  )
  return [{ path, code: 'mixed-periods', message }]
}
