/** Positions of adjusted cells → the codes people know them by. */
import type { CellChange } from '../composite.types.ts'
import type { Imputed } from '../impute/imputePanel.ts'
import type { LeafSpec } from '../tree/indexTree.ts'
import type { TreatedCell } from '../treat/treatPanel.ts'

interface Where {
  readonly period: number
  readonly leaf: number
  readonly area: number
}

/** `periods` null leaves the period out, for requests that have one only. O(1).
 * Example: `{ leaf: 0, area: 1, period: 0 }` becomes `{ indicator: 'I1', area: 'B' }`. */
export function cellPlace(
  cell: Where,
  leaves: readonly LeafSpec[],
  areas: readonly string[],
  periods: readonly string[] | null,
): Pick<CellChange, 'indicator' | 'area' | 'period'> {
  return {
    indicator: leaves[cell.leaf]?.code as string,
    area: areas[cell.area] as string,
    ...(periods === null ? {} : { period: periods[cell.period] as string }),
  }
}

/** Imputed cells: before is null. O(cells). Example: `imputedChanges([], leaves, areas, null)` is []. */
export function imputedChanges(
  cells: readonly Imputed[],
  leaves: readonly LeafSpec[],
  areas: readonly string[],
  periods: readonly string[] | null,
  action: 'median' | 'carried-forward' = 'median',
): CellChange[] {
  return cells.map((cell) => ({ ...cellPlace(cell, leaves, areas, periods), before: null, after: cell.after, action }))
}

/** Treated cells with their raw value before and after. O(cells). Example: `treatedChanges([], leaves, areas, null)` is []. */
export function treatedChanges(
  cells: readonly TreatedCell[],
  leaves: readonly LeafSpec[],
  areas: readonly string[],
  periods: readonly string[] | null,
): CellChange[] {
  return cells.map((cell) => ({
    ...cellPlace(cell, leaves, areas, periods),
    before: cell.before,
    after: cell.after,
    action: cell.action,
  }))
}
