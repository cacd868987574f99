/** The two logarithmic means, Σ p [r ln r − (r − 1)] and Σ p [(r − 1) − ln r] with r = x/μ: the hot loops behind
 * `theilT` and `theilL`. Σ p (r − 1) = 0, so they equal Theil's T and L; written so, every addend is ≥ 0, nothing
 * cancels and the rounding of μ drops out. Close to r = 1 the addend is a series in d = r − 1.
 * Surprise: T takes one logarithm per area, L one for 16 areas, of the product of their ratios. O(n). */
import { BLOCK } from './blockSum.ts'
import type { Column } from './column.ts'
import { ln } from './ln.ts'
import { lnNormal } from './lnNormal.ts'
import { CompensatedSum } from './sum.ts'

const NEAR = 1 / 32

/** A ratio this small adds 1 to T, to the last bit, and has no normal logarithm. */
const NOTHING = 1e-300
/** How many ratios are multiplied before the logarithm, and how far from 1 each may be for that: (2^±60)^16 is a double. */
const FACTORS = 16
const SPREAD = 2 ** 60

/** Domain: x ≥ 0, μ > 0. */
export function meanRatioLog({ x, w, mean, weight }: Column): number {
  const n = x.length
  const inverse = 1 / mean
  const total = new CompensatedSum()
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(from + BLOCK, n)
    let block = 0
    if (w === undefined) for (let i = from; i < to; i++) block += ratioLog(x[i], mean, inverse)
    else for (let i = from; i < to; i++) block += w[i] * ratioLog(x[i], mean, inverse)
    total.add(block)
  }
  return total.value / weight
}

/** One |d| test, not two comparisons: it is nearly always false, hence predicted. */
function ratioLog(value: number, mean: number, inverse: number): number {
  const r = value * inverse
  const d = (value - mean) * inverse
  if (Math.abs(d) < NEAR) return nearT(d)
  return r > NOTHING ? r * lnNormal(r) - d : 1
}

/** Domain: x > 0. */
export function meanLogRatio(column: Column): number {
  const { w, mean, min, max } = column
  const total =
    w === undefined && min > mean / SPREAD && max < mean * SPREAD ? logRatiosByProduct(column) : logRatios(column)
  return total / column.weight
}

/** Σ (d − ln r), the logarithms of 16 ratios taken at once: ln a + ln b = ln ab. */
function logRatiosByProduct({ x, mean }: Column): number {
  const n = x.length
  const inverse = 1 / mean
  const total = new CompensatedSum()
  for (let from = 0; from < n; from += FACTORS) {
    const to = Math.min(from + FACTORS, n)
    let block = 0
    let product = 1
    for (let i = from; i < to; i++) {
      const value = x[i]
      const d = (value - mean) * inverse
      if (Math.abs(d) < NEAR) block += nearL(d)
      else {
        product *= value * inverse
        block += d
      }
    }
    total.add(block - lnNormal(product))
  }
  return total.value
}

function logRatios({ x, w, mean }: Column): number {
  const n = x.length
  const inverse = 1 / mean
  const total = new CompensatedSum()
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(from + BLOCK, n)
    let block = 0
    for (let i = from; i < to; i++) {
      const value = x[i]
      const d = (value - mean) * inverse
      const addend = Math.abs(d) < NEAR ? nearL(d) : d - ln(value * inverse)
      block += w === undefined ? addend : w[i] * addend
    }
    total.add(block)
  }
  return total.value
}

/** (1 + d) ln(1 + d) − d = d²/2 − d³/6 + d⁴/12 − … */
function nearT(d: number): number {
  return (
    d *
    d *
    (1 / 2 -
      d * (1 / 6 - d * (1 / 12 - d * (1 / 20 - d * (1 / 30 - d * (1 / 42 - d * (1 / 56 - d * (1 / 72 - d / 90))))))))
  )
}

/** d − ln(1 + d) = d²/2 − d³/3 + d⁴/4 − … */
function nearL(d: number): number {
  return (
    d *
    d *
    (1 / 2 -
      d *
        (1 / 3 -
          d * (1 / 4 - d * (1 / 5 - d * (1 / 6 - d * (1 / 7 - d * (1 / 8 - d * (1 / 9 - d * (1 / 10 - d / 11)))))))))
  )
}
