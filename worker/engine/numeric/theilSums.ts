/** The two logarithmic means, Σ p [r ln r − (r − 1)] and Σ p [(r − 1) − ln r] with r = x/μ: the hot loops behind
 * `theilT` and `theilL`. Σ p (r − 1) = 0, so they equal Theil's T and L; written so, every addend is ≥ 0, nothing
 * cancels and the rounding of μ drops out. Close to r = 1 the addend is a series in d = r − 1. O(n), one `ln` per area. */
import { BLOCK } from './blockSum.ts'
import type { Column } from './column.ts'
import { ln } from './ln.ts'
import { CompensatedSum } from './sum.ts'

const NEAR = 1 / 32

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
      const d = ((x[i] as number) - mean) * inverse
      let addend = 1
      if (d < NEAR && d > -NEAR) addend = nearT(d)
      else if (d > -1) addend = (1 + d) * ln(1 + d) - d
      block += w === undefined ? addend : (w[i] as number) * addend
    }
    total.add(block)
  }
  return total.value / column.weight
}

/** Domain: x > 0. */
export function meanLogRatio(column: Column): number {
  const { x, w, mean } = column
  const n = x.length
  const inverse = 1 / mean
  const total = new CompensatedSum()
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(from + BLOCK, n)
    let block = 0
    for (let i = from; i < to; i++) {
      const value = x[i] as number
      const d = (value - mean) * inverse
      const addend = d < NEAR && d > -NEAR ? nearL(d) : d - ln(value * inverse)
      block += w === undefined ? addend : (w[i] as number) * addend
    }
    total.add(block)
  }
  return total.value / column.weight
}

/** (1 + d) ln(1 + d) − d = d²/2 − d³/6 + d⁴/12 − … */
function nearT(d: number): number {
  return d * d * (1 / 2 - d * (1 / 6 - d * (1 / 12 - d * (1 / 20 - d * (1 / 30 - d * (1 / 42 - d * (1 / 56 - d * (1 / 72 - d / 90))))))))
}

/** d − ln(1 + d) = d²/2 − d³/3 + d⁴/4 − … */
function nearL(d: number): number {
  return d * d * (1 / 2 - d * (1 / 3 - d * (1 / 4 - d * (1 / 5 - d * (1 / 6 - d * (1 / 7 - d * (1 / 8 - d * (1 / 9 - d * (1 / 10 - d / 11)))))))))
}
