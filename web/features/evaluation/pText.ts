/** A p-value after the letter p: “= 0.017”, or “< 0.001” where three decimals would read as nothing. */
import type { Format } from '../../format/useFormat.ts'

const LEAST = 0.001

export function pText(p: number | null, format: Pick<Format, 'number'>): string {
  if (p !== null && p < LEAST) return `< ${format.number(LEAST, { digits: 3 })}`
  return `= ${format.number(p, { digits: 3 })}`
}
