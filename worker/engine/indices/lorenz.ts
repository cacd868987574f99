/** Lorenz curve 洛伦兹曲线: the points (share of population, share of the total), from the least served area up.
 * Formula: p_k = Σ_{i ≤ k} w_i/W, L_k = Σ_{i ≤ k} w_i x_i/Σ w x, from (0, 0) to (1, 1); ties keep the input order.
 * Source: Lorenz (1905); R ineq `Lc`. Domain: x ≥ 0, μ > 0, else null. O(n log n) at worst.
 * Example: `lorenz([3, 1]).value` is { p: [0, 0.5, 1], L: [0, 0.25, 1] }. */
import type { Column } from '../numeric/column.ts'
import { columnOf } from '../numeric/column.ts'
import { CompensatedSum } from '../numeric/sum.ts'
import type { Reason, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'

export interface LorenzPoints {
  readonly p: readonly number[]
  readonly L: readonly number[]
}

export type LorenzResult =
  | { readonly value: LorenzPoints; readonly reason?: never }
  | { readonly value: null; readonly reason: Reason }

export function lorenz(values: Values | Column, weights?: Weights): LorenzResult {
  const column = columnOf(values, weights)
  const reason = outsideDomain(column, 'non-negative')
  if (reason !== undefined) return { value: null, reason }
  const { x, w } = column.sorted
  const n = x.length
  const total = column.mean * column.weight
  const people = new CompensatedSum()
  const amount = new CompensatedSum()
  const p = [0]
  const L = [0]
  for (let i = 0; i < n - 1; i++) {
    const weight = w === undefined ? 1 : (w[i] as number)
    people.add(weight)
    amount.add(weight * (x[i] as number))
    p.push(people.value / column.weight)
    L.push(Math.min(1, amount.value / total))
  }
  return { value: { p: [...p, 1], L: [...L, 1] } }
}
