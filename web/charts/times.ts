/** Where periods stand on the axis of a line chart. Evenly spaced ones keep their plain columns; years with a gap, or years
 * beside half-years, stand at their true distances, so that a slope on the screen is a slope per year. Pure. */
import { periodTime } from '../../worker/engine/time/periodTime.ts'

/** Times in years, or null when the periods are evenly spaced or are no periods that run forward. */
export function unevenTimes(periods: readonly string[]): readonly number[] | null {
  const times = periods.map(periodTime)
  if (!times.every((time) => time !== null)) return null
  const steps = times.slice(1).map((time, i) => time - (times[i] ?? 0))
  if (steps.some((step) => step <= 0)) return null
  return steps.some((step) => Math.abs(step - (steps[0] ?? 0)) > 1e-9) ? times : null
}
