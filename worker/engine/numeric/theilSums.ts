/** The two logarithmic means, Σ p [r ln r − (r − 1)] and Σ p [(r − 1) − ln r] with r = x/μ: the hot loops behind
 * `theilT` and `theilL`. Σ p (r − 1) = 0, so they equal Theil's T and L; written so, every addend is ≥ 0, nothing
 * cancels and the rounding of μ drops out. Close to r = 1 the addend is a series in d = r − 1.
 * Surprise: T takes one logarithm per area, L one per block, of the product of its ratios. O(n). */
import { BLOCK } from './blockSum.ts'
import type { Column } from './column.ts'
import { ln } from './ln.ts'
import { lnNormal } from './lnNormal.ts'
import { CompensatedSum } from './sum.ts'

const NEAR = 1 / 32

/** A ratio this small adds 1 to T, to the last bit, and has no normal logarithm. */
const NOTHING = 1e-300
/** Ratios are multiplied while their product stays well inside the doubles. */
const FLUSH_BELOW = 2 ** -450
const FLUSH_ABOVE = 2 ** 450
const FACTORS = 16

/** Domain: x ≥ 0, μ > 0. */
export function meanRatioLog(column: Column): number {
  const { x, w, mean } = column
  const n = x.length
  const inverse = 1 / mean
  const total = new CompensatedSum()
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(from + BLOCK, n)
    let block = 0
    for (let i = from; i < to; i++) {
      const r = (x[i] as number) * inverse
      const d = ((x[i] as number) - mean) * inverse
      const addend = d < NEAR && d > -NEAR ? nearT(d) : r > NOTHING ? r * lnNormal(r) - d : 1
      block += w === undefined ? addend : (w[i] as number) * addend
    }
    total.add(block)
  }
  return total.value / column.weight
}

/** Domain: x > 0. */
export function meanLogRatio(column: Column): number {
  return (column.w === undefined ? logRatios(column) : weightedLogRatios(column, column.w)) / column.weight
}

/** Σ (d − ln r) with the logarithms of up to 16 ratios taken at once: ln a + ln b = ln ab. */
function logRatios({ x, mean }: Column): number {
  const n = x.length
  const inverse = 1 / mean
  const total = new CompensatedSum()
  for (let from = 0; from < n; from += FACTORS) {
    const to = Math.min(from + FACTORS, n)
    let block = 0
    let product = 1
    for (let i = from; i < to; i++) {
      const value = x[i] as number
      const d = (value - mean) * inverse
      if (d < NEAR && d > -NEAR) {
        block += nearL(d)
        continue
      }
      const r = value * inverse
      const next = product * r
      if (next > FLUSH_BELOW && next < FLUSH_ABOVE) {
        product = next
        block += d
      } else block += d - ln(r)
    }
    total.add(product === 1 ? block : block - ln(product))
  }
  return total.value
}

function weightedLogRatios({ x, mean }: Column, w: Float64Array): number {
  const n = x.length
  const inverse = 1 / mean
  const total = new CompensatedSum()
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(from + BLOCK, n)
    let block = 0
    for (let i = from; i < to; i++) {
      const value = x[i] as number
      const d = (value - mean) * inverse
      block += (w[i] as number) * (d < NEAR && d > -NEAR ? nearL(d) : d - ln(value * inverse))
    }
    total.add(block)
  }
  return total.value
}

/** (1 + d) ln(1 + d) − d = d²/2 − d³/6 + d⁴/12 − … */
function nearT(d: number): number {
  return d * d * (1 / 2 - d * (1 / 6 - d * (1 / 12 - d * (1 / 20 - d * (1 / 30 - d * (1 / 42 - d * (1 / 56 - d * (1 / 72 - d / 90))))))))
}

/** d − ln(1 + d) = d²/2 − d³/3 + d⁴/4 − … */
function nearL(d: number): number {
  return d * d * (1 / 2 - d * (1 / 3 - d * (1 / 4 - d * (1 / 5 - d * (1 / 6 - d * (1 / 7 - d * (1 / 8 - d * (1 / 9 - d * (1 / 10 - d / 11)))))))))
}
