/** What an index asks of its column, checked in one place and one order, so that the same data give the same reason
 * whichever index is asked. Surprise: an empty or single-area column is a reason too, never an exception. */
import type { Column } from '../numeric/column.ts'
import type { Reason } from '../types.ts'

/** `any`: at least two areas. `positive-mean`: and μ > 0. `non-negative`: and x ≥ 0, μ > 0. `positive`: and x > 0. */
export type Domain = 'any' | 'positive-mean' | 'non-negative' | 'positive'

export function outsideDomain(column: Column, domain: Domain): Reason | undefined {
  if (column.fault !== undefined) return column.fault
  if (domain === 'any') return undefined
  if (domain !== 'positive-mean' && column.hasNegative) return 'negative-value'
  if (!(column.mean > 0)) return 'non-positive-mean'
  return domain === 'positive' && column.min <= 0 ? 'non-positive-value' : undefined
}
