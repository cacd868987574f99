/**
 * Obstacle degree 障碍度: which indicators hold an area back most.
 *
 * Formula: o_j = w_j (1 − u_j)/Σ_j w_j (1 − u_j) over the indicators that have a score; the shares of one area sum to 1.
 * Source: the obstacle degree model of Chinese evaluation studies (factor contribution × deviation); mathmodels.
 * Edge policy: a missing score has no obstacle (null) and leaves the sum; a score above 1 (over-achievement) is no
 * obstacle: 0. An area without any shortfall has no obstacles at all: null with reason `zero-divisor`; without any score
 * `missing-value`; a score below 0 (a z-score) has no deviation from 1 to speak of: `negative-value`. Weights: see
 * couplingShares; unequal lengths throw. Complexity: O(indicators).
 *
 * @example obstacleDegree([1, 0.6, 0.2], [1, 1, 2]).value // [0, 0.2, 0.8]
 */
import { powerOfTwoBelow } from '../numeric/powerOfTwoBelow.ts'
import { sum } from '../numeric/sum.ts'
import { EngineInputError } from '../types.ts'
import type { Reason, Values, Weights } from '../types.ts'

export type Obstacles =
  | { readonly value: readonly (number | null)[]; readonly reason?: never }
  | { readonly value: null; readonly reason: Reason }

/** `scores` are one area's normalised values on 0–1, `weights` the indicators' effective weights. */
export function obstacleDegree(scores: Values, weights: Weights): Obstacles {
  requireWeights(scores, weights)
  const most = Array.from(weights).reduce((a, b) => Math.max(a, b), 0)
  if (most === 0) return { value: null, reason: 'no-weight' }
  // In units of a power of two: exact, and huge weights cannot overflow the sum.
  const unit = powerOfTwoBelow(most)
  const deviations: (number | null)[] = []
  for (let j = 0; j < scores.length; j += 1) {
    const u = scores[j]
    if (u === null || u === undefined || Number.isNaN(u)) deviations.push(null)
    else if (u < 0) return { value: null, reason: 'negative-value' }
    else deviations.push(((weights[j] ?? 0) / unit) * Math.max(0, 1 - u))
  }
  const known = deviations.filter((d) => d !== null)
  if (known.length === 0) return { value: null, reason: 'missing-value' }
  const total = sum(known)
  if (total === 0) return { value: null, reason: 'zero-divisor' }
  return { value: deviations.map((d) => (d === null ? null : d / total)) }
}

function requireWeights(scores: Values, weights: Weights): void {
  if (weights.length !== scores.length) {
    const message = `${weights.length} weights for ${scores.length} scores`
    throw new EngineInputError([{ path: 'weights', code: 'length-mismatch', message }])
  }
  for (let j = 0; j < weights.length; j += 1) {
    const w = weights[j] ?? Number.NaN
    if (!(w >= 0 && Number.isFinite(w))) {
      const message = 'a weight is a number that is not negative'
      throw new EngineInputError([{ path: `weights[${j}]`, code: 'bad-weights', message }])
    }
    if (Math.abs(scores[j] ?? 0) === Infinity) {
      throw new EngineInputError([{ path: `scores[${j}]`, code: 'not-finite', message: 'a score must be finite' }])
    }
  }
}
