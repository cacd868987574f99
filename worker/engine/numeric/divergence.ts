/** Generalised entropy of a column, GE(α) = Σ p [(x/μ)^α − 1]/(α(α − 1)), with the limits α = 0 (mean log deviation)
 * and α = 1 (Theil T): the kernel behind `theilT`, `theilL`, `ge` and `atkinson`.
 * Idea: since Σ p (x/μ − 1) = 0, a multiple of d = x/μ − 1 may be taken from every addend; each is then ≥ 0 and near
 * d²/2, nothing cancels, and the rounding of μ drops out.
 * Surprise: α = 2, ½ and −1 need no powers at all: d²/2, 2(√r − 1)², d²/(2r), r = 1 + d.
 * Source: Shorrocks, "The class of additively decomposable inequality measures" (1980). O(n). Domain checks are the
 * callers'. x = 0 is allowed for α > 0. Example: α = 2 over [1, 3] gives 0.125. */
import { BLOCK } from './blockSum.ts'
import type { Column } from './column.ts'
import { meanSquaredDeviation } from './deviations.ts'
import { powerTerm } from './powerTerm.ts'
import { CompensatedSum } from './sum.ts'
import { meanLogRatio, meanRatioLog } from './theilSums.ts'

export function divergence(column: Column, alpha: number): number {
  if (alpha === 1) return meanRatioLog(column)
  if (alpha === 0) return meanLogRatio(column)
  if (alpha === 2) return meanSquaredDeviation(column) / column.mean / column.mean / 2
  if (alpha === 0.5) return meanTerm(column, rootTerm)
  if (alpha === -1) return meanTerm(column, inverseTerm)
  return meanTerm(column, (d, r) => powerTerm(d, r, alpha))
}

function rootTerm(d: number, r: number): number {
  const rise = d / (1 + Math.sqrt(r))
  return 2 * rise * rise
}

function inverseTerm(d: number, r: number): number {
  return (d * d) / (2 * r)
}

/** `term` gets d = x/μ − 1 and r = x/μ, each rounded once: 1 + d would lose the digits of a value near 0. */
function meanTerm(column: Column, term: (d: number, r: number) => number): number {
  const { x, w, mean } = column
  const n = x.length
  const total = new CompensatedSum()
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(from + BLOCK, n)
    let block = 0
    for (let i = from; i < to; i++) {
      const value = x[i]
      const addend = term((value - mean) / mean, value / mean)
      block += w === undefined ? addend : w[i] * addend
    }
    total.add(block)
  }
  return total.value / column.weight
}
