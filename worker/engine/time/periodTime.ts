/**
 * When a statistical period is, in years: its middle, so that yearly, half-yearly, quarterly and monthly figures stand
 * where they belong on one axis.
 *
 * Formula: 2021 → 2021.5; 2022-H1 → 2022.25; 2024-Q1 → 2024.125; 2024-05 → 2024 + 4.5/12. Differences of yearly periods
 * are whole years. Edge policy: any other text is a fault of the request, as are periods that do not rise. O(n).
 *
 * @example periodTimes(['2021', '2024-Q1']) // [2021.5, 2024.125]
 */
import { EngineInputError } from '../types.ts'

const FORM = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/

/** null when the text is no period. */
export function periodTime(period: string): number | null {
  const found = FORM.exec(period)
  if (!found) return null
  const [, year, half, quarter, month] = found
  const [part, parts] = half ? [half, 2] : quarter ? [quarter, 4] : month ? [month, 12] : ['1', 1]
  return Number(year) + (Number(part) - 0.5) / parts
}

export function periodTimes(periods: readonly string[]): number[] {
  const times: number[] = []
  for (const [i, period] of periods.entries()) {
    const time = periodTime(period)
    if (time === null) throw fault(i, 'bad-period', `“${period}” is no period: 2024, 2024-H1, 2024-Q1 or 2024-01`)
    const before = times[i - 1]
    if (before !== undefined && time <= before) {
      throw fault(
        i,
        'not-rising',
        `“${period}” does not come after “${periods[i - 1] ?? ''}”: periods run forward in time`,
      )
    }
    times.push(time)
  }
  return times
}

function fault(i: number, code: string, message: string): EngineInputError {
  return new EngineInputError([{ path: `periods[${i}]`, code, message }])
}
