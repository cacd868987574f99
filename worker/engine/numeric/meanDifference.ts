/** Half the mean absolute difference, ½ Σ_i Σ_k p_i p_k |x_i − x_k|, in O(n log n): the kernel behind `gini`.
 * Idea: the double sum equals ∫ F (1 − F) dx, so over ascending values it is Σ (x_(i+1) − x_(i)) F_i (1 − F_i), every
 * addend ≥ 0. Nothing cancels: near-equal values keep their digits where rank formulas lose them.
 * Source: Dorfman, "A formula for the Gini coefficient" (1979). Both F_i and 1 − F_i are summed with their errors
 * kept, because under one dominant weight 1 − F_i is all that matters. In the column's own unit. */
import { BLOCK } from './blockSum.ts'
import type { Column } from './column.ts'
import { CompensatedSum } from './sum.ts'

export function halfMeanDifference(column: Column): number {
  const { x, w } = column.sorted
  return w === undefined ? equalWeights(x) : weighted(x, w)
}

function equalWeights(x: Float64Array): number {
  const n = x.length
  const total = new CompensatedSum()
  for (let from = 1; from < n; from += BLOCK) {
    const to = Math.min(from + BLOCK, n)
    let block = 0
    for (let i = from; i < to; i++) block += (x[i] - x[i - 1]) * (i * (n - i))
    total.add(block)
  }
  return total.value / n / n
}

function weighted(x: Float64Array, w: Float64Array): number {
  const n = x.length
  let allHigh = 0
  let allLow = 0
  for (let i = 0; i < n; i++) {
    const weight = w[i]
    const sum = allHigh + weight
    const carried = sum - allHigh
    allLow += allHigh - (sum - carried) + (weight - carried)
    allHigh = sum
  }
  const all = allHigh + allLow
  const total = new CompensatedSum()
  let high = 0
  let low = 0
  for (let from = 1; from < n; from += BLOCK) {
    const to = Math.min(from + BLOCK, n)
    let block = 0
    for (let i = from; i < to; i++) {
      const weight = w[i - 1]
      const sum = high + weight
      const carried = sum - high
      low += high - (sum - carried) + (weight - carried)
      high = sum
      block += (x[i] - x[i - 1]) * (((high + low) / all) * ((allHigh - high + (allLow - low)) / all))
    }
    total.add(block)
  }
  return total.value
}
