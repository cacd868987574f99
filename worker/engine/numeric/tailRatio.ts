/** Σ w x over the values above one quantile, over Σ w x up to another: the kernel of `palma` and `quintileRatio`.
 * Returns undefined when the lower sum is 0. Where nothing lies above the upper quantile (ties at the top) the values
 * equal to it are the top group. O(n) beyond the two quantiles. */
import type { Column } from './column.ts'
import { quantiles } from './quantile.ts'
import { CompensatedSum } from './sum.ts'

export function tailRatio(column: Column, lower: number, upper: number): number | undefined {
  const { x, w } = column
  const [low = column.min, cut = column.max] = quantiles(column, [lower, upper])
  const high = Math.min(cut, column.max)
  const strict = high < column.max
  const bottom = new CompensatedSum()
  const top = new CompensatedSum()
  for (let i = 0; i < x.length; i++) {
    const value = x[i]
    const amount = w === undefined ? value : value * w[i]
    if (value <= low) bottom.add(amount)
    if (strict ? value > high : value >= high) top.add(amount)
  }
  return bottom.value > 0 ? top.value / bottom.value : undefined
}
