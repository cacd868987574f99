/** Σ w x over the values above one quantile, over Σ w x up to another: the kernel of `palma` and `quintileRatio`.
 * Returns undefined when the lower sum is 0. Where nothing lies above the upper quantile (ties at the top) the values
 * equal to it are the top group. O(n) over a sorted column. */
import type { Column } from './column.ts'
import { quantile } from './quantile.ts'
import { CompensatedSum } from './sum.ts'

export function tailRatio(column: Column, lower: number, upper: number): number | undefined {
  const { sorted } = column
  const low = quantile(sorted, lower)
  const high = Math.min(quantile(sorted, upper), column.max)
  const strict = high < column.max
  const bottom = new CompensatedSum()
  const top = new CompensatedSum()
  for (let i = 0; i < sorted.x.length; i++) {
    const value = sorted.x[i] as number
    const amount = sorted.w === undefined ? value : value * (sorted.w[i] as number)
    if (value <= low) bottom.add(amount)
    if (strict ? value > high : value >= high) top.add(amount)
  }
  return bottom.value > 0 ? top.value / bottom.value : undefined
}
