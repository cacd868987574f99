/** Delphi weights: mean scores of the last round, with how far the experts agree in every round. */
import type { DelphiResult, DelphiRound } from '../composite.types.ts'
import { type MeanSd, meanSd } from '../normalise/meanSd.ts'
import { kendallW } from './kendallW.ts'
import { toUnitSum } from './toUnitSum.ts'

/** Formula: w_j = x̄_j/Σx̄; CV_j = s_j/x̄_j with the sample s.d.; Kendall's W of each round. Source: docs/methods.md §2; the
 * Delphi practice of GB/T 44898-2024's unofficial reading. `rounds[r][expert][item]`, scores ≥ 0, checked before.
 * Edge policy: all means 0 → weights 0, which the caller refuses. O(cells log items).
 * Example: one round with scores (4, 6) and (6, 4) gives weights 0.5 and 0.5. */
export function delphiWeights(rounds: readonly (readonly (readonly number[])[])[], tieCorrected = true): DelphiResult {
  const each = rounds.map((ratings) => roundOf(ratings, tieCorrected))
  const last = each.at(-1) ?? roundOf([], tieCorrected)
  return { ...last, weights: [...toUnitSum(last.mean)], rounds: each }
}

function roundOf(ratings: readonly (readonly number[])[], tieCorrected: boolean): DelphiRound {
  const items = ratings[0]?.length ?? 0
  const fit: MeanSd = { mean: 0, sd: 0 }
  const mean: number[] = []
  const cv: (number | null)[] = []
  for (let j = 0; j < items; j++) {
    const scores = Float64Array.from(ratings, (row) => row[j] as number)
    meanSd(scores, 0, scores.length, fit)
    mean.push(fit.mean)
    cv.push(scores.length < 2 || fit.mean === 0 ? null : fit.sd / fit.mean)
  }
  return { mean, cv, ...kendallW(ratings, tieCorrected) }
}
